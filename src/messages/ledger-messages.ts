import type { Catalogue } from './catalogue';

/** Texts of findings and errors of the ledger room. */
export const ledgerMessages = {
  LEDGER_MISSING: {
    text: { nb: 'Det er ingen hovedbok i {path}.', en: 'There is no ledger at {path}.' },
    action: {
      nb: 'Pek på riktig fil med --db, eller lag en ny med run eller open-ledger.',
      en: 'Point to the right file with --db, or make a new one with run or open-ledger.',
    },
  },
  LEDGER_NOT_A_LEDGER: {
    text: { nb: '{path} er ikke en hovedbok.', en: '{path} is not a ledger.' },
    action: {
      nb: 'Pek på riktig fil med --db. Filen er ikke rørt.',
      en: 'Point to the right file with --db. The file has not been touched.',
    },
  },
  LEDGER_NEWER_FORMAT: {
    text: {
      nb: 'Hovedboken {path} har format {format}. Dette programmet kjenner formatene til og med {known}.',
      en: 'The ledger {path} has format {format}. This program knows formats up to {known}.',
    },
    action: {
      nb: 'Bruk den versjonen av programmet som hovedboken sist ble brukt med, eller en nyere.',
      en: 'Use the version of the program that the ledger was last used with, or a newer one.',
    },
  },
  LEDGER_OLDER_FORMAT: {
    text: {
      nb: 'Hovedboken {path} har format {format}, som dette programmet ikke leser. Det leser format {known}.',
      en: 'The ledger {path} has format {format}, which this program does not read. It reads format {known}.',
    },
    action: {
      nb: 'Bruk en versjon av programmet som leser format {format}.',
      en: 'Use a version of the program that reads format {format}.',
    },
  },
  LEDGER_IS_REAL: {
    text: {
      nb: 'Hovedboken {path} er ekte og kan ikke brukes til øving.',
      en: 'The ledger {path} is real and cannot be used for rehearsal.',
    },
    action: {
      nb: 'Gi en annen fil med --db når du bruker --rehearsal.',
      en: 'Give another file with --db when you use --rehearsal.',
    },
  },
  LEDGER_BUSY: {
    text: { nb: 'Hovedboken {path} er i bruk av en annen kjøring.', en: 'The ledger {path} is in use by another run.' },
    action: { nb: 'Vent til den er ferdig, og prøv igjen.', en: 'Wait until it is done, then try again.' },
  },
  LEDGER_SHAPE_CHANGED: {
    text: {
      nb: 'Hovedboken {path} er endret utenfor programmet: {names} er ikke som de ble laget.',
      en: 'The ledger {path} has been changed outside the program: {names} are not as they were made.',
    },
    action: {
      nb: 'Ikke bruk filen. Ta vare på den, hent siste sikkerhetskopi og sammenlign med verify.',
      en: 'Do not use the file. Keep it, fetch the last backup and compare the two with verify.',
    },
  },
  LEDGER_KIND_CHANGED: {
    text: {
      nb: 'Hovedboken {path} er merket som noe annet enn da den ble laget: øving og ekte kan ikke byttes om.',
      en: 'The ledger {path} is marked as something else than when it was made: rehearsal and real cannot be swapped.',
    },
    action: {
      nb: 'Ikke bruk filen. Ta vare på den og finn ut hvem som har endret den.',
      en: 'Do not use the file. Keep it and find out who changed it.',
    },
  },
  LEDGER_TOTALS_DIFFER: {
    text: {
      nb: 'Det som ble lest av posteringer for {component} {grantYear} er {found} kr; kontrollsummene sier {expected} kr.',
      en: 'What was read of the postings of {component} {grantYear} is {found} kr; the control totals say {expected} kr.',
    },
    action: {
      nb: 'Ikke bruk hovedboken. Kjør verify for å se hva som er endret, og hent siste sikkerhetskopi.',
      en: 'Do not use the ledger. Run verify to see what has been changed, and fetch the last backup.',
    },
  },
  LEDGER_CONTROL_TOTALS_DIFFER: {
    text: {
      nb: 'Kontrollsummene for postering {posting}, {component} {grantYear}, stemmer ikke med linjene.',
      en: 'The control totals of posting {posting}, {component} {grantYear}, do not agree with its lines.',
    },
    action: {
      nb: 'Ikke bruk hovedboken. Kjør verify for å se hva som er endret, og hent siste sikkerhetskopi.',
      en: 'Do not use the ledger. Run verify to see what has been changed, and fetch the last backup.',
    },
  },
  LEDGER_HEAD_UNKNOWN: {
    text: {
      nb: 'Hovedboken har aldri hatt posteringshodet {head}.',
      en: 'The ledger has never had the posting head {head}.',
    },
    action: {
      nb: 'Kontroller at det er riktig hovedbok (--db), og at den ikke er en eldre kopi.',
      en: 'Check that it is the right ledger (--db) and not an older copy.',
    },
  },
  LEDGER_RUN_UNKNOWN: {
    text: { nb: 'Hovedboken kjenner ingen kjøring {runId}.', en: 'The ledger knows no run {runId}.' },
    action: {
      nb: 'Se kjøringene med status, og kontroller at det er riktig hovedbok (--db).',
      en: 'See the runs with status, and check that it is the right ledger (--db).',
    },
  },
  LEDGER_TERM_POSTED: {
    text: {
      nb: 'Termin {term} i {grantYear} er allerede postert.',
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
      nb: 'Termin {term} i {grantYear} kommer før termin {lastTerm} i {lastYear}, som er postert.',
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
      nb: 'Noe er postert siden kjøringen {runId} ble beregnet.',
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
  LEDGER_NETTING_DIFFERS: {
    text: {
      nb: 'Nettoen for mottaker {recipient}, {group}, stemmer ikke med hovedboken: {field} er {found}, skulle vært {expected}.',
      en: 'The net of recipient {recipient}, {group}, does not agree with the ledger: {field} is {found}, should be {expected}.',
    },
    action: {
      nb: 'Ingenting er postert. Kjør på nytt; gjentar det seg, meld feilen.',
      en: 'Nothing has been posted. Run again; if it happens again, report the fault.',
    },
  },
  LEDGER_DUE_OUT_OF_BOUNDS: {
    text: {
      nb: 'Linje {line}: postert og holdt tilbake for {component} {grantYear} ville bli {due} kr, utenfor 0 til {limit} kr.',
      en: 'Line {line}: posted and held of {component} {grantYear} would be {due} kr, outside 0 to {limit} kr.',
    },
    action: {
      nb: 'Ingenting er postert. Se linjen med explain og meld feilen.',
      en: 'Nothing has been posted. See the line with explain and report the fault.',
    },
  },
  LEDGER_DRAFT_TAMPERED: {
    text: {
      nb: 'Utkastet {runId} er endret i hovedboken etter at det ble laget: {fields}.',
      en: 'The draft {runId} has been changed in the ledger since it was made: {fields}.',
    },
    action: {
      nb: 'Ingenting er postert. Trekk utkastet tilbake, finn ut hvem som har endret filen, og kjør på nytt.',
      en: 'Nothing has been posted. Withdraw the draft, find out who changed the file, and run again.',
    },
  },
  LEDGER_DRAFT_ENDED: {
    text: {
      nb: 'Kjøringen {runId} kan ikke brukes: den er {state}. Erstattet av: {supersededBy}.',
      en: 'The run {runId} cannot be used: it is {state}. Superseded by: {supersededBy}.',
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
    action: { nb: 'Kjør på nytt med --accept {name}.', en: 'Run again with --accept {name}.' },
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
  LEDGER_NOT_EMPTY: {
    text: {
      nb: 'Hovedboken har posteringer. En åpning må være det første i hovedboken.',
      en: 'The ledger has postings. An opening must be the first batch of its ledger.',
    },
    action: { nb: 'Åpne en ny hovedbok med --db.', en: 'Open a new ledger with --db.' },
  },
  LEDGER_OPENING_REJECTED: {
    text: { nb: '{rows} rader i åpningen kan ikke brukes.', en: '{rows} rows of the opening cannot be used.' },
    action: { nb: 'Rett alle radene, og åpne på nytt.', en: 'Put all the rows right, and open again.' },
  },
  LEDGER_OPENING_NEEDS_PERSON: {
    text: { nb: '{file}:{line}: {component} må ha person_id.', en: '{file}:{line}: {component} needs a person_id.' },
    action: { nb: 'Fyll inn personen.', en: 'Fill in the person.' },
  },
  LEDGER_OPENING_HAS_PERSON: {
    text: {
      nb: '{file}:{line}: {component} gjelder en kommune og skal ikke ha person_id.',
      en: '{file}:{line}: {component} is for a kommune and must not have a person_id.',
    },
    action: { nb: 'Tøm person_id.', en: 'Empty person_id.' },
  },
  LEDGER_OPENING_CODE: {
    text: {
      nb: '{file}:{line}: koden er for lang eller har tegn som ikke kan skrives.',
      en: '{file}:{line}: the code is too long or has characters that cannot be written.',
    },
    action: {
      nb: 'Bruk en kode på høyst 64 tegn uten tabulator og linjeskift.',
      en: 'Use a code of at most 64 characters without tabs and line breaks.',
    },
  },
  LEDGER_OPENING_BALANCE_POSITIVE: {
    text: {
      nb: '{file}:{line}: saldoen {balance} er over 0. Bare det som skal trekkes senere, kan overføres.',
      en: '{file}:{line}: the balance {balance} is above 0. Only what is to be deducted later can be carried.',
    },
    action: { nb: 'Saldoen må være 0 eller negativ.', en: 'The balance must be 0 or negative.' },
  },
  LEDGER_OPENING_SUM: {
    text: {
      nb: '{file}, rad {row}: summen av radene med samme nøkkel er for stor.',
      en: '{file}, row {row}: the sum of the rows with the same key is too large.',
    },
    action: { nb: 'Kontroller beløpene.', en: 'Check the amounts.' },
  },
} satisfies Catalogue;
