import { type BatchSumRow, type OpeningComparison, recipientText } from '../../app';
import { formatKroner } from '../../domain';
import { RESTRICTED_MODE, RunFolder, writeTableForPeople } from '../../payout';
import { type CliContext, say } from '../context';
import { withSign } from '../percent-text';
import { componentName } from '../table-words';
import { textTable } from '../text-table';

const COLUMNS = ['grant_year', 'component', 'recipient_id', 'a', 'b', 'difference'] as const;

/** Tells two batches by their sums and writes `batches.csv` where a folder is wanted. */
export function tellOpeningComparison(found: OpeningComparison, out: string | undefined, context: CliContext): void {
  if (out !== undefined) {
    RunFolder.write(out, (folder) =>
      writeTableForPeople(folder.createFile('batches.csv', RESTRICTED_MODE), COLUMNS, found.rows.map(cellsOf)),
    );
  }
  context.terminal.out(context.json ? asJson(found) : asText(found, context));
}

const cellsOf = ({ grantYear, component, recipient, aNok, bNok }: BatchSumRow): (string | number)[] => [
  grantYear,
  component,
  recipientText(recipient),
  aNok,
  bNok,
  bNok - aNok,
];

function asJson({ a, b, rows }: OpeningComparison): string {
  const named = rows.map((row) => Object.fromEntries(cellsOf(row).map((cell, index) => [COLUMNS[index], cell])));
  return `${JSON.stringify({ a: a.runId, b: b.runId, rows: named })}\n`;
}

function asText({ a, b, rows }: OpeningComparison, context: CliContext): string {
  const words = say(context, 'compare.columns_grant');
  const table = rows.map((row) => [
    String(row.grantYear),
    componentName(row.component, context),
    recipientText(row.recipient),
    formatKroner(row.aNok),
    formatKroner(row.bNok),
    withSign(formatKroner(row.bNok - row.aNok), row.bNok - row.aNok),
  ]);
  const ended = [a, b].filter(({ posting, state }) => posting === 0 && state !== 'draft');
  const gone = ended.map(({ runId }) => say(context, 'compare.content_draft_ended', { runId }));
  return `A  ${a.runId}\nB  ${b.runId}\n${gone.join('')}\n${textTable(words.split('|'), 'lllrrr', table)}`;
}
