import { reportSystemFailure, systemFailureOf } from '../../src/cli/system-failure';
import { memoryTerminal } from '../../src/cli/terminal';
import type { Language } from '../../src/messages';

/** What a user reads when the machine answers with a code; undefined for a fault of the program. */
function told(cause: unknown, language: Language): { code: number; err: string } | undefined {
  const failure = systemFailureOf(cause);
  if (failure === undefined) return undefined;
  const terminal = memoryTerminal('/');
  const names = { terminal, language, commandName: '', exitCode: 0, json: false } as const;
  reportSystemFailure(failure, { ...names, red: (text: string) => text });
  return { code: failure.exitCode, err: terminal.errText() };
}

const refused = (code: string): Error =>
  Object.assign(new Error(code), { code, path: '/d/f', errno: -1, syscall: 'x' });

test.each([
  ['ENOSPC', 1, 'The disk is full. Nothing half-done was kept. [DISK_FULL]'],
  ['EISDIR', 2, 'Where a file is wanted there is a folder: /d/f. [PATH_IS_FOLDER]'],
  ['ENOTDIR', 2, 'Where a folder is wanted there is a file: /d/f. [PATH_IS_FILE]'],
  ['ENAMETOOLONG', 2, 'The name is longer than this machine allows: /d/f. [NAME_TOO_LONG]'],
  ['EINVAL', 2, '/d/f cannot be used as a file on this machine (EINVAL). [NAME_UNUSABLE]'],
  ['ENOENT', 3, 'The file or folder /d/f does not exist. [FILE_GONE]'],
  ['ELOOP', 3, '/d/f is a link that leads back to itself. [LINKS_IN_CIRCLE]'],
  ['ENXIO', 3, '/d/f is no ordinary file but a pipe, a device or another special file. [NOT_A_REGULAR_FILE]'],
  ['ERR_FS_FILE_TOO_LARGE', 3, '/d/f is larger than a file of its kind can be. [FILE_TOO_LARGE]'],
  ['EIO', 5, 'The disk or the network failed while /d/f was read or written (EIO). [DISK_FAILED]'],
  [
    'SQLITE_IOERR_READ',
    5,
    'The disk or the network failed while /d/f was read or written (SQLITE_IOERR_READ). [DISK_FAILED]',
  ],
  ['SQLITE_CORRUPT', 5, 'The database file is damaged or is no database: /d/f (SQLITE_CORRUPT). [DATABASE_DAMAGED]'],
  ['EACCES', 6, 'The program is not allowed to read or write /d/f. [NO_PERMISSION]'],
  [
    'EROFS',
    6,
    'Nothing can be written to /d/f: the file, the folder or the disk is write-protected. [WRITE_PROTECTED]',
  ],
  [
    'SQLITE_READONLY_DIRECTORY',
    6,
    'Nothing can be written to /d/f: the file, the folder or the disk is write-protected. [WRITE_PROTECTED]',
  ],
  ['EBUSY', 6, 'Another program is using /d/f now. [FILE_IN_USE]'],
  ['ETXTBSY', 6, 'Another program is using /d/f now. [FILE_IN_USE]'],
  ['SQLITE_BUSY', 6, 'The ledger is in use by another program or user. [FILE_BUSY]'],
  ['EMFILE', 6, 'The machine lets the program open no more files at once. [TOO_MANY_FILES]'],
  [
    'ERR_WORKER_OUT_OF_MEMORY',
    6,
    'The machine has not enough memory for this. Nothing half-done was kept. [OUT_OF_MEMORY]',
  ],
  [
    'ERR_DLOPEN_FAILED',
    6,
    'A library that the program needs does not fit this machine or this version of Node.js. [LIBRARY_UNUSABLE]',
  ],
  ['EPROTO', 6, 'The machine refused to read or write /d/f (EPROTO). [MACHINE_REFUSED]'],
])('%s: exit %i', (code, exitCode, message) => {
  const english = told(refused(code), 'en');
  expect(english).toEqual({ code: exitCode, err: expect.stringContaining(`Error: ${message}\nWhat to do: `) });
  const bokmal = told(refused(code), 'nb');
  expect(bokmal?.code).toBe(exitCode);
  expect(bokmal?.err).toMatch(/^Feil: .+ \[[A-Z_]+\]\nGjør dette: .+\n$/);
  expect(`${english?.err}${bokmal?.err}`).not.toMatch(/[{}]/);
});

test('what comes without a path or a code', () => {
  expect(told(Object.assign(new Error('disk I/O error'), { code: 'SQLITE_IOERR' }), 'nb')).toEqual({
    code: 5,
    err:
      'Feil: Disken eller nettverket sviktet ved lesing eller skriving av en fil (SQLITE_IOERR). [DISK_FAILED]\n' +
      'Gjør dette: La driften kontrollere disken. Kontroller tilskuddsreskontroen med norsktilskudd verify før den brukes videre.\n',
  });
  expect(told(new Error('Could not locate the bindings file. Tried: ...'), 'en')).toEqual({
    code: 6,
    err:
      'Error: A library that the program needs is not installed. [LIBRARY_MISSING]\n' +
      'What to do: Install the program anew on this machine (npm ci), with the version of Node.js that runs it.\n',
  });
  expect(told(new RangeError('Array buffer allocation failed'), 'en')).toMatchObject({ code: 6 });
});

test('a fault of the program stays one', () => {
  expect(told(new TypeError('x is not a function'), 'en')).toBeUndefined();
  expect(told(Object.assign(new Error('odd'), { code: 'ERR_INVALID_ARG_TYPE' }), 'en')).toBeUndefined();
});
