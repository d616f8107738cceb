import type { HandedOver, PaymentFileInfo, PayoutWritten } from '../../app';
import { type CliContext, say } from '../context';
import { table } from '../view';

/** Documents by name; those in folders of letters are many, and told by their number. `--json` names each. */
export function documentsOf(checked: readonly string[]): string {
  const folderOf = (name: string): string =>
    /^(letters|.*\.letters-[^/]*)\//.test(name) ? name.slice(0, name.lastIndexOf('/') + 1) : name;
  const folders = new Map<string, number>();
  for (const name of checked) folders.set(folderOf(name), (folders.get(folderOf(name)) ?? 0) + 1);
  return [...folders].map(([name, count]) => (name.endsWith('/') ? `${name} (${count})` : name)).join(', ');
}

/** What `payout write` has written, and what is held back. */
export function writtenText(answer: PayoutWritten, context: CliContext): string[] {
  const { written, already, heldCount, heldNok, lists, journalHead: head, rehearsal } = answer;
  const paths = [...written, ...already].map(({ path }) => path);
  return [
    rehearsal ? say(context, 'payout.rehearsal') : '',
    written.length > 0
      ? say(context, 'payout.written', { count: written.length })
      : say(context, 'payout.already', { count: already.length }),
    filesTable(
      [...written, ...already].map(({ file }) => file),
      context,
    ),
    heldCount > 0 ? say(context, 'payout.held', { payments: heldCount, sumNok: heldNok }) : '',
    ...[...paths, ...lists].map((path) => `${path}\n`),
    say(context, 'common.journal_head', { head }),
  ];
}

/** What `payout sent` has recorded. */
export function sentText({ files, journalHead: head }: HandedOver, context: CliContext): string[] {
  return [
    files.length === 0 ? say(context, 'payout.sent_already') : say(context, 'payout.sent', { count: files.length }),
    files.length > 0 ? filesTable(files, context) : '',
    say(context, 'common.journal_head', { head }),
  ];
}

/** Payment files with their state and what was handed over. */
export function filesTable(files: readonly PaymentFileInfo[], context: CliContext): string {
  const rows = files.map(({ name, executionDate, payments, amountNok, state, handOvers }) => [
    name,
    executionDate,
    payments.length,
    amountNok,
    say(context, `payout.state.${state}`),
    handOvers.map(({ on, reference }) => `${on} ${reference}`).join(', '),
  ]);
  return table(context, 'payout.columns_files', 'llnkll', rows);
}
