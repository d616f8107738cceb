import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { type Breaking, CASE_ROADS, failAct, playRoad } from '../faults/case-play';
import { FAULT_KINDS } from '../faults/fault-play';

const BIN = join(__dirname, '..', '..', 'bin', 'norsktilskudd');
const PRELOAD = join(__dirname, '..', 'support', 'fault-plan.cjs');

/** In a process of its own, which ends at once as in a power cut. */
const kill: Breaking['breakOff'] = async (folder, act, { prefix, occurrence }) => {
  const env = { ...process.env, FAULT_PLAN: `kill:${prefix}:${occurrence}` };
  const { signal, stderr } = spawnSync(process.execPath, ['-r', PRELOAD, BIN, ...act], { cwd: folder, env });
  expect([act.join(' '), prefix, occurrence, signal ?? String(stderr)]).toEqual([
    ...[act.join(' '), prefix, occurrence],
    'SIGKILL',
  ]);
};

const roads = Object.entries(CASE_ROADS);
/** Each point but the many at which a file is only read or a row asked for, of which each fifth. */
const chosen = (points: number): number[] =>
  Array.from({ length: points }, (_, place) => place + 1).filter((number) => points < 12 || number % 5 === 0);

test.each(roads)('%s: acts that fail at any point', async (_, road) => {
  await playRoad(road, { prefixes: FAULT_KINDS, chosen, breakOff: failAct });
});

test.each(roads)('%s: acts that are killed at any point', async (_, road) => {
  await playRoad(road, { prefixes: ['db', 'file.rename', 'file.remove', 'file.write'], chosen, breakOff: kill });
});
