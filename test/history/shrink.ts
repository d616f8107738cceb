import type { Fact, History, HistoryRun } from './register';

/**
 * A smaller history in which `isWrong` still holds: fewer runs, fewer opening rows, fewer persons, fewer rows. Rows that
 * stand in several extracts go from all of them.
 */
export async function shrink(history: History, isWrong: (candidate: History) => Promise<boolean>): Promise<History> {
  let best = history;
  for (;;) {
    const smaller = await firstWrong(generate(best), isWrong);
    if (smaller === undefined) return best;
    best = smaller;
  }
}

async function firstWrong(
  candidates: Iterable<History>,
  isWrong: (candidate: History) => Promise<boolean>,
): Promise<History | undefined> {
  for (const candidate of candidates) {
    if (candidate.runs.length > 0 && (await isWrong(candidate))) return candidate;
  }
  return undefined;
}

function* generate(history: History): Generator<History> {
  const { runs, opening } = history;
  for (let index = 0; index < runs.length; index += 1) yield { ...history, runs: withoutRun(runs, index) };
  for (const [index, run] of runs.entries()) {
    for (let place = 0; place < run.acts.length; place += 1) {
      yield { ...history, runs: runs.with(index, { ...run, acts: without(run.acts, place) }) };
    }
  }
  if (opening.length > 0) yield { ...history, opening: [] };
  for (let index = 0; index < opening.length; index += 1) yield { ...history, opening: without(opening, index) };
  if (history.missingCells.length > 0) yield { ...history, missingCells: [] };
  const persons = new Set(runs.flatMap((run) => run.facts.map((fact) => fact.fields.person_id ?? '')));
  for (const person of persons) yield mapRuns(history, (fact) => fact.fields.person_id !== person);
  const texts = new Set(runs.flatMap((run) => run.facts.map(textOf)));
  for (const text of texts) yield mapRuns(history, (fact) => textOf(fact) !== text);
  const last = runs.at(-1);
  if (last && last.form !== 0) yield { ...history, runs: runs.map((run): HistoryRun => ({ ...run, form: 0 })) };
  if (runs.some((run) => run.excluded.length > 0)) {
    yield { ...history, runs: runs.map((run): HistoryRun => ({ ...run, excluded: [] })) };
  }
}

/** Without a run; what was decided before it is decided before the next one. */
function withoutRun(runs: readonly HistoryRun[], index: number): HistoryRun[] {
  const gone = runs[index]?.acts ?? [];
  return without(runs, index).map((run, place) => (place === index ? { ...run, acts: [...gone, ...run.acts] } : run));
}

function without<T>(list: readonly T[], index: number): T[] {
  return list.filter((_, place) => place !== index);
}

function textOf(fact: Fact): string {
  return JSON.stringify(fact);
}

function mapRuns(history: History, keep: (fact: Fact) => boolean): History {
  return { ...history, runs: history.runs.map((run) => ({ ...run, facts: run.facts.filter(keep) })) };
}
