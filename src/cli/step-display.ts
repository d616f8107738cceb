import type { TextKey } from '../messages';
import { type CliContext, say } from './context';

/** Columns of the bar. */
const BAR_COLUMNS = 20;
/** Columns that the line takes, so that a shorter one leaves nothing of a longer one. */
const LINE_COLUMNS = 78;

/** Says how far a work of several parts has come. */
export type StepListener = (text: TextKey, done: number, of: number) => void;

/** Does work and shows a bar of its parts on standard error, where that is a terminal; nothing of it stays. */
export async function whileStepping<T>(context: CliContext, work: (onStep: StepListener) => Promise<T>): Promise<T> {
  const { terminal } = context;
  if (!terminal.errIsTty) return work(() => {});
  try {
    return await work((text, done, of) => {
      const full = Math.floor((BAR_COLUMNS * done) / Math.max(of, 1));
      const bar = `${'#'.repeat(full)}${'.'.repeat(BAR_COLUMNS - full)}`;
      terminal.overwrite(`[${bar}] ${say(context, text)}`.padEnd(LINE_COLUMNS));
    });
  } finally {
    terminal.overwrite(' '.repeat(LINE_COLUMNS));
    terminal.overwrite('');
  }
}
