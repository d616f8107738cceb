import type { Catalogue } from './catalogue';

/** Texts of what can be wrong with outcomes of payments. */
export const outcomeMessages = {
  LEDGER_PAYMENTS_UNKNOWN: {
    text: { nb: 'Hovedboken kjenner ikke disse betalingene.', en: 'The ledger does not know these payments.' },
    action: {
      nb: 'Nøklene står som payment_ref i payouts.csv. Kontroller at --db er riktig hovedbok.',
      en: 'The keys stand as payment_ref in payouts.csv. Check that --db is the right ledger.',
    },
  },
  LEDGER_PAYMENT_UNKNOWN: {
    text: { nb: 'Ingen betaling har nøkkelen {paymentKey}.', en: 'No payment has the key {paymentKey}.' },
    action: { nb: '', en: '' },
  },
  LEDGER_OUTCOME_REFUSED: {
    text: { nb: 'Utfallet kan ikke føres. Ingenting er ført.', en: 'The outcome cannot be recorded. Nothing was.' },
    action: {
      nb: 'Rett hver av grunnene. Et utfall som er ført feil, angres med outcome --undo.',
      en: 'Correct each of the reasons. An outcome that was recorded by mistake is undone with outcome --undo.',
    },
  },
  LEDGER_OUTCOME_NOT_POSTED: {
    text: {
      nb: 'Kjøringen {runId} er ikke bokført (tilstand {state}), så den har ingen betalinger.',
      en: 'The run {runId} is not posted (state {state}), so it has no payments.',
    },
    action: { nb: '', en: '' },
  },
  LEDGER_OUTCOME_ANNULLED: {
    text: {
      nb: 'Betalingen {paymentKey} hører til {runId}, som er annullert.',
      en: 'The payment {paymentKey} belongs to {runId}, which has been annulled.',
    },
    action: { nb: '', en: '' },
  },
  LEDGER_OUTCOME_NOTHING_TO_UNDO: {
    text: { nb: 'Betalingen {paymentKey} har ikke noe utfall.', en: 'The payment {paymentKey} has no outcome.' },
    action: { nb: '', en: '' },
  },
  LEDGER_OUTCOME_PAID_ALREADY: {
    text: {
      nb: 'Betalingen {paymentKey} er alt ført som betalt {paidOn}, ikke {on}.',
      en: 'The payment {paymentKey} is already recorded as paid on {paidOn}, not {on}.',
    },
    action: { nb: '', en: '' },
  },
  LEDGER_OUTCOME_BEFORE_LAST: {
    text: {
      nb: '{on} ligger før siste utfall av {paymentKey} ({lastKind} {lastOn}).',
      en: '{on} lies before the last outcome of {paymentKey} ({lastKind} {lastOn}).',
    },
    action: { nb: '', en: '' },
  },
  LEDGER_OUTCOME_BEFORE_BATCH: {
    text: {
      nb: '{on} ligger før skjæringsdatoen {asOf} i kjøringen som bestilte {paymentKey}.',
      en: '{on} lies before the as-of date {asOf} of the run that ordered {paymentKey}.',
    },
    action: { nb: '', en: '' },
  },
  LEDGER_OUTCOME_IN_FUTURE: {
    text: {
      nb: '{on} har ikke vært ennå; et utfall av {paymentKey} føres når det er kjent.',
      en: '{on} has not come yet; an outcome of {paymentKey} is recorded once it is known.',
    },
    action: { nb: '', en: '' },
  },
  LEDGER_ANNUL_HAS_OUTCOMES: {
    text: {
      nb: 'Kjøringen {runId} kan ikke annulleres: utfall av betalingene er ført.',
      en: 'The run {runId} cannot be annulled: outcomes of its payments are recorded.',
    },
    action: {
      nb: 'Er betalingene sendt, rettes beløpene i neste kjøring. Er utfallene ført ved en feil, angre dem først.',
      en: 'If the payments were sent, the next run corrects the amounts. If the outcomes are a mistake, undo them first.',
    },
  },
  OUTCOME_WHICH: {
    text: {
      nb: 'Gi enten betalingsnøkler eller --batch, ikke begge.',
      en: 'Give either payment keys or --batch, not both.',
    },
    action: { nb: '', en: '' },
  },
  LEDGER_OUTCOMES_DIFFER: {
    text: {
      nb: 'Utfallene av betalinger henger ikke sammen med journalen og flyttingene: {what}.',
      en: 'The outcomes of payments do not agree with the journal and the movements: {what}.',
    },
    action: {
      nb: 'Ikke bruk hovedboken. Ta vare på den, og hent siste sikkerhetskopi.',
      en: 'Do not use the ledger. Keep it, and fetch the last backup.',
    },
  },
} satisfies Catalogue;
