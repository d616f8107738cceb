import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

/** Folder of the golden cases. */
export const CASES = join(__dirname, '../../fixtures/cases');

const runCommand = z.strictObject({
  command: z.literal('run'),
  year: z.number(),
  term: z.number(),
  as_of: z.string(),
  exclude: z.array(z.string()),
  supplement: z.boolean(),
  rates: z.string(),
  extract: z.string(),
  expected: z.string().optional(),
  reject_limit: z.number().optional(),
  exit: z.number().optional(),
});
const openCommand = z.strictObject({
  command: z.literal('open-ledger'),
  postings: z.string(),
  balances: z.string().optional(),
});
const scenario = z.strictObject({
  name: z.string(),
  kind: z.string(),
  seed: z.number(),
  persons: z.number(),
  rehearsal: z.literal(true),
  commands: z.array(z.discriminatedUnion('command', [runCommand, openCommand])),
});

export type Scenario = z.infer<typeof scenario>;
export type ScenarioCommand = Scenario['commands'][number];
export type ScenarioRun = z.infer<typeof runCommand>;

/** Names of all golden cases, in order. */
export function caseNames(): string[] {
  return readdirSync(CASES)
    .filter((name) => /^\d{3}-/.test(name))
    .sort();
}

export function readScenario(name: string): Scenario {
  return scenario.parse(JSON.parse(readFileSync(join(CASES, name, 'scenario.json'), 'utf8')));
}
