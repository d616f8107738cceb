import { errorDetail, finding, type MessageCode, NorsktilskuddError } from '../../src/domain';
import { step } from '../../src/explain/steps/step';
import { isMessageCode, messageCodes, messageText, type Translation, textOf } from '../../src/messages';

/** Whatever is marked here must not compile: where it does, the mark itself is the error that the compiler finds. */
test('a code that is none, a value too few and a value too many do not compile', () => {
  const calls = [
    // @ts-expect-error no such code
    () => new NorsktilskuddError('usage', 'NO_SUCH_CODE', {}),
    // @ts-expect-error the text names folder
    () => new NorsktilskuddError('usage', 'FOLDER_NOT_EMPTY'),
    // @ts-expect-error the text names no path
    () => new NorsktilskuddError('usage', 'FOLDER_NOT_EMPTY', { folder: 'x', path: 'y' }),
    // @ts-expect-error a detail is held to the text as well
    () => errorDetail('RUN_FILE_CHANGED', { files: 'x' }),
    // @ts-expect-error no detail is made by hand
    () => new NorsktilskuddError('usage', 'LIST_MIXED', {}, [{ code: 'LIST_MIXED', params: {} }]),
    // @ts-expect-error a number of rows is a number
    () => finding('error', 'ROWS_REJECTED', {}, { file: 'x', rejected: 1, rows: 'two' }),
    // @ts-expect-error a code without words for any number of it is no finding
    () => finding('error', 'FOLDER_NOT_EMPTY', {}, { folder: 'x' }),
    // @ts-expect-error the text names names
    () => messageText('TABLES_ON_DISK_CHANGED', 'nb', {}),
  ];
  expect(calls).toHaveLength(8);
});

test('a code from outside is asked before it is told', () => {
  const told = (code: string): string => (isMessageCode(code) ? messageText<MessageCode>(code, 'en') : 'unknown');
  expect(told('LIST_MIXED')).toBe('The list has rows of the wrong kind.');
  for (const code of ['LIST_MIXED.action', 'batch_state.draft', 'toString', 'NO_SUCH_CODE'])
    expect(told(code)).toBe('unknown');
  expect(messageCodes().length).toBeGreaterThan(550);
});

test('a text without its values, and a language that lacks a text or a value, do not compile', () => {
  const english = { 'run.title': '{runId}: {rows|row|rows}', 'run.none': 'Nothing.' } as const;
  const whole = { 'run.title': '{rows|rad|rader} i {runId}', 'run.none': 'Ingenting.' } satisfies Translation<
    typeof english
  >;
  // @ts-expect-error run.none is missing
  const cut = { 'run.title': '{runId}: {rows|rad|rader}' } satisfies Translation<typeof english>;
  // @ts-expect-error the text does not say which run
  const silent = { 'run.title': '{rows|rad|rader}', 'run.none': 'Ingenting.' } satisfies Translation<typeof english>;
  const calls = [
    // @ts-expect-error no such text
    () => textOf('run.no_such_text', 'nb'),
    // @ts-expect-error the text names runId
    () => textOf('approval.posted', 'nb'),
    // @ts-expect-error the text names no actor
    () => textOf('approval.posted', 'nb', { runId: 'x', actor: 'kari' }),
    // @ts-expect-error an explanation is held to its sentence
    () => step('id', 'RATE_SINGLE', { year: 2018 }),
  ];
  expect([whole, cut, silent, calls]).toHaveLength(4);
});
