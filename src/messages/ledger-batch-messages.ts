import type { Catalogue } from './catalogue';

/** Texts of what keeps a run from being drafted, approved, posted or annulled. */
export const ledgerBatchMessages = {
  LEDGER_TERM_POSTED: {
    text: {
      nb: 'Termin {term} i {grantYear} er allerede bokført.',
      en: 'Term {term} of {grantYear} has been posted already.',
    },
    action: {
      nb: 'Skal det etterbetales eller rettes i samme termin, kjør med --supplement.',
      en: 'To pay or correct more within the same term, run with --supplement.',
    },
  },
  LEDGER_NO_TERM_TO_SUPPLEMENT: {
    text: {
      nb: 'Termin {term} i {grantYear} er ikke postert, så det er ingenting å supplere.',
      en: 'Term {term} of {grantYear} has not been posted, so there is nothing to supplement.',
    },
    action: { nb: 'Kjør uten --supplement.', en: 'Run without --supplement.' },
  },
  LEDGER_TERM_ORDER: {
    text: {
      nb: 'Termin {term} i {grantYear} kommer før termin {lastTerm} i {lastYear}, som er bokført.',
      en: 'Term {term} of {grantYear} comes before term {lastTerm} of {lastYear}, which has been posted.',
    },
    action: {
      nb: 'Kjør en senere termin; det som mangler fra tidligere terminer kommer med der.',
      en: 'Run a later term; what is missing from earlier ones comes with it.',
    },
  },
  LEDGER_AS_OF_BEFORE_LAST: {
    text: {
      nb: 'Skjæringsdatoen {asOf} er før {lastAsOf}, som forrige posterte kjøring brukte.',
      en: 'The as-of date {asOf} is before {lastAsOf}, which the last posted run used.',
    },
    action: {
      nb: 'Bruk et nyere uttrekk, eller sett --as-of til {lastAsOf} eller senere.',
      en: 'Use a newer extract, or set --as-of to {lastAsOf} or later.',
    },
  },
  LEDGER_CHANGED: {
    text: {
      nb: 'Noe er bokført siden kjøringen {runId} ble beregnet.',
      en: 'Something has been posted since the run {runId} was calculated.',
    },
    action: { nb: 'Kjør på nytt, og godkjenn den nye kjøringen.', en: 'Run again, and approve the new run.' },
  },
  LEDGER_DRAFT_DIFFERS: {
    text: {
      nb: 'Kjøringen {runId} finnes fra før med annet innhold: {fields}.',
      en: 'The run {runId} exists with other content: {fields}.',
    },
    action: {
      nb: 'Samme kjøring skal alltid gi det samme. Ta vare på begge mappene og meld feilen.',
      en: 'The same run must always give the same. Keep both folders and report the fault.',
    },
  },
  LEDGER_DRAFT_OTHER_MANIFEST: {
    text: {
      nb: 'Kjøringen {runId} finnes fra før med de samme beløpene, men med et annet manifest. Som regel har en annen versjon av programmet laget den (program i manifest.json).',
      en: 'The run {runId} exists with the same amounts, but with another manifest. As a rule another version of the program has made it (program in manifest.json).',
    },
    action: {
      nb: 'Utkastet som finnes, står og kan godkjennes som det er. Er versjonen den samme, meld feilen.',
      en: 'The draft that exists stands and can be approved as it is. If the version is the same, report the fault.',
    },
  },
  LEDGER_NETTING_DIFFERS: {
    text: {
      nb: 'Nettoen for mottaker {recipient}, {group}, stemmer ikke med hovedboken: {field} er {found}, skulle vært {expected}.',
      en: 'The net of recipient {recipient}, {group}, does not agree with the ledger: {field} is {found}, should be {expected}.',
    },
    action: {
      nb: 'Ingenting er bokført. Kjør på nytt; gjentar det seg, meld feilen.',
      en: 'Nothing has been posted. Run again; if it happens again, report the fault.',
    },
  },
  LEDGER_DUE_OUT_OF_BOUNDS: {
    text: {
      nb: 'Linje {line}: postert og holdt tilbake for {component} {grantYear} ville bli {due} kr, utenfor 0 til {limit} kr.',
      en: 'Line {line}: posted and held of {component} {grantYear} would be {due} kr, outside 0 to {limit} kr.',
    },
    action: {
      nb: 'Ingenting er bokført. Se linjen med explain og meld feilen.',
      en: 'Nothing has been posted. See the line with explain and report the fault.',
    },
  },
  LEDGER_DRAFT_TAMPERED: {
    text: {
      nb: 'Utkastet {runId} er endret i hovedboken etter at det ble laget: {fields}.',
      en: 'The draft {runId} has been changed in the ledger since it was made: {fields}.',
    },
    action: {
      nb: 'Ingenting er bokført. Trekk utkastet tilbake, finn ut hvem som har endret filen, og kjør på nytt.',
      en: 'Nothing has been posted. Withdraw the draft, find out who changed the file, and run again.',
    },
  },
  LEDGER_DRAFT_ENDED: {
    text: {
      nb: 'Kjøringen {runId} kan ikke brukes: den er {state}.',
      en: 'The run {runId} cannot be used: it is {state}.',
    },
    action: {
      nb: 'Se gjeldende utkast med status.',
      en: 'See the drafts that stand with status.',
    },
  },
  LEDGER_APPROVAL_REFUSED: {
    text: { nb: 'Kjøringen {runId} kan ikke godkjennes.', en: 'The run {runId} cannot be approved.' },
    action: { nb: 'Se hver grunn.', en: 'See each reason.' },
  },
  LEDGER_RUNNER_CANNOT_APPROVE: {
    text: {
      nb: '{actor} laget kjøringen og kan ikke også godkjenne den.',
      en: '{actor} made the run and cannot approve it too.',
    },
    action: { nb: 'La en annen godkjenne.', en: 'Let somebody else approve it.' },
  },
  LEDGER_SEEN_DIFFERS: {
    text: {
      nb: 'Det godkjenneren så, er ikke det som står i utkastet: {field} er {seen}, i utkastet {drafted}.',
      en: 'What the approver saw is not what the draft holds: {field} is {seen}, in the draft {drafted}.',
    },
    action: {
      nb: 'Er mappen, reglene eller satsene endret siden kjøringen, kjør på nytt.',
      en: 'If the folder, the rules or the rates have changed since the run, run again.',
    },
  },
  LEDGER_NEEDS_ACCEPTANCE: {
    text: { nb: '{name} er ikke akseptert.', en: '{name} has not been accepted.' },
    action: {
      nb: 'Kjør på nytt med --accept "{name}=HENVISNING".',
      en: 'Run again with --accept "{name}=REFERENCE".',
    },
  },
  LEDGER_NEEDS_REFERENCE: {
    text: {
      nb: '{name} er akseptert uten henvisning til hvor avgjørelsen står.',
      en: '{name} has been accepted without a reference to where the decision is found.',
    },
    action: {
      nb: 'Kjør på nytt med --accept "{name}=HENVISNING".',
      en: 'Run again with --accept "{name}=REFERENCE".',
    },
  },
  LEDGER_STATUS_NOT_PAYABLE: {
    text: {
      nb: '{name} har status {status}, og slike tall kan ikke utbetales.',
      en: '{name} has the status {status}, and such figures cannot be paid.',
    },
    action: {
      nb: 'Gi den vedtatte satsen med --rates (status verified og kilde), og kjør på nytt.',
      en: 'Give the adopted rate with --rates (status verified and its source), and run again.',
    },
  },
  LEDGER_BLOCKED: {
    text: { nb: '{blocker}: {name} {status}', en: '{blocker}: {name} {status}' },
    action: { nb: 'Rett opp dette, og kjør på nytt.', en: 'Put this right, and run again.' },
  },
  LEDGER_NOT_LAST_BATCH: {
    text: {
      nb: 'Kjøringen {runId} ({state}) er ikke den siste posterte, og kan ikke annulleres.',
      en: 'The run {runId} ({state}) is not the last one posted, and cannot be annulled.',
    },
    action: {
      nb: 'Bare den siste posterte kjøringen kan annulleres. Eldre rettes ved neste kjøring.',
      en: 'Only the last posted run can be annulled. Older ones are corrected by the next run.',
    },
  },
} satisfies Catalogue;
