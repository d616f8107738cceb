import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { cli } from '../cli/support';
import { temporaryFolder } from '../support/temporary-folder';
import { compareTable } from './compare-table';
import { EXPECTED_TABLES } from './expected-tables';
import { CASES, readScenario, type ScenarioCommand, type ScenarioRun } from './scenario';

/** Looks at a run that has been posted: its folder, its extract and the folder of the ledger. Returns what is wrong. */
export type LookAtRun = (out: string, extract: string, work: string) => Promise<string[]>;

/**
 * Plays a golden case through the program's own commands in one rehearsal ledger, every draft approved by another name
 * before the next command, and returns all differences from what is expected.
 *
 * @param look at every run beside the comparison
 */
export async function playCase(name: string, look: LookAtRun = async () => []): Promise<string[]> {
  const work = temporaryFolder();
  try {
    const differences: string[] = [];
    for (const [index, command] of readScenario(name).commands.entries()) {
      const step = `${name} step ${index + 1}`;
      const found = await playCommand(join(CASES, name), work, command, join(work, `run-${index + 1}`));
      differences.push(...found.map((difference) => `${step}: ${difference}`));
      if (found.some((difference) => difference.startsWith('command'))) return differences;
      if (command.command === 'open-ledger' || (command.exit ?? 0) !== 0) continue;
      const seen = await look(join(work, `run-${index + 1}`), join(CASES, name, command.extract), work);
      differences.push(...seen.map((difference) => `${step}: ${difference}`));
    }
    return differences;
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

async function playCommand(folder: string, work: string, command: ScenarioCommand, out: string): Promise<string[]> {
  const argv = command.command === 'run' ? runArguments(folder, command, out) : openArguments(folder, command);
  const wantedExit = command.command === 'run' ? (command.exit ?? 0) : 0;
  const drafted = await cli(work, argv);
  if (drafted.code !== wantedExit) {
    return [
      `command ${argv.slice(0, 7).join(' ')} ended with ${drafted.code} instead of ${wantedExit}: ${drafted.err}`,
    ];
  }
  if (wantedExit !== 0)
    return existsSync(join(out, 'manifest.json')) ? ['command left a run folder that should not be'] : [];
  const { run_id: runId }: { run_id: string } = JSON.parse(drafted.out);
  const approved = await cli(work, ['approve', runId, '--db', 'ledger.db', '--as', 'approver', '--json']);
  if (approved.code !== 0) return [`command approve ended with ${approved.code}: ${approved.err}`];
  return command.command === 'run' ? compareRun(join(folder, command.expected ?? ''), out) : [];
}

function runArguments(folder: string, run: ScenarioRun, out: string): string[] {
  const flags = ['--extract', join(folder, run.extract), '--rates', join(folder, run.rates)];
  flags.push('--year', String(run.year), '--term', String(run.term), '--as-of', run.as_of);
  for (const component of run.exclude) flags.push('--exclude', component);
  if (run.supplement) flags.push('--supplement');
  if (run.reject_limit !== undefined) flags.push('--reject-limit', String(run.reject_limit));
  return ['run', ...flags, '--rehearsal', '--db', 'ledger.db', '--out', out, '--as', 'runner', '--json'];
}

function openArguments(folder: string, command: ScenarioCommand & { command: 'open-ledger' }): string[] {
  const flags = ['--postings', join(folder, command.postings)];
  if (command.balances !== undefined) flags.push('--balances', join(folder, command.balances));
  return ['open-ledger', ...flags, '--rehearsal', '--db', 'ledger.db', '--as', 'runner', '--json'];
}

function compareRun(expected: string, actual: string): string[] {
  return Object.entries(EXPECTED_TABLES).flatMap(([file, keys]) => {
    const expectedText = readFileSync(join(expected, file), 'utf8');
    return compareTable(file, keys, expectedText, readFileSync(join(actual, file), 'utf8'));
  });
}
