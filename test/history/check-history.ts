import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { makeHistory } from './make-history';
import { playHistory } from './play-history';
import type { History } from './register';
import { shrink } from './shrink';
import { writeHistory } from './write-history';

/** Differences between engine and naive calculator in a history; none where they agree. */
export function differencesIn(history: History): string[] {
  const folder = mkdtempSync(join(tmpdir(), 'norsktilskudd-history-'));
  try {
    writeHistory(folder, history);
    return playHistory(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Plays the histories of these seeds; of the first that differs, the smallest form and its differences, as a text. */
export function checkHistories(firstSeed: number, count: number): string {
  for (let seed = firstSeed; seed < firstSeed + count; seed += 1) {
    const history = makeHistory(seed);
    if (differencesIn(history).length > 0)
      return report(shrink(history, (smaller) => differencesIn(smaller).length > 0));
  }
  return '';
}

function report(history: History): string {
  const runs = history.runs.map((run) => {
    const facts = run.facts.map((fact) => `    ${fact.table}: ${JSON.stringify(fact.fields)}`);
    return [
      `  run ${run.year} T${run.term} D ${run.asOf} excluded [${run.excluded.join(' ')}] limit ${run.rejectLimit}`,
      ...facts,
    ].join('\n');
  });
  const opening = history.opening.map((fact) => `  ${fact.table}: ${JSON.stringify(fact.fields)}`);
  return [`seed ${history.seed}`, ...opening, ...runs, ...differencesIn(history)].join('\n');
}
