import { rmSync } from 'node:fs';
import { temporaryFolder } from '../support/temporary-folder';
import type { HistoryAct } from './make-acts';
import { makeHistory } from './make-history';
import { playHistory } from './play-history';
import type { Player } from './player';
import type { History } from './register';
import { shrink } from './shrink';
import { writeHistory } from './write-history';

type MakePlayer = (workFolder: string) => Player;

/** Differences between a player and the naive calculator in a history; none where they agree. */
export async function differencesIn(history: History, makePlayer: MakePlayer): Promise<string[]> {
  const folder = temporaryFolder();
  try {
    writeHistory(folder, history);
    return await playHistory(folder, makePlayer);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Plays the histories of these seeds; of the first that differs, the smallest form and its differences, as a text. */
export async function checkHistories(firstSeed: number, count: number, makePlayer: MakePlayer): Promise<string> {
  for (let seed = firstSeed; seed < firstSeed + count; seed += 1) {
    const history = makeHistory(seed);
    if ((await differencesIn(history, makePlayer)).length === 0) continue;
    const smallest = await shrink(history, async (smaller) => (await differencesIn(smaller, makePlayer)).length > 0);
    return report(smallest, await differencesIn(smallest, makePlayer));
  }
  return '';
}

/** An act without what it says nothing of. */
function said(act: HistoryAct): object {
  return Object.fromEntries(Object.entries(act).filter(([, value]) => value !== '' && value !== 0));
}

export function report(history: History, differences: readonly string[]): string {
  const runs = history.runs.map((run) => {
    const facts = run.facts.map((fact) => `    ${fact.table}: ${JSON.stringify(fact.fields)}`);
    const acts = run.acts.map((act) => `    act ${JSON.stringify(said(act))}`);
    return [
      ...acts,
      `  run ${run.year} T${run.term} D ${run.asOf} excluded [${run.excluded.join(' ')}] limit ${run.rejectLimit}${run.annulled ? ' annulled' : ''}`,
      ...facts,
    ].join('\n');
  });
  const opening = history.opening.map((fact) => `  ${fact.table}: ${JSON.stringify(fact.fields)}`);
  const missing = history.missingCells.map((cell) => `  without ${cell}`);
  return [`seed ${history.seed}`, ...missing, ...opening, ...runs, ...differences].join('\n');
}
