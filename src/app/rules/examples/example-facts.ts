import { NorsktilskuddError } from '../../../domain';
import type { ExampleStep } from './example-table';
import { ExampleWords, listed } from './example-words';

/** Rows of an extract by table, each as the values of its columns. */
export type ExampleRows = ReadonlyMap<string, readonly (readonly string[])[]>;

/** Columns in which the rows are written. */
export const FACT_COLUMNS: Readonly<Record<string, readonly string[]>> = {
  persons: [
    'person_id',
    'birth_date',
    'country_background',
    'death_date',
    'emigrated_on',
    'address_protection',
    'registered_on',
  ],
  target_group: [
    'target_group_id',
    'person_id',
    'law',
    'category',
    'permit_granted_on',
    'entered_on',
    'left_on',
    'registered_on',
  ],
  decisions: ['decision_id', 'person_id', 'kommune', 'kind', 'outcome', 'decided_on', 'registered_on'],
  residence: ['person_id', 'kommune', 'kind', 'from_date', 'to_date', 'registered_on'],
  training_kommune: ['person_id', 'kommune', 'from_date', 'to_date'],
  upper_secondary: ['person_id', 'fylke', 'from_date', 'to_date'],
  hours: ['hours_id', 'person_id', 'kommune', 'month', 'category', 'hours', 'registered_on'],
  teaching_hours: ['kommune', 'month', 'teaching_hours'],
};

/** What is registered where a cell does not say otherwise. */
const LONG_AGO = '2000-01-01';
const FIRST_ID = 201_600_000_001;
const NAMES = ['fra', 'til', 'registrert', 'tillatelse', 'nr'];

/** The extract that a step describes: as many persons as it says, all alike. */
export function factsOf(step: ExampleStep): ExampleRows {
  const { cells } = step;
  const rows = new Map<string, string[][]>(Object.keys(FACT_COLUMNS).map((table) => [table, []]));
  const add = (table: string, ...values: string[]): void => void rows.get(table)?.push(values);
  const persons = cells.personer === '' ? 1 : Number(cells.personer);
  const others = listed(cells.annet).map((text) => new ExampleWords(text, NAMES));
  for (let index = 0; index < persons; index += 1) addPerson(step, String(FIRST_ID + index), others, add);
  for (const words of others) {
    if (words.word(0) === 'undervisning') add('teaching_hours', words.word(1), words.word(2), words.word(3));
  }
  return rows;
}

type Add = (table: string, ...values: string[]) => void;

function addPerson({ cells }: ExampleStep, id: string, others: readonly ExampleWords[], add: Add): void {
  const dayOf = (what: string): string => others.find((words) => words.word(0) === what)?.word(1) ?? '';
  const country = cells.landbakgrunn === '' ? 'SYR' : cells.landbakgrunn;
  add('persons', id, cells.født || '1985-06-01', country, dayOf('død'), dayOf('utvandret'), '', LONG_AGO);
  listed(cells.personkrets).forEach((text, place) => {
    const words = new ExampleWords(text, NAMES);
    const enteredOn = words.word(2);
    const permit = words.named('tillatelse', enteredOn);
    const registered = words.named('registrert', LONG_AGO);
    add(
      'target_group',
      `${id}-${place}`,
      id,
      words.word(1),
      words.word(0),
      permit,
      enteredOn,
      words.named('til', ''),
      registered,
    );
  });
  listed(cells.vedtak).forEach((text, place) => {
    const words = new ExampleWords(text, NAMES);
    const key = words.named('nr', `${place}`);
    const registered = words.named('registrert', LONG_AGO);
    add('decisions', `${id}-${key}`, id, words.word(2), words.word(0), words.word(1), words.word(3), registered);
  });
  for (const text of listed(cells.opphold)) addHome(new ExampleWords(text, NAMES), id, add);
  others.forEach((words, place) => {
    addOther(words, id, place, add);
  });
}

/** `0301`, `mottak 0301 fra 2018-01-01 til 2018-05-31`: registered there where no kind is named. */
function addHome(words: ExampleWords, id: string, add: Add): void {
  const kind = words.count === 1 ? 'folkeregistrert' : words.word(0);
  const kommune = words.word(words.count - 1);
  const registered = words.named('registrert', LONG_AGO);
  add('residence', id, kommune, kind, words.named('fra', LONG_AGO), words.named('til', ''), registered);
}

function addOther(words: ExampleWords, id: string, place: number, add: Add): void {
  const what = words.word(0);
  const span = [words.named('fra', LONG_AGO), words.named('til', '')];
  if (what === 'vgs') add('upper_secondary', id, words.word(1), ...span);
  else if (what === 'opplæringskommune') add('training_kommune', id, words.word(1), ...span);
  else if (what === 'timer') {
    const key = `${id}-${place}`;
    add('hours', key, id, words.word(1), words.word(2), words.word(3), words.word(4), `${words.word(2)}-28`);
  } else if (!OTHER_WORDS.includes(what)) {
    throw new NorsktilskuddError('input', 'EXAMPLE_UNREADABLE', { text: words.text });
  }
}

/** Words of `annet` that are read elsewhere: dates of the person, the ledger before the first run, the run itself. */
const OTHER_WORDS = ['død', 'utvandret', 'undervisning', 'per', 'postert', 'saldo', 'månedsdeling'];
