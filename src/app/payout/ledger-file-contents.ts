import { asRecipientCode, type Component, groupMark, paymentKey, sha256Hex } from '../../domain';
import type { Ledger, LedgerLine, PayableRecipient, PaymentFileContent, RecipientsOfDay } from '../../ledger';
import {
  type BookedCell,
  type LedgerFileProfile,
  ledgerRows,
  messageIdOf,
  PROFILE_SCHEMA,
  writeLedgerFile,
} from '../../payout';
import { kapPostOn } from '../payment/payment-settings';
import { readJsonFile } from '../read-json-file';
import { type FilesOf, refuseMissing } from './order-contents';

/** What a ledger file needs besides. */
export interface LedgerFileOf extends FilesOf {
  readonly ledger: Ledger;
  readonly recipients: RecipientsOfDay;
  /** True for the first file of a batch: it also has those to whom nothing is paid. */
  readonly isFirst: boolean;
}

/**
 * The file for the accounting system (DFØ) as its profile has it.
 *
 * @throws NorsktilskuddError input PAYOUT_SETTINGS, CONFIG_REFUSED where the profile cannot be used
 */
export function ledgerFileContents(parts: LedgerFileOf): PaymentFileContent[] {
  const { batch, settings, rehearsal: isRehearsal, ledger, payees, executionDate, createdAt, first } = parts;
  refuseMissing(settings.ledgerFileProfile === undefined ? ['ledger_file_profile'] : []);
  const profile = readJsonFile(settings.ledgerFileProfile ?? '', PROFILE_SCHEMA, 'CONFIG_REFUSED', 'config');
  const lines = [...ledger.linesOf(batch.runId)];
  const cells = [...payees.map(({ payment }) => cellOf(payment)), ...(parts.isFirst ? unpaidCells(parts, lines) : [])];
  const rows = ledgerRows(cells, lines);
  const kapPosts = kapPostsOf(
    parts,
    profile,
    rows.flatMap(({ component }) => component || []),
  );
  const messageId = messageIdOf({ ...batch, isRehearsal }, first);
  const payeeOf = (recipient: number): PayableRecipient | undefined => parts.recipients.get(asRecipientCode(recipient));
  const frame = {
    reference: messageId,
    grantYear: batch.grantYear,
    term: batch.term,
    voucherDate: createdAt.slice(0, 10),
    dueDate: executionDate,
    text: settings.text,
  };
  const bytes = writeLedgerFile(profile, frame, rows, {
    payee: ({ cell }) => {
      const payee = payeeOf(cell.recipient);
      const { legalName: name = '', orgNumber = '', account = '' } = payee ?? {};
      return { name, orgNumber, account, kid: payee?.kidByGroup.get(cell.group) ?? '' };
    },
    kapPost: (component) => kapPosts.get(component) ?? { kap: '', post: '' },
  });
  return [
    {
      runId: batch.runId,
      number: first,
      channel: 'ledger-file',
      format: `${profile.name}-${sha256Hex(JSON.stringify(profile)).slice(0, 12)}`,
      messageId,
      name: `${messageId}.${profile.extension}`,
      debtorAccount: '',
      executionDate,
      createdAt,
      settings: JSON.stringify(profile),
      bytes,
      payments: payees.flatMap(({ payment, recipient }) =>
        recipient === undefined
          ? []
          : [
              {
                paymentKey: payment.paymentKey,
                instructionId: payment.paymentKey,
                paymentInfoId: '',
                amountNok: payment.amountNok,
                account: recipient.account,
                name: recipient.legalName,
              },
            ],
      ),
    },
  ];
}

function cellOf({
  recipient,
  group,
  paymentKey: reference,
  amountNok,
}: FilesOf['payees'][number]['payment']): BookedCell {
  return { recipient, group, reference, paidNok: amountNok };
}

/** Recipients and groups with lines to whom the batch pays nothing: what they owe is carried on. */
function unpaidCells({ ledger, batch, rehearsal }: LedgerFileOf, lines: readonly LedgerLine[]): BookedCell[] {
  const keyOf = ({ recipient, group }: Pick<BookedCell, 'recipient' | 'group'>): string =>
    `${recipient} ${groupMark(group)}`;
  const known = new Set(ledger.paymentsOf(batch.runId).map(keyOf));
  return lines.flatMap((line) => {
    if (known.has(keyOf(line))) return [];
    known.add(keyOf(line));
    const { recipient, group } = line;
    const key = paymentKey({ ...batch, recipient: asRecipientCode(recipient), group, rehearsal });
    return [{ recipient, group, reference: key, paidNok: 0 }];
  });
}

/** Chapter and item of each component on the day of payment, where the profile has a column for them. */
function kapPostsOf(
  { settings, executionDate }: FilesOf,
  { columns }: LedgerFileProfile,
  components: readonly Component[],
): Map<Component, { readonly kap: string; readonly post: string }> {
  const wanted = columns.some(({ field }) => field === 'kap' || field === 'post');
  const found = new Map<Component, { readonly kap: string; readonly post: string }>();
  const missing = new Set<string>();
  for (const component of wanted ? components : []) {
    const row = kapPostOn(settings, component, executionDate);
    if (row === undefined) missing.add(`kap_post (${component}, ${executionDate})`);
    else found.set(component, row);
  }
  refuseMissing([...missing]);
  return found;
}
