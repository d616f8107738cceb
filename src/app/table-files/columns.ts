/** What a column of a table for analysts holds. */
export interface ColumnMeaning {
  readonly type: 'text' | 'whole' | 'decimal' | 'day';
  /** Empty for words, codes and figures without one. */
  readonly unit: string;
  /** Where it comes from: a section of the rulebook, a table, another column. */
  readonly source: string;
  /** Decimals at most, of a decimal; 0 else. */
  readonly digits: number;
  /** Whether a sum down the column says something: amounts do, rates do not. */
  readonly addsUp?: boolean;
}

function text(source: string): ColumnMeaning {
  return { type: 'text', unit: '', source, digits: 0 };
}

function whole(unit: string, source: string): ColumnMeaning {
  return { type: 'whole', unit, source, digits: 0 };
}

function decimal(unit: string, digits: number, source: string): ColumnMeaning {
  return { type: 'decimal', unit, source, digits };
}

const kroner = (source: string): ColumnMeaning => whole('kr', source);
const amount = (source: string): ColumnMeaning => ({ ...kroner(source), addsUp: true });
const persons = (source: string): ColumnMeaning => whole('persons', source);
const hours = (source: string): ColumnMeaning => decimal('hours', 2, source);

const DIFFERENCE = 'the scenario less its baseline';
const EFFECT = 'EFFECTS.md: part of b less a';

