import { type LimitCheck, type PastBatch, type PreviewReport, recipientText } from '../../app';
import { formatKroner, formatWhole } from '../../domain';
import { batchStateWord, dayText, explainWord, type TextKey } from '../../messages';
import { lastPostedText, olderCopyText, payeeLines } from '../approval/approval-text';
import { acceptedLines, blockerLines, rehearsalLines } from '../approval/wanted-text';
import { actWord } from '../cases/case-text';
import { type CliContext, say } from '../context';
import { folderReadText } from '../folder-read';
import { budgetText } from '../size/budget-text';
import { table, tableUnder } from '../view';
import { accountLines, changeLines, findingTable, unpayableLines } from './preview-details';

/** Kinds of findings told on the first screen. */
const FIRST_FINDINGS = 5;

/** The preview for people: one screen that a decision can rest on, then the details. */
export function previewText(report: PreviewReport, context: CliContext): string {
  const heading = (text: TextKey): string => `\n${say(context, text)}\n`;
  return [
    olderCopyText(report.missing, context),
    lastPostedText(report.lastPosted, context),
    titleText(report, context),
    folderReadText(report.batch.runFolder, context),
    payableText(report, context),
    acceptedText(report, context),
    '\n',
    figuresTable(report, context),
    limitsText(report.limits, context),
    casesText(report, context),
    heldText(report, context),
    findingTable(report.findings.slice(0, FIRST_FINDINGS), context),
    accountSummary(report, context),
    budgetSummary(report, context),
    heading('preview.largest_changes'),
    changeLines(report.changes, context),
    heading('preview.all_findings'),
    findingTable(report.findings, context),
    heading('preview.accounts_recipients'),
    accountLines(report.accounts, context),
    unpayableLines(report.recipients, context),
    heading('preview.budget'),
    budgetText(report.budget, undefined, context),
  ].join('');
}

function titleText({ batch, rehearsal, manifestSha256 }: PreviewReport, context: CliContext): string {
  const mark = rehearsal ? say(context, 'common.rehearsal') : '';
  const { runId, grantYear, term, asOf, actor, supplementNumber } = batch;
  const supplement = supplementNumber === 0 ? '' : ` (${supplementNumber})`;
  const state = batchStateWord(batch.state, context.language);
  const of = { mark, runId, supplement, grantYear, term, asOf, actor, state, manifest: manifestSha256 };
  return say(context, 'preview.title', of);
}

function payableText({ batch, limits, rehearsal, payees, recipients }: PreviewReport, context: CliContext): string {
  if (batch.state !== 'draft') return endedText(batch, context);
  if (batch.blockers.length > 0) {
    const blocked = batch.blockers.map(({ name, status }) =>
      status === '' ? name : `${name} (${explainWord(status, context.language)})`,
    );
    const head = say(context, 'preview.not_payable', { blocked: blocked.join(', ') });
    return `${[head, ...blockerLines(batch.blockers, context)].join('\n')}\n`;
  }
  if (limits.some(({ breached }) => breached)) {
    return say(context, 'preview.payable_but_beyond');
  }
  if (rehearsal) return say(context, 'preview.rehearsal_never_paid');
  if (payees.length > 0) {
    const isKept = recipients.some(({ canBePaid }) => !canBePaid);
    return say(context, isKept ? 'preview.can_approved_but' : 'preview.payable_look');
  }
  return say(context, 'preview.payable');
}

/** What became of a batch that is no draft any more: nothing is left to approve. */
function endedText({ state, supersededBy, approvals }: PreviewReport['batch'], context: CliContext): string {
  const approver = approvals.find(({ role }) => role === 'approver');
  const by = approver === undefined ? '' : say(context, 'preview.by', { actor: approver.actor });
  const on = approver === undefined ? '' : ` ${dayText(approver.at.slice(0, 10), context.language)}`;
  switch (state) {
    case 'posted':
      return say(context, 'preview.approved_posted', { by, on });
    case 'annulled':
      return say(context, 'preview.annulled', { by, on });
    case 'superseded':
      return say(context, 'preview.superseded', { supersededBy });
    default:
      return say(context, 'preview.withdrawn');
  }
}

/** What is wrong with those who are paid, what was accepted, and in a rehearsal what a real ledger would want accepted. */
function acceptedText({ batch, rehearsal, wanted, payees }: PreviewReport, context: CliContext): string {
  const lines = [
    ...payeeLines(payees, context),
    ...acceptedLines(batch.accepted, context),
    ...(rehearsal ? rehearsalLines(wanted, context) : []),
  ];
  return lines.map((line) => `${line}\n`).join('');
}

