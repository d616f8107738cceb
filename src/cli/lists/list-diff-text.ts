import { type ListDiff, type ListRow, listRows, type SignedList } from '../../app';
import { listKindWord, type TextKey } from '../../messages';
import { type CliContext, say } from '../context';
import { at, list as listOf, object, orNull, text, whole } from '../declare/answer';
import { type Cell, table } from '../view';

/** Digits of a hash or a public key that are read aloud and compared. */
const FINGERPRINT = 16;

export function fingerprint(hash: string): string {
  return hash.slice(0, FINGERPRINT);
}

export const rowAnswer = object({ kind: text, name: text, says: text, hash: text });

/** What differs, under --json. */
export const diffAnswer = {
  valid_from: at('list.validFrom', text),
  before: orNull(object({ version: at('list.version', whole), sha256: at('hash', text) })),
  added: listOf(rowAnswer),
  removed: listOf(rowAnswer),
  changed: listOf(object({ before: rowAnswer, after: rowAnswer })),
};

/** What stands in a list that somebody has just signed, by fingerprints: what each of two signers compares. */
export function signedText(list: SignedList, hash: string, publicKey: string, context: CliContext): string {
  const rows = listRows(list).map(cellsOf);
  const prints = { list: fingerprint(hash), key: fingerprint(publicKey) };
  return table(context, 'lists.columns_signed', 'lll', rows) + say(context, 'lists.fingerprints_signed', prints);
}

/** What a proposed list adds, removes and changes. */
export function diffText({ list, hash, before, added, removed, changed }: ListDiff, context: CliContext): string {
  const { version, validFrom } = list;
  const kind = listKindWord(list.kind, context.language);
  const marked = (key: TextKey, row: ListRow): Cell[] => [say(context, key), ...cellsOf(row)];
  const rows = [
    ...added.map((row) => marked('lists.row_added', row)),
    ...removed.map((row) => marked('lists.row_removed', row)),
    ...changed.flatMap((row) => [marked('lists.row_before', row.before), marked('lists.row_after', row.after)]),
  ];
  const prints = { before: fingerprint(before?.hash ?? ''), proposed: fingerprint(hash) };
  return [
    before === undefined
      ? say(context, 'lists.diff_first', { kind, version, validFrom })
      : say(context, 'lists.diff_against', { kind, version, validFrom, before: before.list.version }),
    rows.length === 0 ? say(context, 'lists.diff_nothing') : table(context, 'lists.columns_diff', 'llll', rows),
    before === undefined
      ? say(context, 'lists.fingerprint_first', { proposed: prints.proposed })
      : say(context, 'lists.fingerprints_diff', prints),
  ].join('');
}

function cellsOf({ name, says, hash }: ListRow): Cell[] {
  return [name, says, fingerprint(hash)];
}
