import type { EntryFate, RecipientActBy, RecipientFacts, RecipientHistoryRow, RecipientView } from '../../app';
import { formatRecipientCode } from '../../domain';
import type { TextKey } from '../../messages';
import { type CliContext, say } from '../context';
import { tableUnder } from '../view';
import { accountText } from './account-text';
import { standingText } from './list-text';

const FATES: Readonly<Record<EntryFate, TextKey>> = {
  waiting: 'recipients.waiting_word',
  confirmed: 'recipients.confirmed',
  rejected: 'recipients.rejected',
  replaced: 'recipients.replaced',
};

/** One recipient: how it stands, and what waits. */
export function shownText({ on, recipient, standing, history }: RecipientView, context: CliContext): string {
  const code = formatRecipientCode(recipient);
  if (standing === undefined)
    return say(context, 'recipients.none_on', { recipient: code, on }) + waitingText(history, context);
  const { street, postCode, town, country } = standing.address;
  const kids = [...standing.kidByGroup].map(([group, kid]) => `${group} ${kid}`).join(', ');
  const rows = [
    [say(context, 'recipients.name'), standing.legalName],
    [say(context, 'recipients.org_number'), standing.orgNumber],
    [say(context, 'recipients.account'), accountText(standing.account)],
    [say(context, 'recipients.kid'), kids],
    [
      say(context, 'recipients.address'),
      [street, `${postCode} ${town}`.trim(), country].filter((part) => part !== '').join(', '),
    ],
    [say(context, 'recipients.language'), standing.language],
    [say(context, 'recipients.valid'), `${standing.validFrom}..${standing.validTo}`],
    [say(context, 'recipients.payment'), standingText(standing, context)],
  ];
  return tableUnder([code, on], 'll', rows, context) + waitingText(history, context);
}

function waitingText(history: readonly RecipientHistoryRow[], context: CliContext): string {
  return history
    .filter(({ fate }) => fate === 'waiting')
    .map(({ facts, proposed }) =>
      say(context, 'recipients.waits', {
        actor: proposed.actor,
        on: proposed.at.slice(0, 10),
        name: facts.legalName,
        orgNumber: facts.orgNumber,
        account: accountText(facts.account),
        period: periodText(facts),
      }),
    )
    .join('');
}

function periodText({ validFrom, validTo }: RecipientFacts): string {
  return `${validFrom}..${validTo}`;
}

/** Every row that was ever proposed of a recipient, and what became of it. */
export function historyText(history: readonly RecipientHistoryRow[], context: CliContext): string {
  const rows = history.flatMap(({ facts, fate, proposed, answered, blocks }) => [
    [
      proposed.at.slice(0, 10),
      proposed.actor,
      facts.legalName,
      facts.orgNumber,
      accountText(facts.account),
      periodText(facts),
      answered === undefined ? say(context, FATES[fate]) : answerText(say(context, FATES[fate]), answered),
    ],
    ...blocks.map(({ cause, blocked, released }) => [
      blocked.at.slice(0, 10),
      blocked.actor,
      '',
      '',
      accountText(facts.account),
      '',
      say(context, 'recipients.was_blocked', { cause }) +
        (released === undefined ? '' : `; ${answerText(say(context, 'recipients.released'), released)}`),
    ]),
  ]);
  return tableUnder(say(context, 'recipients.columns_history').split('|'), 'lllllll', rows, context);
}

function answerText(fate: string, { at, actor, reference }: RecipientActBy): string {
  return `${fate} ${at.slice(0, 10)}, ${actor}: ${reference}`;
}
