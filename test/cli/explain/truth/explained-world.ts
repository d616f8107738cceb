import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { z } from 'zod';
import { CASES, readScenario, type ScenarioCommand } from '../../../golden/scenario';
import type { explanationSchema } from '../../../support/explanation-schema';
import { cli } from '../../support';
import { ExtractCells } from './extract-cells';

/** An explanation as its JSON has it. */
export type ExplainedPerson = z.infer<typeof explanationSchema>;
export type ComponentChapter = ExplainedPerson['chapters'][number];
export type ExplainedStep = ComponentChapter['title'];
export type ExplainedSource = ExplainedStep['sources'][number];

/** A run with the extract that it read and the folder that it wrote. */
export interface ExplainedRun {
  readonly runId: string;
  readonly extract: ExtractCells;
  readonly folder: ExtractCells;
}

/** A ledger of posted runs, and where each of them comes from. */
export interface ExplainedWorld {
  readonly db: string;
  readonly keyFile: string;
  readonly runs: ReadonlyMap<string, ExplainedRun>;
  /** Rows of the opening batch. */
  readonly opening: ExtractCells;
  /** Line by line in a folder's file: `held.csv`. */
  rowsOf(runId: string, file: string): Readonly<Record<string, string>>[];
}

/** Plays a golden case in a folder, every draft approved, and keeps what is needed to check explanations by hand. */
export async function playWorld(folder: string, name: string): Promise<ExplainedWorld> {
  const home = join(CASES, name);
  const keyFile = join(folder, 'pseudonym.key');
  const db = join(folder, 'ledger.db');
  const runs = new Map<string, ExplainedRun>();
  for (const command of readScenario(name).commands) {
    if (command.command === 'run' && command.exit !== undefined) continue;
    const ledger = ['--db', db, '--rehearsal', '--as', 'Kari', '--json'];
    const key = command.command === 'run' ? ['--pseudonym-key-file', keyFile] : [];
    const drafted = await cli(folder, [...argumentsOf(home, command), ...ledger, ...key]);
    if (drafted.code !== 0) throw new Error(drafted.err);
    const { run_id: runId }: { run_id: string } = JSON.parse(drafted.out);
    const approved = await cli(folder, ['approve', runId, '--db', db, '--as', 'Ola']);
    if (approved.code !== 0) throw new Error(approved.err);
    if (command.command === 'open-ledger') continue;
    const extract = new ExtractCells(join(home, command.extract));
    runs.set(runId, { runId, extract, folder: new ExtractCells(join(`${db}.d`, 'runs', runId)) });
  }
  const rowsOf = (runId: string, file: string): Readonly<Record<string, string>>[] => [
    ...(runs.get(runId)?.folder.rows(file).values() ?? []),
  ];
  return { db, keyFile, runs, opening: new ExtractCells(home), rowsOf };
}

function argumentsOf(home: string, command: ScenarioCommand): string[] {
  if (command.command === 'open-ledger') {
    const balances = command.balances === undefined ? [] : ['--balances', join(home, command.balances)];
    return ['open-ledger', '--postings', join(home, command.postings), ...balances];
  }
  const limit = command.reject_limit === undefined ? [] : ['--reject-limit', String(command.reject_limit)];
  return [
    ...['run', '--extract', join(home, command.extract), '--rates', join(home, command.rates)],
    ...['--year', String(command.year), '--term', String(command.term), '--as-of', command.as_of],
    ...command.exclude.flatMap((component) => ['--exclude', component]),
    ...(command.supplement ? ['--supplement'] : []),
    ...limit,
  ];
}

/** Every step of a chapter or section in its order, each before its own steps. */
export function flatSteps(steps: readonly ExplainedStep[]): ExplainedStep[] {
  return steps.flatMap((each) => [each, ...flatSteps(each.steps)]);
}

/** Steps of a chapter by section, flat. */
export function stepsOf(chapter: ComponentChapter): ExplainedStep[] {
  return chapter.sections.flatMap((section) => flatSteps(section.steps));
}

/** The data of a shipped register by its key. */
export function shippedRow(file: string, key: string): string | undefined {
  const rows = SHIPPED.get(file) ?? readFileSync(join(__dirname, '../../../../rules/data', file), 'utf8').split('\n');
  SHIPPED.set(file, rows);
  return rows.find((row) => row.startsWith(`${key},`));
}

const SHIPPED = new Map<string, readonly string[]>();
