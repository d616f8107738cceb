import type { ProgressListener, ReadingProgress, ReadingStage } from '../app';
import { formatWhole } from '../domain';
import { monotonicMilliseconds } from '../effects';
import { type CliContext, say } from './context';

/** About how much of the time of a reading each stage takes; only for the time that is left. */
const STAGE_SHARES: Readonly<Record<ReadingStage, { readonly from: number; readonly length: number }>> = {
  survey: { from: 0, length: 0.15 },
  rows: { from: 0.15, length: 0.55 },
  store: { from: 0.7, length: 0.3 },
};

/** Milliseconds between two messages: a terminal's line is written over, elsewhere each is a line of its own. */
const TERMINAL_INTERVAL = 200;
const LOG_INTERVAL = 5_000;
/** Columns that a terminal's line takes, so that a shorter one leaves nothing of a longer one. */
const LINE_COLUMNS = 78;

/** Progress of the reading of an extract on standard error. */
export interface ReadingDisplay {
  readonly listener: ProgressListener;
  /** Clears the terminal's line. */
  end(): void;
}

/**
 * Shows how far the reading of an extract has come: percent, rows a second and the time left. Quick readings show
 * nothing.
 *
 * @param now milliseconds of a clock that never runs backwards
 */
export function readingDisplay(context: CliContext, now: () => number = monotonicMilliseconds): ReadingDisplay {
  const { terminal } = context;
  const interval = terminal.errIsTty ? TERMINAL_INTERVAL : LOG_INTERVAL;
  const begun = now();
  let next = begun + interval;
  let shown = false;
  return {
    listener(progress) {
      const at = now();
      if (at < next) return;
      next = at + interval;
      shown = true;
      const text = progressText(progress, at - begun, context);
      if (terminal.errIsTty) terminal.overwrite(text.padEnd(LINE_COLUMNS));
      else terminal.err(`${text}\n`);
    },
    end() {
      if (!shown || !terminal.errIsTty) return;
      terminal.overwrite(' '.repeat(LINE_COLUMNS));
      terminal.overwrite('');
    },
  };
}

function progressText({ stage, share, lines }: ReadingProgress, milliseconds: number, context: CliContext): string {
  const { from, length } = STAGE_SHARES[stage];
  const done = from + share * length;
  const seconds = Math.max(1, Math.round((milliseconds * (1 - done)) / done / 1000));
  const left = done > 0.02 ? say(context, 'reading.seconds_left', { seconds }) : '';
  const name = say(context, `reading.${stage}`);
  const perSecond = formatWhole(Math.round((lines * done * 1000) / milliseconds));
  const speed = lines > 0 ? say(context, 'reading.speed', { perSecond }) : '';
  return `${name}: ${Math.floor(done * 100)} %${speed}${left}`;
}

/** Does work that reads an extract and shows how far it has come. */
export function whileReading<T>(context: CliContext, work: (onProgress: ReadingDisplay['listener']) => T): T {
  const display = readingDisplay(context);
  try {
    return work(display.listener);
  } finally {
    display.end();
  }
}
