import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Random } from '../history/random';
import type { Fact, History } from '../history/register';
import { nextDay, previousDay } from '../oracle/dates';

function mapFacts(history: History, change: (facts: readonly Fact[]) => Fact[]): History {
  return {
    ...history,
    opening: change(history.opening),
    runs: history.runs.map((run) => ({ ...run, facts: change(run.facts) })),
  };
}

/** The same rows in another order; rows of one person in one table keep theirs, for ties go by the file. */
export function shuffled(history: History): History {
  return mapFacts({ ...history, opening: [] }, (facts) => shuffleFacts(new Random(history.seed), facts));
}

function shuffleFacts(random: Random, facts: readonly Fact[]): Fact[] {
  const group = groupsOf(facts);
  const order = facts.map((fact) => ({ fact, place: random.below(1_000_000) })).sort((a, b) => a.place - b.place);
  const queues = new Map<string, Fact[]>();
  for (const fact of facts) queues.set(group(fact), [...(queues.get(group(fact)) ?? []), fact]);
  return order.flatMap(({ fact }) => queues.get(group(fact))?.shift() ?? []);
}

/** Table and person, ids that are one person's together. */
function groupsOf(facts: readonly Fact[]): (fact: Fact) => string {
  const next = new Map(
    facts
      .filter(({ table }) => table === 'person_ids')
      .map(({ fields }) => [fields.old_person_id ?? '', fields.person_id ?? '']),
  );
  const now = (id: string, steps = next.size): string => {
    const following = next.get(id);
    return following === undefined || steps === 0 ? id : now(following, steps - 1);
  };
  return ({ table, fields }) => `${table} ${now(fields.person_id ?? '')}`;
}

/** Every home that overlaps no other of its person's is written as two rows, one after the other. */
export function withSplitHomes(history: History): History {
  return mapFacts(history, (facts) => facts.flatMap((fact) => (isAlone(fact, facts) ? halves(fact) : [fact])));
}

function isAlone(fact: Fact, facts: readonly Fact[]): boolean {
  if (fact.table !== 'residence' || fact.fields.kind !== 'registered' || fact.fields.from_date === fact.fields.to_date)
    return false;
  const ids = new Set(
    facts.filter(({ table }) => table === 'person_ids').flatMap(({ fields }) => Object.values(fields)),
  );
  if (ids.has(fact.fields.person_id ?? '')) return false;
  const others = facts.filter(
    (other) => other !== fact && other.table === 'residence' && other.fields.person_id === fact.fields.person_id,
  );
  const endOf = (row: Fact): string => row.fields.to_date || '9999-12-31';
  return others.every(
    (other) => endOf(other) < (fact.fields.from_date ?? '') || (other.fields.from_date ?? '') > endOf(fact),
  );
}

function halves(fact: Fact): Fact[] {
  const from = fact.fields.from_date ?? '';
  const to = fact.fields.to_date ?? '';
  let cut = nextDay(from);
  for (let step = 0; step < 150 && (to === '' || cut < to); step += 1) cut = nextDay(cut);
  const part = (from_date: string, to_date: string): Fact => ({
    table: fact.table,
    fields: { ...fact.fields, from_date, to_date },
  });
  return [part(from, previousDay(cut)), part(cut, to)];
}

/** Kommuner that have kept their number all through, two lists in the order of the codes, fylke by fylke. */
const STABLE = readFileSync(join(__dirname, '..', '..', 'rules', 'data', 'kommuner.csv'), 'utf8')
  .split('\n')
  .slice(1)
  .map((line) => line.split(','))
  .filter(([code = '', , from = '', to = 'x']) => /^(11|15|18)\d\d$/.test(code) && from < '1990' && to === '')
  .map(([code = '']) => code)
  .sort();

/** The history in kommuner that never changed their number: the first choice of them, or others in the same order. */
export function inStableKommuner(history: History, choice: 0 | 1): History {
  const codes = new Set<string>();
  mapFacts(history, (facts) => {
    for (const { fields } of facts) {
      for (const code of [fields.kommune, fields.recipient_id]) if (code?.length === 4) codes.add(code);
    }
    return [...facts];
  });
  const names = new Map([...codes].sort().map((code, place) => [code, STABLE[2 * place + choice] ?? code]));
  return mapFacts(history, (facts) => facts.map((fact) => renamed(fact, names)));
}

/** Kommuner of the first choice as the second names them. */
export function otherName(code: string): string {
  const place = STABLE.indexOf(code);
  return place >= 0 && place % 2 === 0 ? (STABLE[place + 1] ?? code) : code;
}

function renamed(fact: Fact, names: ReadonlyMap<string, string>): Fact {
  const fields = { ...fact.fields };
  for (const column of ['kommune', 'recipient_id']) {
    const name = names.get(fields[column] ?? '');
    if (name !== undefined) fields[column] = name;
  }
  if (fact.table === 'upper_secondary') fields.fylke = '46';
  return { table: fact.table, fields };
}
