import { main } from '../../src/cli/main';
import { memoryTerminal } from '../../src/cli/terminal';
import { holdAnswer } from '../support/held-answer';

export interface CliResult {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** Runs one command in this process. */
export async function cli(cwd: string, argv: readonly string[], env: Record<string, string> = {}): Promise<CliResult> {
  const terminal = memoryTerminal(cwd, env);
  const code = await main(argv, terminal);
  holdAnswer(argv, code, terminal.outText());
  return { code, out: terminal.outText(), err: terminal.errText() };
}

/** The day in UTC, `YYYY-MM-DD`. */
export const today = (): string => new Date().toISOString().slice(0, 10);

/** Commands from now on are given on that day; nothing but the calendar stands still. */
export function onDay(day: string): void {
  const timers = [
    'setImmediate',
    'clearImmediate',
    'setInterval',
    'clearInterval',
    'setTimeout',
    'clearTimeout',
  ] as const;
  const doNotFake = ['hrtime', 'nextTick', 'performance', 'queueMicrotask', ...timers] as const;
  jest.useFakeTimers({ now: new Date(`${day}T12:00:00Z`), doNotFake: [...doNotFake] });
}

/** Flags that accept every assumption by its own name, as a real ledger wants it. */
export const ASSUMPTIONS_ACCEPTED: readonly string[] = Array.from({ length: 19 }, (_, index) => [
  '--accept',
  `A${index + 1}=trial`,
]).flat();
