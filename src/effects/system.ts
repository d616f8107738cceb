import { tmpdir, userInfo } from 'node:os';

/** Folder for files that nobody needs to keep. */
export function temporaryFolder(): string {
  return tmpdir();
}

/** Name of the account that the program runs under; empty where the machine has none for it. */
export function accountName(): string {
  try {
    return userInfo().username;
  } catch {
    return '';
  }
}

/** Runs the work when the user asks the program to stop (Ctrl-C, SIGTERM); returns how to stop listening. */
export function onInterrupt(work: () => void): () => void {
  process.on('SIGINT', work);
  process.on('SIGTERM', work);
  return () => {
    process.off('SIGINT', work);
    process.off('SIGTERM', work);
  };
}
