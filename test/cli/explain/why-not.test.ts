import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { main } from '../../../src/cli/main';
import { memoryTerminal } from '../../../src/cli/terminal';
import { pseudonymOf } from '../../../src/trace/keys';
import { answer, makeTwoTerms, type TwoTerms } from '../../audit/verify/two-terms';
import { explanationSchema } from '../../support/explanation-schema';

interface Told {
  readonly code: string;
  readonly text: string;
  readonly params: Readonly<Record<string, string | number>>;
  readonly steps: readonly Told[];
}
const STEP: z.ZodType<Told> = z.lazy(() =>
  z.object({
    code: z.string(),
    text: z.string(),
    params: z.record(z.string(), z.union([z.string(), z.number()])),
    steps: z.array(STEP),
  }),
);
const EXPLANATION = z.object({
  head: z.array(STEP),
  chapters: z.array(z.object({ sections: z.array(z.object({ code: z.string(), steps: z.array(STEP) })) })),
});

const OSLO = '0301';
let terms: TwoTerms;
let extract: Map<string, Record<string, string>[]>;

beforeAll(async () => {
  terms = await makeTwoTerms({ persons: 250, seed: 21 });
  const folder = terms.extracts[1] ?? '';
  extract = new Map(
    ['persons', 'residence', 'training_kommune', 'upper_secondary', 'person_ids'].map((table) => [
      table,
      rowsOf(folder, table),
    ]),
  );
}, 60_000);

function rowsOf(folder: string, table: string): Record<string, string>[] {
  const [header = '', ...rows] = readFileSync(join(folder, `${table}.csv`), 'utf8')
    .trimEnd()
    .split('\n');
  const names = header.split(',');
  return rows.map((row) => Object.fromEntries(row.split(',').map((cell, place) => [names[place] ?? '', cell])));
}

const ask = async (...what: string[]): Promise<z.infer<typeof EXPLANATION>> => {
  const json = await answer(terms.work, 'explain', ...what, '--why-not', '--db', terms.db);
  return EXPLANATION.parse(explanationSchema.parse(json));
};

/** Persons with a day in Oslo in 2018, by the CSV alone; a merged number is one person. */
function peopleOfOslo(): Set<string> {
  const now = new Map((extract.get('person_ids') ?? []).map((row) => [row.old_person_id, row.person_id ?? '']));
  const follow = (id: string): string => (now.has(id) ? follow(now.get(id) ?? '') : id);
  const known = (row: Record<string, string>): boolean => (row.registered_on ?? '') <= '2018-06-30';
  const hidden = new Set<string>();
  const persons = new Set<string>();
  for (const row of extract.get('persons') ?? []) {
    const id = follow(row.person_id ?? '');
    if (!['', 'none'].includes(row.address_protection ?? '')) hidden.add(id);
    if (known(row)) persons.add(id);
  }
  const there = new Set<string>();
  for (const table of ['residence', 'training_kommune', 'upper_secondary']) {
    for (const row of extract.get(table) ?? []) {
      const inYear = (row.from_date ?? '') <= '2018-12-31' && (row.to_date || '9999-12-31') >= '2018-01-01';
      const id = follow(row.person_id ?? '');
      const here = row.kommune === OSLO || row.fylke === '03';
      if (known(row) && inYear && here && persons.has(id) && !hidden.has(id)) there.add(id);
    }
  }
  return there;
}

test('who in a kommune triggered nothing: counted as the extract counts, named only where nothing was paid', async () => {
  const told = await ask('--recipient', OSLO);
  const people = told.head.find(({ code }) => code === 'WHY_NOT_PEOPLE');
  const expected = peopleOfOslo();
  expect(people?.params.peoplePersons).toBe(expected.size);
  const groups = told.chapters[0]?.sections.find(({ code }) => code === 'SECTION_REASONS')?.steps ?? [];
  const counted = groups.reduce((sum, { params }) => sum + Number(params.countPersons), 0);
  expect(counted).toBe(people?.params.nothingPersons);
  expect(counted + Number(people?.params.givingPersons)).toBe(expected.size);
  expect(groups.length).toBeGreaterThan(1);
  const named = groups.flatMap(({ steps }) => steps.flatMap(({ params }) => String(params.examples).split(', ')));
  const pseudonyms = new Map([...expected].map((id) => [pseudonymOf(terms.key, Number(id)), id]));
  const paid = new Set(
    terms.folders.flatMap((folder) =>
      readFileSync(join(folder, 'payout_lines.csv'), 'utf8')
        .split('\n')
        .slice(1, -1)
        .map((row) => row.split(',')[6]),
    ),
  );
  expect(named.length).toBeGreaterThan(2);
  for (const name of named) {
    expect(pseudonyms.has(name)).toBe(true);
    expect(paid.has(pseudonyms.get(name))).toBe(false);
  }
  const [somebody = ''] = named;
  const one = await ask('--person', pseudonyms.get(somebody) ?? '');
  const changes = one.chapters.flatMap(({ sections }) => sections.filter(({ code }) => code === 'SECTION_CHANGES'));
  expect(changes.length).toBeGreaterThan(0);
  for (const { steps } of changes) expect(steps.some(({ code }) => code.startsWith('CHANGES_'))).toBe(true);
});

test('what it would have taken for persons of every kind follows the published schema, and each answer says how many', async () => {
  const persons = extract.get('persons') ?? [];
  const codes = new Map<string, number>();
  for (const { person_id: id = '' } of persons.slice(0, 12)) {
    const { chapters } = await ask('--person', id);
    for (const { code } of chapters.flatMap(({ sections }) => sections.flatMap(({ steps }) => steps))) {
      if (code.startsWith('CHANGES_')) codes.set(code, (codes.get(code) ?? 0) + 1);
    }
  }
  expect(codes.get('CHANGES_ONE')).toBeGreaterThan(0);
  expect(codes.get('CHANGES_TWO')).toBeGreaterThan(0);
}, 60_000);

test.each(['nb', 'en'])('in %s every value stands in its sentence', async (language) => {
  for (const recipient of [OSLO, '1103']) {
    const terminal = memoryTerminal(terms.work);
    const code = await main(
      ['explain', '--recipient', recipient, '--why-not', '--db', terms.db, '--lang', language],
      terminal,
    );
    expect(code).toBe(0);
    expect(terminal.outText()).not.toMatch(/[{}]|reason_|field_/);
  }
});
