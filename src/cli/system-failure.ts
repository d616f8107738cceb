import type { ErrorDetail } from '../domain';
import { messageAction, messageText } from '../messages';
import type { CliContext } from './context';

/** Codes of the operating system and of SQLite that a user can do something about. */
const CODES: Readonly<Record<string, string>> = {
  ENOSPC: 'DISK_FULL',
  EDQUOT: 'DISK_FULL',
  SQLITE_FULL: 'DISK_FULL',
  EACCES: 'NO_PERMISSION',
  EPERM: 'NO_PERMISSION',
  EROFS: 'NO_PERMISSION',
  ENOENT: 'FILE_GONE',
  SQLITE_BUSY: 'FILE_BUSY',
};

/** What the machine refused; undefined for a fault of the program. */
export function systemFailureOf(cause: unknown): ErrorDetail | undefined {
  if (typeof cause !== 'object' || cause === null) return undefined;
  if (!('code' in cause) || typeof cause.code !== 'string') return undefined;
  const code = CODES[cause.code];
  const path = 'path' in cause && typeof cause.path === 'string' ? cause.path : '';
  return code === undefined ? undefined : { code, params: { path } };
}

/** Says what the machine refused and what to do (exit 1). */
export function reportSystemFailure(failure: ErrorDetail, context: CliContext): void {
  const { terminal, language } = context;
  const message = messageText(failure.code, language, failure.params);
  const action = messageAction(failure.code, language, failure.params);
  const words = language === 'nb' ? { error: 'Feil', toDo: 'Gjør dette' } : { error: 'Error', toDo: 'What to do' };
  terminal.err(`${context.errColours.red(`${words.error}:`)} ${message} [${failure.code}]\n${words.toDo}: ${action}\n`);
  if (!context.json) return;
  const error = { kind: 'fault', exit_code: 1, code: failure.code, message, action, params: failure.params };
  terminal.out(`${JSON.stringify({ error })}\n`);
}