/** Columns by name, or by table and name where a table means something else by it. Every column that is written stands here. */
export const COLUMNS: Readonly<Record<string, ColumnMeaning>> = {
  // What a row is about.
  grant_year: whole('year', 'the call'),
  term: whole('', 'the call or the scenario: kroner are what is due by then; 4 is the whole year'),
  as_of: { type: 'day', unit: 'day', source: 'D (rulebook head)', digits: 0 },
  recipient_id: text('rulebook 4; HELD where nobody can be paid'),
  kommune: text('rulebook 8.2; ALL for the country'),
  name: text('kommuner.csv, fylker.csv on the last day of the grant year'),
  fylke_id: text('first two digits of the kommune'),
  fylke_name: text('fylker.csv on the last day of the grant year'),
  component: text('components.json'),
  year_number: whole('', 'rulebook 2: k'),
  rate_class: text('rulebook 3, 5'),
  person_ref: text('pseudonym of the person under the key of the installation'),
  mark: text('SCENARIO or FORECAST: nothing of it can be paid'),
  scenario: text('the call: name of the scenario'),
  // Sizing (rulebook 8.1).
  persons: persons('rulebook 8.1: distinct within the row'),
  days: whole('days', 'rulebook 4: days of W at the recipient'),
  rate: kroner('rates.csv, and the rates files of the call'),
  annual_amount: amount('rulebook 4, 5: R'),
  known: persons('rulebook 8.1'),
  rate_year: whole('year', 'rates.csv: year of the rate'),
  calendar_year: whole('year', 'the ledger: day on which money arrived'),
  paid: amount('the ledger: outcomes of payments'),
  appropriation: kroner('the call or the settings'),
  // Scenarios and comparisons.
  amount: amount('rulebook 8.1 under the law of the row'),
  base_amount: amount('rulebook 8.1 under the law of the baseline'),
  difference: amount(DIFFERENCE),
  base_persons: persons('rulebook 8.1 under the law of the baseline'),
  base_rate: kroner('rates of the baseline'),
  group_by: text('the call: --by'),
  group: text('--by: fylke, size, class, sex or age'),
  group_name: text('the group in words'),
  what: text('limit, rate or table that the scenario changes'),
  from: text('the law of the year'),
  to: text('the law of the scenario'),
  a: amount('rulebook 8.1 at A'),
  b: amount('rulebook 8.1 at B'),
  population: amount(EFFECT),
  data: amount(EFFECT),
  rule: amount(EFFECT),
  'recipients.rate': amount(EFFECT),
  'persons.rate': amount(EFFECT),
  'lines.rate': amount(EFFECT),
  settled: amount(EFFECT),
  effect: text('EFFECTS.md'),
  why: text('EFFECTS.md: reason, provision or cell'),
  effect_name: text('effect in words'),
  why_name: text('why in words'),
  // Micro files.
  sex: text('persons.csv: sex'),
  age_group: text('persons.csv: birth_date, age on the last day of the grant year'),
  country_class: text('regions.csv for country_background'),
  part: amount('rulebook 4: what of the annual amount is the recipient’s'),
  // Open questions.
  'impact.assumption': text('assumptions.csv: the question'),
  'impact_recipients.assumption': text('assumptions.csv: the question'),
  limit: text('limits.csv: the limit in which the answer stands; empty for none'),
  'impact.value': text('the law of the year'),
  'impact_recipients.value': text('the law of the year'),
  alternative: text('the other answer'),
  moved: kroner('what the recipients who gain get more under the other answer'),
  total: kroner('rulebook 8.1 under the other answer less that under the law of the year'),
  gain: whole('recipients', 'whose amount rises'),
  lose: whole('recipients', 'whose amount falls'),
  missing: text('rates that the other answer needs and nobody has given'),
  'impact_recipients.difference': amount('rulebook 8.1 under the other answer less that under the law of the year'),
  // Advice.
  code: text('norsktilskudd help CODE'),
  text: text('the code in words'),
  action: text('what the kommune can do'),
  // Hours and statistics.
  'hours_basis.year_number': text('rulebook 8.2: k, other or all'),
  law: text('rulebook 8.2'),
  participants: persons('rulebook 8.2: hours > 0'),
  hours_norwegian: hours('hours.csv'),
  hours_social_studies: hours('hours.csv'),
  absence_hours: hours('hours.csv'),
  average_hours: hours('hours_norwegian and hours_social_studies over participants, half up'),
  hours_rows: whole('rows', 'hours.csv'),
  hours_rows_on_time: whole('rows', 'rulebook 8.2: limit hours.on_time_months'),
  starters: persons('rulebook 8.2'),
  starters_within_3_months: persons('rulebook 8.2: limit starters.months'),
  triggering_without_hours: persons('rulebook 8.2'),
  hours_without_decision: persons('rulebook 8.2'),
  chart: text('name of the drawing'),
  label: text('bar of the drawing'),
  'hours_charts.value': hours('hours_basis'),
  measure: text('participants, or starters within three months'),
  row_dimension: text('what the rows are: kommune, law'),
  row: text('value of the row; ALL for the total'),
  column_dimension: text('what the columns are: sex, age, law'),
  column: text('value of the column; ALL for the total'),
  'statistics.persons': persons('rulebook 8.2; empty where not shown'),
  'statistics.hours': hours('hours.csv; empty where not shown'),
  shown: text('yes, or no where a figure would tell of few'),
  // Rate model (rulebook 8.3).
  key: text('key of a rate'),
  'rates.value': kroner('rulebook 8.3'),
  status: text('rulebook 1'),
  source: text('what the rate rests on'),
  note: text('how it was worked out'),
  'rate_model.participants': persons('rulebook 8.2'),
  'rate_model.hours': hours('rulebook 8.2'),
  'rate_model.average_hours': decimal('hours', 10, 'hours over participants'),
  cost_per_hour: decimal('kr an hour', 10, 'rulebook 8.3: cost over hours of the sample'),
  coverage: decimal('share', 10, 'the call'),
  index: decimal('share', 10, 'the call'),
  high_exact: decimal('kr', 10, 'rulebook 8.3'),
  high: kroner('high_exact to the nearest 50 kr, half up'),
  base_year: whole('year', 'the call'),
  base_low: kroner('rates of the base year'),
  base_high: kroner('rates of the base year'),
  low_exact: decimal('kr', 10, 'high times base_low over base_high'),
  low: kroner('low_exact to the nearest 50 kr, half up'),
  cost_nok: kroner('cost_base.csv'),
  'sample.hours': hours('hours.csv'),
  factor: text('what is otherwise: cost, coverage, hours, index'),
  change: decimal('share', 10, 'by how much it is otherwise'),
  ...Object.fromEntries(
    [1, 2, 3].flatMap((year) =>
      ['high', 'low'].map((rateClass) => [`year${year}_${rateClass}`, kroner('rulebook 8.3 with the change')]),
    ),
  ),
  'uncertainty.value': kroner('rulebook 8.3'),
  standard_error: decimal('kr', 2, 'of the rate before it is rounded: kommuner of the sample drawn again'),
  jackknife_error: decimal('kr', 2, 'of the rate before it is rounded: one kommune left out at a time'),
  from_95: kroner('the rate at the lower end of the middle 95 percent of the draws'),
  to_95: kroner('the rate at the upper end of the middle 95 percent of the draws'),
  today: kroner('rate of the grant year'),
  'uncertainty.difference': kroner('value less today'),
  percent: decimal('percent', 2, 'difference over today, half away from 0'),
  mean: text('how the cost per hour of the kommuner is put together'),
  kommuner: whole('kommuner', 'cost_base.csv'),
  'means.difference': kroner('national less that of the model'),
  'leave_one_out.hours': hours('hours.csv'),
  'leave_one_out.difference': kroner('national without the kommune less that of the model'),
  'cost_years.hours': hours('hours.csv'),
  year: whole('year', 'cost_base.csv'),
  national: kroner('rulebook 8.1 at the candidate rates'),
  'sensitivity.difference': kroner('national less that of the first row'),
  // Estimates.
  ...Object.fromEntries(
    ['low', 'mid', 'high'].flatMap((level) => [
      [`persons_${level}`, persons('estimate')],
      [`amount_${level}`, kroner('estimate')],
    ]),
  ),
  assumption: text('what the estimate takes for granted'),
  known_on: {
    type: 'day',
    unit: 'day',
    source: 'end of the year after the grant year, when its arrears end',
    digits: 0,
  },
  ...Object.fromEntries(
    ['p10', 'p50', 'p90'].flatMap((level) => [
      [`persons_${level}`, persons('1,000 simulations: not more in so many of a hundred')],
      // Bands of parts do not add up to that of the whole.
      [`amount_${level}`, kroner('1,000 simulations: not more in so many of a hundred')],
    ]),
  ),
  'forecast_basis.what': text('the forecast: what was seen'),
  'forecast_basis.group': text('components.json: what one entry triggers'),
  'forecast_basis.period': whole('91 days', 'back from D, or since the period of entry'),
  'forecast_basis.value': decimal('', 6, 'the register'),
  'forecast_law.what': text('key of a rate or limit'),
  'forecast_law.from': text('the law of the year'),
  'forecast_law.to': text('the scenario'),
  'forecast_assumptions.value': decimal('', 6, 'the register'),
  // Years that are over.
  'year-end.part': text('what the figure is of'),
  of: text('which one of them'),
  figure: text('name of the figure'),
  'year-end.value': text('the ledger: whole kroner, a number, or a head'),
  // What stands out of several runs.
  run_id: text('the ledger: posted runs'),
  'runs.grant_year': whole('year', 'the ledger'),
  'runs.term': whole('', 'the ledger'),
  run_at: text('the ledger: UTC'),
  approved_at: text('the ledger: UTC'),
  'runs.hours': whole('hours', 'run_at to approved_at, whole hours that have passed'),
  run_by: text('the ledger'),
  approved_by: text('the ledger'),
  accepted: whole('', 'the run: what was accepted by name'),
  reason: text('held.csv: norsktilskudd help CODE'),
  runs_held: whole('runs', 'held.csv of the posted runs: so many in a row have held it; of various: the most'),
  since: { type: 'day', unit: 'day', source: 'D of the first of them', digits: 0 },
  amounts: whole('rows', 'held.csv of the last run'),
  'held_ages.persons': persons('held.csv of the last run'),
  held_nok: amount('held.csv of the last run, sign apart; empty where it would tell of few persons'),
  'correction_causes.grant_year': whole('year', 'lines.csv'),
  cause: text('explain: cause of the line'),
  lines: whole('lines', 'lines.csv'),
  'correction_causes.persons': persons('lines.csv'),
  more_nok: amount('lines.csv: paid besides; empty where it would tell of few persons'),
  less_nok: amount('lines.csv: taken back; empty where it would tell of few persons'),
  actor: text('the ledger'),
  role: text('runner, attestant or approver'),
  runs_acted: whole('runs', 'the ledger'),
  paid_nok: kroner('the ledger: what these runs pay; a run counts for each who acted on it'),
  // The dictionary itself.
  table: text('name of the file'),
  place: whole('', 'place of the column in its table'),
  type: text('text, whole, decimal or day'),
  unit: text('unit of the figures'),
  digits: whole('', 'decimals at most'),
};
