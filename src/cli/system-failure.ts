import type { ErrorDetail } from '../domain';
import { messageAction, messageText } from '../messages';
import type { CliContext } from './context';
import { maskedParams } from './mask-person-ids';

/** What the machine refused, and the exit code: a path of the wrong kind is wrong use, the rest a fault. */
export interface SystemFailure extends ErrorDetail {
  readonly exitCode: 1 | 2;
}

/** Codes of the operating system and of SQLite that a user can do something about. */
const CODES: Readonly<Record<string, readonly [code: string, exitCode: 1 | 2]>> = {
  ENOSPC: ['DISK_FULL', 1],
  EDQUOT: ['DISK_FULL', 1],
  SQLITE_FULL: ['DISK_FULL', 1],
  EACCES: ['NO_PERMISSION', 1],
  EPERM: ['NO_PERMISSION', 1],
  EROFS: ['NO_PERMISSION', 1],
  ENOENT: ['FILE_GONE', 1],
  SQLITE_BUSY: ['FILE_BUSY', 1],
  EISDIR: ['PATH_IS_FOLDER', 2],
  ENOTDIR: ['PATH_IS_FILE', 2],
  EEXIST: ['PATH_IS_FILE', 2],
};

/** What the machine refused; undefined for a fault of the program. */
export function systemFailureOf(cause: unknown): SystemFailure | undefined {
  if (typeof cause !== 'object' || cause === null) return undefined;
  if (!('code' in cause) || typeof cause.code !== 'string') return undefined;
  const [code, exitCode] = CODES[cause.code] ?? [];
  const path = 'path' in cause && typeof cause.path === 'string' ? cause.path : '';
  return code === undefined || exitCode === undefined ? undefined : { code, exitCode, params: maskedParams({ path }) };
}

/** Says what the machine refused and what to do. */
export function reportSystemFailure({ code, exitCode, params }: SystemFailure, context: CliContext): void {
  const { terminal, language } = context;
  const message = messageText(code, language, params);
  const action = messageAction(code, language, params);
  const words = language === 'nb' ? { error: 'Feil', toDo: 'Gjør dette' } : { error: 'Error', toDo: 'What to do' };
  terminal.err(`${context.errColours.red(`${words.error}:`)} ${message} [${code}]\n${words.toDo}: ${action}\n`);
  if (!context.json) return;
  const kind = exitCode === 1 ? 'fault' : 'usage';
  terminal.out(`${JSON.stringify({ error: { kind, exit_code: exitCode, code, message, action, params } })}\n`);
}
