import type { FlagGroup } from './flag';

/** Flags of what is done in a ledger: opening it, what became of payments, what may go. */
export const LEDGER_FLAGS = {
  postings: {
    syntax: '--postings <file>',
    text: { nb: 'posteringer fra det tidligere systemet', en: 'postings of the earlier system' },
  },
  balances: {
    syntax: '--balances <file>',
    text: { nb: 'saldoer fra det tidligere systemet', en: 'balances of the earlier system' },
  },
  batch: {
    syntax: '--batch <run>',
    text: { nb: 'alle betalinger i en bokført kjøring', en: 'all payments of a posted run' },
  },
  paid: { syntax: '--paid', text: { nb: 'betalingen kom fram', en: 'the payment arrived' } },
  refused: {
    syntax: '--refused',
    text: { nb: 'betalingen ble avvist eller kom i retur', en: 'the payment was refused or came back' },
  },
  undo: {
    syntax: '--undo',
    text: { nb: 'angrer siste utfall, som ble ført ved en feil', en: 'undoes the last outcome, recorded by mistake' },
  },
  on: { syntax: '--on <date>', text: { nb: 'dagen det skjedde', en: 'the day on which it happened' } },
  reason: { syntax: '--reason <text>', text: { nb: 'grunn, til journalen', en: 'reason, for the journal' } },
  retentionExpired: {
    syntax: '--retention-expired <date>',
    text: {
      nb: 'ta også det som bokførte kjøringer bygger på, når alle ble bokført før denne dagen',
      en: 'take what posted batches rest on too, where all of them were posted before this day',
    },
  },
  neverPaid: {
    syntax: '--never-paid',
    text: {
      nb: 'ingenting av det som mangler i hovedboken, ble noen gang betalt: det teller ikke',
      en: 'nothing of what the ledger lacks was ever paid: it does not count',
    },
  },
  dryRun: { syntax: '--dry-run', text: { nb: 'vis bare hva som ville skje', en: 'only show what would happen' } },
  lastGrantYear: {
    syntax: '--last-grant-year <year>',
    text: {
      nb: 'glem alle med siste postering dette året eller før',
      en: 'forget everybody whose last posting is of this year or earlier',
    },
  },
} satisfies FlagGroup;