function figuresTable({ batch, figures, lastTerm, lastYear }: PreviewReport, context: CliContext): string {
  const batches = [{ batch, figures }, ...[lastTerm, lastYear].flatMap((past) => past ?? [])];
  const row = (text: TextKey, cellOf: (one: PastBatch) => string): string[] => [
    say(context, text),
    ...batches.map(cellOf),
  ];
  const rows = [
    row('preview.persons', ({ figures: { persons } }) => formatWhole(persons)),
    row('preview.lines', ({ figures: { lines } }) => formatWhole(lines)),
    row('preview.gross', ({ figures: { grossNok } }) => formatKroner(grossNok)),
    row('preview.corrections', ({ figures: { correctionsNok } }) => formatKroner(correctionsNok)),
    row('preview.net', ({ figures: { netNok } }) => formatKroner(netNok)),
    row('preview.paid', ({ figures: { paidNok } }) => formatKroner(paidNok)),
    row('preview.most_one', ({ figures: { largest } }) =>
      largest.paidNok === 0 ? '-' : `${recipientText(largest.recipient)} ${formatKroner(largest.paidNok)}`,
    ),
    row('common.held', (one) => formatKroner(one.batch.heldNok)),
  ];
  const head = ['', ...batches.map((one) => `${one.batch.grantYear} T${one.batch.term}`)];
  const none = lastYear ? '' : say(context, 'preview.same_term_last');
  return tableUnder(head, 'l'.padEnd(head.length, 'r'), rows, context) + none;
}

function limitsText(limits: readonly LimitCheck[], context: CliContext): string {
  return limits
    .map(({ name, limit, value, breached }) => {
      const mark = breached ? say(context, 'preview.breached') : 'ok';
      return `limits.${name}: ${value === undefined ? '-' : formatWhole(value)} / ${formatWhole(limit)} ${mark}\n`;
    })
    .join('');
}

function heldText({ held }: PreviewReport, context: CliContext): string {
  if (held.length === 0) return say(context, 'preview.nothing_held');
  const rows = held.map(({ reason, rows: count, amountNok }) => [reason, count, amountNok]);
  return `\n${table(context, 'preview.columns_held', 'wnk', rows)}\n`;
}

/** Acts of cases that the run started from, beside what the register says. */
function casesText({ cases }: PreviewReport, context: CliContext): string {
  if (cases.length === 0) return '';
  const rows = cases.map(({ caseNumber, act, kind, grantYear, component, amountNok }) => [
    ...[caseNumber, act, actWord(kind, context), grantYear === 0 ? '' : String(grantYear), component || null],
    amountNok === 0 ? null : amountNok,
  ]);
  return `\n${table(context, 'preview.columns_cases', 'rrllck', rows)}`;
}

function accountSummary({ accounts, payees, recipients, payableOn }: PreviewReport, context: CliContext): string {
  const sum = (rows: PreviewReport['recipients']): number => rows.reduce((total, { paidNok }) => total + paidNok, 0);
  const payable = recipients.filter(({ canBePaid }) => canBePaid);
  const of = { payable: payable.length, count: recipients.length, payableNok: sum(payable), paidNok: sum(recipients) };
  const count = (kind: string): number => accounts.filter((change) => change.kind === kind).length;
  const failing = payees.find(({ kind }) => kind === 'account_check')?.recipientIds.length ?? 0;
  const counts = { changed: count('account'), added: count('new_recipient'), missing: count('missing') };
  const canBePaid =
    payableOn === undefined
      ? say(context, 'preview.can_be_paid', of)
      : say(context, 'preview.can_be_paid_on', { ...of, on: payableOn });
  return say(context, 'preview.accounts_changed', { ...counts, failing }) + canBePaid;
}

function budgetSummary({ budget }: PreviewReport, context: CliContext): string {
  const { budgetYear: year, paidNok, orderedNok, thisBatchNok, dueLaterNok, remainingNok } = budget;
  const sums = { year, paidNok, orderedNok, thisBatchNok, dueLaterNok };
  return remainingNok === undefined
    ? say(context, 'preview.budget_year', sums)
    : say(context, 'preview.budget_year_with_rest', { ...sums, remainingNok });
}
