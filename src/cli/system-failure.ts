import { type ErrorDetail, errorDetail, type MessageCode } from '../domain';
import { errorCodeOf } from '../effects';
import { messageAction, messageText } from '../messages';
import { type CliContext, say } from './context';
import { maskedParams } from './mask-person-ids';

/**
 * Exit code of what a machine refuses (data contract 5): 1 where only the machine can be mended, 2 for a path that is
 * wrong use, 3 for input that cannot be read, 5 for what is damaged, 6 for what is locked, protected or not to be had.
 */
type SystemExitCode = 1 | 2 | 3 | 5 | 6;

/** What the machine refused, and the exit code. */
export interface SystemFailure extends ErrorDetail {
  readonly exitCode: SystemExitCode;
}

const KINDS: Record<SystemExitCode, string> = { 1: 'fault', 2: 'usage', 3: 'input', 5: 'verification', 6: 'refused' };

/** Codes of the operating system, of Node.js and of SQLite that a user can do something about. */
const CODES: Readonly<Record<string, readonly [code: MessageCode, exitCode: SystemExitCode]>> = {
  ENOSPC: ['DISK_FULL', 1],
  EDQUOT: ['DISK_FULL', 1],
  SQLITE_FULL: ['DISK_FULL', 1],
  EISDIR: ['PATH_IS_FOLDER', 2],
  ENOTDIR: ['PATH_IS_FILE', 2],
  EEXIST: ['PATH_IS_FILE', 2],
  ENOTEMPTY: ['FOLDER_HAS_FILES', 2],
  ENAMETOOLONG: ['NAME_TOO_LONG', 2],
  EINVAL: ['NAME_UNUSABLE', 2],
  EILSEQ: ['NAME_UNUSABLE', 2],
  ENOENT: ['FILE_GONE', 3],
  ELOOP: ['LINKS_IN_CIRCLE', 3],
  NOT_A_REGULAR_FILE: ['NOT_A_REGULAR_FILE', 3],
  ENXIO: ['NOT_A_REGULAR_FILE', 3],
  ENODEV: ['NOT_A_REGULAR_FILE', 3],
  ESPIPE: ['NOT_A_REGULAR_FILE', 3],
  FILE_TOO_LARGE: ['FILE_TOO_LARGE', 3],
  ERR_FS_FILE_TOO_LARGE: ['FILE_TOO_LARGE', 3],
  ERR_STRING_TOO_LONG: ['FILE_TOO_LARGE', 3],
  EFBIG: ['FILE_TOO_LARGE', 3],
  EOVERFLOW: ['FILE_TOO_LARGE', 3],
  EIO: ['DISK_FAILED', 5],
  EREMOTEIO: ['DISK_FAILED', 5],
  ESTALE: ['DISK_FAILED', 5],
  EUCLEAN: ['DISK_FAILED', 5],
  ETIMEDOUT: ['DISK_FAILED', 5],
  SQLITE_IOERR: ['DISK_FAILED', 5],
  SQLITE_CORRUPT: ['DATABASE_DAMAGED', 5],
  SQLITE_NOTADB: ['DATABASE_DAMAGED', 5],
  SQLITE_FORMAT: ['DATABASE_DAMAGED', 5],
  EACCES: ['NO_PERMISSION', 6],
  EPERM: ['NO_PERMISSION', 6],
  EROFS: ['WRITE_PROTECTED', 6],
  SQLITE_READONLY: ['WRITE_PROTECTED', 6],
  SQLITE_PERM: ['NO_PERMISSION', 6],
  SQLITE_AUTH: ['NO_PERMISSION', 6],
  SQLITE_CANTOPEN: ['NO_PERMISSION', 6],
  EBUSY: ['FILE_IN_USE', 6],
  ETXTBSY: ['FILE_IN_USE', 6],
  EAGAIN: ['FILE_IN_USE', 6],
  EDEADLK: ['FILE_IN_USE', 6],
  SQLITE_BUSY: ['FILE_BUSY', 6],
  SQLITE_LOCKED: ['FILE_BUSY', 6],
  SQLITE_PROTOCOL: ['FILE_BUSY', 6],
  EMFILE: ['TOO_MANY_FILES', 6],
  ENFILE: ['TOO_MANY_FILES', 6],
  ENOMEM: ['OUT_OF_MEMORY', 6],
  SQLITE_NOMEM: ['OUT_OF_MEMORY', 6],
  ERR_WORKER_OUT_OF_MEMORY: ['OUT_OF_MEMORY', 6],
  ERR_WORKER_INIT_FAILED: ['OUT_OF_MEMORY', 6],
  ERR_MEMORY_ALLOCATION_FAILED: ['OUT_OF_MEMORY', 6],
  THREAD_STUCK: ['THREAD_STUCK', 6],
  ERR_DLOPEN_FAILED: ['LIBRARY_UNUSABLE', 6],
  MODULE_NOT_FOUND: ['LIBRARY_MISSING', 6],
};

/** What the machine refused; undefined for a fault of the program. */
export function systemFailureOf(cause: unknown): SystemFailure | undefined {
  const found = codeOfText(cause) ?? errorCodeOf(cause);
  if (found === undefined) return undefined;
  const known = CODES[found] ?? CODES[/^SQLITE_[A-Z]+/.exec(found)?.[0] ?? ''];
  const params = maskedParams({ path: pathOf(cause), reason: found });
  if (known !== undefined) return { ...errorDetail(known[0], params), exitCode: known[1] };
  return isSystemError(cause) ? { ...errorDetail<MessageCode>('MACHINE_REFUSED', params), exitCode: 6 } : undefined;
}

/** Faults that come without a code and can be known by what they say alone. */
function codeOfText(cause: unknown): string | undefined {
  const text = cause instanceof Error ? cause.message : '';
  if (text.startsWith('Could not locate the bindings file')) return 'MODULE_NOT_FOUND';
  if (text.includes('without null bytes')) return 'EINVAL';
  if (text === 'Array buffer allocation failed') return 'ENOMEM';
  return text === 'Invalid string length' ? 'ERR_STRING_TOO_LONG' : undefined;
}

/** True for what the operating system answers: it has a number. */
function isSystemError(cause: unknown): boolean {
  return typeof cause === 'object' && cause !== null && 'errno' in cause && 'syscall' in cause;
}

function pathOf(cause: unknown): string {
  if (typeof cause !== 'object' || cause === null || !('path' in cause)) return '';
  return typeof cause.path === 'string' ? cause.path : '';
}

/** Says what the machine refused and what to do. */
export function reportSystemFailure({ code, exitCode, params: reported }: SystemFailure, context: CliContext): void {
  const { terminal, language } = context;
  // SQLite and the memory of a machine name no path.
  const params = { ...reported, path: reported.path || say(context, 'failure.file') };
  const message = messageText(code, language, params);
  const action = messageAction(code, language, params);
  const [error, toDo] = [say(context, 'failure.error'), say(context, 'common.what_do')];
  terminal.err(`${context.red(`${error}:`)} ${message} [${code}]\n${toDo}: ${action}\n`);
  if (!context.json) return;
  const failure = { kind: KINDS[exitCode], exit_code: exitCode, code, message, action, params };
  terminal.out(`${JSON.stringify({ error: failure })}\n`);
}
