import type { ProposedRecipient, RecipientImport, StandingCause } from '../../app';
import { type ErrorDetail, formatRecipientCode } from '../../domain';
import { messageAction, messageText, type TextKey } from '../../messages';
import { type CliContext, say } from '../context';
import { tableUnder } from '../view';
import { accountText } from './account-text';

/** Why a recipient waits for a second person, as words. */
export const CAUSES: Readonly<Record<StandingCause, TextKey>> = {
  new: 'recipients.new',
  account_changed: 'recipients.account_changed',
  org_number_changed: 'recipients.org_number_changed',
  account_blocked: 'recipients.account_blocked',
};

/**
 * What an import proposed, those first whom it blocks.
 *
 * @param setting the file that the settings still name, beside the register
 */
export function importText(
  { proposed, unchanged, journalHead }: RecipientImport,
  setting: string | undefined,
  context: CliContext,
): string {
  if (proposed.length === 0) {
    return (
      say(context, 'recipients.import_already', { unchanged }) +
      say(context, 'common.journal_head', { head: journalHead })
    );
  }
  const blocked = proposed.filter(isBlocking);
  const rows = [...blocked, ...proposed.filter((row) => !isBlocking(row))].map(({ facts, before, changed }) => [
    formatRecipientCode(facts.recipient),
    facts.legalName,
    changed.length === 0
      ? say(context, 'recipients.other_change')
      : changed.map((one) => say(context, CAUSES[one])).join(', '),
    accountText(before?.account ?? ''),
    accountText(facts.account),
  ]);
  return [
    tableUnder(say(context, 'recipients.columns_import').split('|'), 'lllll', rows, context),
    say(context, 'recipients.imported', { proposed: proposed.length, unchanged }),
    blocked.length === 0 ? '' : say(context, 'recipients.import_blocks', { blocked: blocked.length }),
    setting === undefined ? '' : say(context, 'recipients.setting_left', { file: setting }),
    say(context, 'common.journal_head', { head: journalHead }),
  ].join('');
}

/** Notices of one kind that are reported one by one. */
const NOTICES = 5;

/** What should be looked at: some of each kind, what to do once, and how many more there are. */
export function noticesText(notices: readonly ErrorDetail[], context: CliContext): string {
  const { language } = context;
  return [...new Set(notices.map(({ code }) => code))]
    .map((code) => {
      const own = notices.filter((notice) => notice.code === code);
      const head = say(context, 'warning.warning');
      const lines = own
        .slice(0, NOTICES)
        .map(({ params }) => `${head}: ${messageText(code, language, params)} [${code}]\n`);
      const more = own.length - lines.length;
      const rest = more === 0 ? '' : say(context, 'recipients.more_notices', { more });
      const action = messageAction(code, language, own[0]?.params ?? {});
      return `${lines.join('')}${rest}  ${say(context, 'common.what_do')}: ${action}\n`;
    })
    .join('');
}

function isBlocking({ changed }: ProposedRecipient): boolean {
  return changed.length > 0 && !changed.includes('new');
}
