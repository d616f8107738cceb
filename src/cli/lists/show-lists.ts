import { adoptedLists } from '../../app';
import { listJson } from '../../audit';
import type { AdoptedList } from '../../ledger';
import { type CliContext, say } from '../context';
import { textTable } from '../text-table';

/** Every adopted version, with the persons or files of the last one. */
export function showLists(db: string, context: CliContext): void {
  const { terminal } = context;
  const { versions: lists, requiresSignatures } = adoptedLists(db);
  if (context.json) {
    const versions = lists.flat().map(({ list, hash }) => ({ ...listJson(list), sha256: hash }));
    terminal.out(`${JSON.stringify({ requires_signatures: requiresSignatures, versions })}\n`);
    return;
  }
  terminal.out(
    requiresSignatures ? say(context, 'lists.signatures_required') : say(context, 'lists.no_signatures_required'),
  );
  for (const versions of lists) if (versions.length > 0) terminal.out(`\n${textOf(versions, context)}`);
}

function textOf(versions: readonly AdoptedList[], context: CliContext): string {
  const head = say(context, 'lists.columns_list').split('|');
  const rows = versions.map(({ list, hash }) => [
    list.kind,
    String(list.version),
    list.validFrom,
    hash.slice(0, 16),
    list.signatures.map(({ name }) => name).join(', '),
  ]);
  const { persons = [], files = [], accepted = [] } = versions.at(-1)?.list ?? {};
  const people = persons.map(({ name, roles, validFrom, validTo }) => [
    name,
    roles.join(', '),
    `${validFrom}..${validTo}`,
  ]);
  const rates = files.map(({ name, sha256 }) => [name, sha256.slice(0, 16), '']);
  const who = say(context, 'lists.columns_name').split('|');
  const which = say(context, 'lists.columns_file').split('|');
  const where = say(context, 'lists.assumption_reference').split('|');
  const second =
    persons.length > 0
      ? textTable(who, 'lll', people)
      : accepted.length > 0
        ? textTable(
            where,
            'll',
            accepted.map(({ name, reference }) => [name, reference]),
          )
        : textTable(which, 'lll', rates);
  return `${textTable(head, 'lrlll', rows)}\n${second}`;
}
