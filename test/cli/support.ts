import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { main } from '../../src/cli/main';
import { memoryTerminal } from '../../src/cli/terminal';

export interface CliResult {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** Runs one command in this process. */
export async function cli(cwd: string, argv: readonly string[], env: Record<string, string> = {}): Promise<CliResult> {
  const terminal = memoryTerminal(cwd, env);
  const code = await main(argv, terminal);
  return { code, out: terminal.outText(), err: terminal.errText() };
}

/** A folder for one test file, removed at its end. */
export function temporaryWorkFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'norsktilskudd-test-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}
