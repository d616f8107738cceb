import type { AccountChange, FindingSum, PreviewChange, PreviewRecipient } from '../../app';
import { formatKroner } from '../../domain';
import { reasonOfNoPayment } from '../../report';
import { type CliContext, say } from '../context';
import { withSign } from '../percent-text';
import { componentName } from '../table-words';
import { table } from '../view';

/** Findings by code with the kroner that they touch. */
export function findingTable(findings: readonly FindingSum[], context: CliContext): string {
  if (findings.length === 0) return say(context, 'preview.no_findings');
  const rows = findings.map(({ severity, code, count, linesNok }) => [code, code, severity, count, linesNok || '']);
  return table(context, 'preview.columns_finding', 'wlwnk', rows);
}

/** The largest changes with their causes below them. */
export function changeLines(changes: readonly PreviewChange[], context: CliContext): string {
  if (changes.length === 0) {
    return say(context, 'preview.no_line_changes');
  }
  return changes
    .map(({ lineId, component, grantYear, recipientId, previouslyNok, amountNok, causes }) => {
      const amount = withSign(formatKroner(amountNok), amountNok);
      const place = recipientId === '' ? say(context, 'preview.protected') : recipientId;
      const before = say(context, 'preview.posted_before');
      const head = `${amount.padStart(14)}  ${componentName(component, context)} ${grantYear}, ${place} (${before} ${formatKroner(previouslyNok)})  ${lineId}\n`;
      const none = say(context, 'preview.see_explain');
      return head + (causes.length === 0 ? [none] : causes).map((cause) => `                ${cause}\n`).join('');
    })
    .concat(say(context, 'preview.changes_persons_protected'))
    .join('');
}

/** Every change of payment details. */
export function accountLines(accounts: readonly AccountChange[], context: CliContext): string {
  if (accounts.length === 0) return say(context, 'preview.no_changes');
  const kinds = {
    new_recipient: 'preview.new_recipient',
    account: 'preview.account_changed',
    org_number: 'preview.organisation_number_changed',
    missing: 'preview.paid_without_account',
  } as const;
  const rows = accounts.map(({ recipientId, name, kind, before, now }) => {
    return [recipientId, name, say(context, kinds[kind]), before, now];
  });
  return table(context, 'preview.columns_recipient', 'lllll', rows);
}

/** Everybody whom no file could pay, with why; all others could be paid. */
export function unpayableLines(recipients: readonly PreviewRecipient[], context: CliContext): string {
  const rows = recipients
    .filter(({ canBePaid }) => !canBePaid)
    .map(({ recipientId, name, paidNok, obstacles }) => {
      const reasons = obstacles.map((code) => reasonOfNoPayment(code, context.language));
      return [recipientId, name, paidNok, reasons.join(', ')];
    });
  return rows.length === 0 ? '' : `\n${table(context, 'preview.columns_unpayable', 'llkl', rows)}`;
}
