import { type FolderRow, folderRows } from './folder-rows';

/** A recipient whose payment details are not those of the batch before. */
export interface AccountChange {
  readonly recipientId: string;
  readonly name: string;
  readonly kind: 'new_recipient' | 'account' | 'org_number' | 'missing';
  /** Empty where there was none. */
  readonly before: string;
  readonly now: string;
}

/**
 * Payment details against the batch before: a new account is where money is stolen, so each is reported by itself. Recipients
 * that are paid without any account are reported too.
 */
export function accountChanges(runFolder: string, beforeFolder: string | undefined): AccountChange[] {
  const now = byRecipient(folderRows(runFolder, 'payouts.csv'));
  const before = beforeFolder === undefined ? undefined : byRecipient(folderRows(beforeFolder, 'payouts.csv'));
  return [...now].flatMap(([recipientId, row]) => changesOf(recipientId, row, before));
}

function byRecipient(rows: readonly FolderRow[]): ReadonlyMap<string, FolderRow> {
  return new Map(rows.map((row) => [row.recipient_id ?? '', row]));
}

function changesOf(
  recipientId: string,
  row: FolderRow,
  before: ReadonlyMap<string, FolderRow> | undefined,
): AccountChange[] {
  const name = row.recipient_name ?? '';
  const { account_number: account = '', org_number: org = '' } = row;
  const missing: AccountChange[] =
    account === '' && Number(row.paid) > 0 ? [{ recipientId, name, kind: 'missing', before: '', now: '' }] : [];
  if (before === undefined) return missing;
  const was = before.get(recipientId);
  if (was === undefined) {
    return account === '' ? missing : [{ recipientId, name, kind: 'new_recipient', before: '', now: account }];
  }
  const changes = [...missing];
  const { account_number: formerAccount = '', org_number: formerOrg = '' } = was;
  if (account !== formerAccount)
    changes.push({ recipientId, name, kind: 'account', before: formerAccount, now: account });
  if (org !== formerOrg) changes.push({ recipientId, name, kind: 'org_number', before: formerOrg, now: org });
  return changes;
}
