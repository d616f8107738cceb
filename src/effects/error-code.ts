/**
 * Code of an error of the operating system or of SQLite, such as EACCES or SQLITE_BUSY; undefined where there is none.
 * The class of the error says nothing: it may have been made elsewhere than the classes of this program (by the module
 * that brings SQLite, for another thread).
 */
export function errorCodeOf(cause: unknown): string | undefined {
  if (typeof cause !== 'object' || cause === null || !('code' in cause)) return undefined;
  return typeof cause.code === 'string' ? cause.code : undefined;
}
