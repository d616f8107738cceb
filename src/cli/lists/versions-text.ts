import type { AdoptedList } from '../../app';
import { listKindWord } from '../../messages';
import type { CliContext } from '../context';
import { table } from '../view';

/** The versions of a kind, and the persons, files or assumptions of the last one. */
export function versionsText(versions: readonly AdoptedList[], context: CliContext): string {
  const rows = versions.map(({ list, hash: sha256 }) => [
    listKindWord(list.kind, context.language),
    list.version,
    list.validFrom,
    sha256.slice(0, 16),
    list.signatures.map(({ name }) => name).join(', '),
  ]);
  return `${table(context, 'lists.columns_list', 'lrlll', rows)}\n${contentText(versions.at(-1), context)}`;
}

function contentText(last: AdoptedList | undefined, context: CliContext): string {
  const { persons = [], rights = [], files = [], accepted = [] } = last?.list ?? {};
  if (persons.length > 0) {
    const rows = persons.map((one) => [one.name, one.roles.join(', '), `${one.validFrom}..${one.validTo}`]);
    const limits = rights.map((one) => [`${one.act}:${one.step}`, one.role, one.limitNok ?? '-']);
    const shown = rights.length === 0 ? '' : table(context, 'lists.columns_right', 'llk', limits);
    return `${table(context, 'lists.columns_name', 'lll', rows)}${shown}`;
  }
  if (accepted.length > 0) {
    const rows = accepted.map(({ name, reference }) => [name, reference]);
    return table(context, 'lists.assumption_reference', 'll', rows);
  }
  const rows = files.map(({ name, sha256 }) => [name, sha256.slice(0, 16), '']);
  return table(context, 'lists.columns_file', 'lll', rows);
}
