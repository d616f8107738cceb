import type { Catalogue } from './catalogue';

/** Faults of scenarios and comparisons. */
export const scenarioMessages = {
  SCENARIO_REFUSED: {
    text: { nb: 'Scenarioet i {file} kan ikke brukes.', en: 'The scenario in {file} cannot be used.' },
    action: {
      nb: 'Rett nøklene over; norsktilskudd scenario --schema skriver skjemaet.',
      en: 'Correct the keys above; norsktilskudd scenario --schema prints the schema.',
    },
  },
  SCENARIO_ASSUMPTION: {
    text: {
      nb: '{file}: {assumption} har ikke verdien {value}.',
      en: '{file}: {assumption} has no value {value}.',
    },
    action: { nb: 'Velg blant: {alternatives}.', en: 'Choose among: {alternatives}.' },
  },
  SCENARIO_NAME_TWICE: {
    text: { nb: 'To scenarioer heter {name}: {file}.', en: 'Two scenarios are called {name}: {file}.' },
    action: { nb: 'Gi hvert scenario sitt eget navn.', en: 'Give each scenario a name of its own.' },
  },
  SCENARIO_RATES_MISSING: {
    text: {
      nb: 'Scenarioet {scenario} mangler {cells|sats|satser} for {year}.',
      en: 'The scenario {scenario} lacks {cells|rate|rates} for {year}.',
    },
    action: {
      nb: 'Legg satsene i en satsfil og nevn den i scenarioet, gi den med --rates, eller utelat tilskuddet.',
      en: 'Put the rates into a rates file and name it in the scenario, give it with --rates, or exclude the component.',
    },
  },
  REGISTER_NOT_GIVEN: {
    text: { nb: '{side}: intet uttrekk er oppgitt.', en: '{side}: no extract is given.' },
    action: {
      nb: 'Gi --extract MAPPE eller --snapshot ID, eller nevn uttrekket i scenarioet.',
      en: 'Give --extract FOLDER or --snapshot ID, or name the extract in the scenario.',
    },
  },
  YEAR_NOT_GIVEN: {
    text: { nb: '{side}: intet tilskuddsår er oppgitt.', en: '{side}: no grant year is given.' },
    action: {
      nb: 'Gi --year ÅR, eller nevn grant_year i scenarioet.',
      en: 'Give --year YEAR, or name grant_year in the scenario.',
    },
  },
  COMPARE_SIDE_UNKNOWN: {
    text: {
      nb: '{side} er verken en kjøring, en scenariofil, en mappe med uttrekk eller et år.',
      en: '{side} is neither a run, a scenario file, a folder with an extract nor a year.',
    },
    action: {
      nb: 'Gi en kjørings id, FIL.json, MAPPE, MAPPE@ÅR eller ÅR.',
      en: 'Give the id of a run, FILE.json, FOLDER, FOLDER@YEAR or YEAR.',
    },
  },
  COMPARE_LINES_NEED_RUNS: {
    text: {
      nb: '--measure lines sammenlikner to kjøringer; {side} er ingen kjøring.',
      en: '--measure lines compares two runs; {side} is no run.',
    },
    action: {
      nb: 'Gi to kjøringers id-er, eller utelat --measure.',
      en: 'Give the ids of two runs, or leave --measure out.',
    },
  },
  LIMITS_BREACHED: {
    text: {
      nb: '{runId} bryter {limits} av grensene i innstillingene.',
      en: '{runId} breaks {limits} of the limits in the settings.',
    },
    action: {
      nb: 'Se på kjøringen med norsktilskudd preview {runId}. Er den riktig, godkjenn den med --reason "hvorfor"; begrunnelsen føres i journalen.',
      en: 'Look at it with norsktilskudd preview {runId}. If it is right, approve it with --reason "why"; the reason goes into the journal.',
    },
  },
  LIMIT_BREACHED: {
    text: {
      nb: 'limits.{name}: grensen er {limit}, kjøringen har {value}.',
      en: 'limits.{name}: the limit is {limit}, the run has {value}.',
    },
    action: { nb: '', en: '' },
  },
  STATISTICS_PUBLISHED_OTHERWISE: {
    text: {
      nb: 'Statistikken for {year} ble publisert {publishedOn} (per {asOf}) med andre tall. Forskjellen mellom to utgaver kan røpe én person.',
      en: 'Other figures have been published on {publishedOn} for {year} (as of {asOf}). The difference between two editions can tell of one person.',
    },
    action: {
      nb: 'Bruk den første utgaven. Må tallene rettes, så gi grunnen med --reason; den blir stående i {file}.',
      en: 'Use the first edition. If the figures must be corrected, give the reason with --reason; it stays in {file}.',
    },
  },
  STATISTICS_RECORD_DAMAGED: {
    text: {
      nb: 'Oversikten {file} over publisert statistikk kan ikke leses.',
      en: 'The record {file} of published statistics cannot be read.',
    },
    action: { nb: 'Hent den fra en sikkerhetskopi.', en: 'Fetch it from a backup.' },
  },
  PREVIEW_NO_RUN: {
    text: { nb: '{runId} er ingen kjøring av en termin.', en: '{runId} is no run of a term.' },
    action: {
      nb: 'Gi id-en til en kjøring; norsktilskudd status viser dem.',
      en: 'Give the id of a run; norsktilskudd status shows them.',
    },
  },
  COMPARE_PERSON_UNKNOWN: {
    text: { nb: 'Personen finnes i ingen av de to.', en: 'The person stands in neither of the two.' },
    action: { nb: 'Kontroller nummeret.', en: 'Check the number.' },
  },
} satisfies Catalogue;
