/** Where a command reads its surroundings and writes what it says. Tests give their own. */
export interface Terminal {
  /** Folder that relative paths are taken from. */
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly outIsTty: boolean;
  readonly errIsTty: boolean;
  /** Columns of the terminal; 80 where it is none, or does not say. */
  readonly columns: number;
  /** Results: standard output. */
  out(text: string): void;
  /** Progress and messages: standard error. */
  err(text: string): void;
  /** Progress that is written over: puts a text in the place of the current line of standard error. */
  overwrite(text: string): void;
}

/**
 * The terminal of the running process. A reader that goes away early (`| head`) is no fault: what it would have got is
 * left unsaid, and the command goes on to its own exit code.
 *
 * @param lost told once, with the code of the system, where what is said cannot be written for another reason (a full disk)
 */
export function processTerminal(lost: (code: string) => void = endsBadly): Terminal {
  let isLost = false;
  for (const stream of [process.stdout, process.stderr]) {
    stream.on('error', ({ code = '' }: NodeJS.ErrnoException) => {
      if (code === 'EPIPE' || code === 'EIO' || isLost) return; // EIO: the terminal itself was closed.
      isLost = true;
      lost(code);
    });
  }
  return {
    cwd: process.cwd(),
    env: process.env,
    outIsTty: process.stdout.isTTY === true,
    errIsTty: process.stderr.isTTY === true,
    columns: process.stdout.columns || process.stderr.columns || 80,
    out: (text) => void process.stdout.write(text),
    err: (text) => void process.stderr.write(text),
    overwrite: (text) => void process.stderr.write(`\r${text}`),
  };
}

/** Where nobody says more of it. */
function endsBadly(): void {
  process.exitCode = 1;
}

/** A terminal that keeps what was said, for tests and for commands that run other commands. */
export interface MemoryTerminal extends Terminal {
  outText(): string;
  errText(): string;
}

export function memoryTerminal(cwd: string, env: Readonly<Record<string, string | undefined>> = {}): MemoryTerminal {
  const outParts: string[] = [];
  const errParts: string[] = [];
  return {
    cwd,
    env,
    outIsTty: false,
    errIsTty: false,
    columns: 80,
    out: (text) => void outParts.push(text),
    err: (text) => void errParts.push(text),
    overwrite: (text) => void errParts.push(`\r${text}`),
    outText: () => outParts.join(''),
    errText: () => errParts.join(''),
  };
}

/** True where colours may be used on a stream: a terminal, and the user has not said no (no-color.org). */
export function wantsColour(terminal: Terminal, stream: 'out' | 'err', flag: boolean): boolean {
  const isTty = stream === 'out' ? terminal.outIsTty : terminal.errIsTty;
  return flag && isTty && !terminal.env.NO_COLOR && terminal.env.TERM !== 'dumb';
}
