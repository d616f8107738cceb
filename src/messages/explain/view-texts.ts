import type { Text } from '../catalogue';

/** Recipients, components and whole runs. */
export const VIEW_TEXTS = {
  TITLE_RECIPIENT: { nb: '{place} i kjøringen {runId}', en: '{place} in the run {runId}' },
  TITLE_COMPONENT: { nb: '{componentWord} i kjøringen {runId}', en: '{componentWord} in the run {runId}' },
  READ_FROM: { nb: 'Lest fra {folder}', en: 'Read from {folder}' },
  TITLE_BATCH: { nb: 'Kjøringen {runId}', en: 'The run {runId}' },
  CHAPTER_PAYOUTS: { nb: 'Motregning og utbetaling', en: 'Netting and payment' },
  CHAPTER_LINES: { nb: 'Linjene', en: 'The lines' },
  CHAPTER_BASIS: { nb: 'Grunnlaget', en: 'What it rests on' },
  CHAPTER_FINDINGS: { nb: 'Det noen bør se på', en: 'What somebody should look at' },
  SECTION_BY_CODE: { nb: 'Etter tilskudd, kode og grunn', en: 'By grant, code and reason' },
  SECTION_LARGEST: { nb: 'De største', en: 'The largest' },
  SECTION_BY_GROUP: { nb: 'Etter gruppe', en: 'By group' },
  SECTION_SIZING: { nb: 'Årlig beregning', en: 'Annual size' },
  SECTION_FINDINGS: { nb: 'Funn etter art', en: 'Findings by kind' },
  SECTION_BALANCE: { nb: 'Beløpene går opp', en: 'The amounts add up' },
  SECTION_RATES: { nb: 'Satser', en: 'Rates' },
  SECTION_ACTS: { nb: 'Hvem gjorde hva', en: 'Who did what' },
  NO_LINES: { nb: 'Kjøringen har ingen linjer her.', en: 'The run has no lines here.' },
  NO_PAYOUTS: {
    nb: 'Kjøringen har verken linjer til eller saldo for mottakeren.',
    en: 'The run has neither lines to the recipient nor a balance of it.',
  },
  SMALL_GROUPS: {
    nb: 'Summer for færre enn {fewestPersons} vises bare sammen med andre, og ikke der det er færre i alt.',
    en: 'Sums of fewer than {fewestPersons} are shown only together with others, and not where there are fewer in all.',
  },
  PROTECTED_LEFT_OUT: {
    nb: 'Linjer for personer med adressebeskyttelse er med i summene, men nevnes ikke enkeltvis.',
    en: 'Lines of persons with a protected address are in the sums, but are not named one by one.',
  },
  BALANCE: {
    nb: '{componentWord} {year}: Årsbeløpene er til sammen {annualNok}. Av dette er {postedNok} bokført før, {linesNok} kommer i denne kjøringen, {laterNok} forfaller senere, og {heldNok} holdes tilbake.',
    en: '{componentWord} {year}: The amounts for the year come to {annualNok}. Of this, {postedNok} was posted before, {linesNok} comes in this run, {laterNok} falls due later and {heldNok} is held.',
  },
  HELD_TOTAL: {
    nb: '{componentWord} {year}: {heldNok} holdes tilbake i {heldRows} ({reasonWord}).',
    en: '{componentWord} {year}: {heldNok} is held in {heldRows} ({reasonWord}).',
  },
  RATE_USED: {
    nb: '{keyWord} i {year}, {classWord} sats: {rateNok}',
    en: '{keyWord} in {year}, {classWord} rate: {rateNok}',
  },
  RATE_USED_SINGLE: { nb: '{keyWord} i {year}: {rateNok}', en: '{keyWord} in {year}: {rateNok}' },
  RUN_BY: { nb: '{actor} kjørte beregningen {startedTime}.', en: '{actor} ran the calculation on {startedTime}.' },
  APPROVED_BY: {
    nb: '{actor} godkjente som {roleWord} {approvedTime}.',
    en: '{actor} approved as {roleWord} on {approvedTime}.',
  },
  BLOCKED: {
    nb: 'Kan ikke utbetales før dette er avgjort: {name} ({statusWord})',
    en: 'Cannot be paid before this is settled: {name} ({statusWord})',
  },
  SUPERSEDED_BY: { nb: 'Erstattet av {runId}.', en: 'Superseded by {runId}.' },
} satisfies Readonly<Record<string, Text>>;
