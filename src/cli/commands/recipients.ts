import {
  blockRecipients,
  confirmRecipients,
  importRecipients,
  listRecipients,
  type RecipientDecision,
  rejectRecipients,
  showRecipient,
  withHeads,
} from '../../app';
import { type Day, formatDay } from '../../domain';
import { command, commandGroup } from '../declare/command';
import { argument, argumentList, required } from '../declare/flag';
import { path, recipientText } from '../declare/kinds';
import type { Problems } from '../declare/problems';
import { type Given, type Input, mapped } from '../declare/source';
import { FLAGS } from '../flags/flags';
import { SETTINGS } from '../flags/settings';
import * as sources from '../flags/sources';
import { headsText } from '../heads-text';
import { blockedText, decidedText } from '../recipients/decided-text';
import { historyText, shownText } from '../recipients/history-text';
import { importText, noticesText } from '../recipients/import-text';
import { listText } from '../recipients/list-text';
import {
  blockedAnswer,
  decidedAnswer,
  historyAnswer,
  importedAnswer,
  listAnswer,
  shownAnswer,
} from '../recipients/recipient-answers';

const EXAMPLES = [
  'norsktilskudd recipients import recipients.csv --as kari',
  'norsktilskudd recipients list',
  'norsktilskudd recipients confirm --all --reference "letters of 3 March" --as ola',
  'norsktilskudd recipients confirm 0104 --reference "called back on 5 April" --as ola',
  'norsktilskudd recipients history 0104',
];

const on = mapped(FLAGS.onDay, (day: Day | undefined) => (day === undefined ? undefined : formatDay(day)));
const named = argumentList('recipients', '[recipient...]', recipientText);
const one = argument('recipientCode', '<recipient>', recipientText);

const decided = {
  named,
  all: FLAGS.allWaiting,
  reference: required(FLAGS.checkReference),
  ...sources.signedAct,
} as const;

/** Either some are named, or all that wait are meant. */
function someOrAll({ named: codes = [], all }: Given<typeof decided>, problems: Problems): void {
  if ((codes.length === 0) === !all) problems.add('RECIPIENTS_WHICH', {});
}

/** `recipients import|list|show|confirm|reject|block|history`: who may be paid, proposed by one and confirmed by another. */
export const recipientsCommand = commandGroup('recipients', EXAMPLES, {
  import: command('recipients.import', {
    input: {
      file: argument('recipientsFile', '<file>', path),
      setting: sources.hidden(SETTINGS.recipients),
      ...sources.signedAct,
    },
    run: (input, context) => {
      const imported = importRecipients(input, input.file, input);
      context.terminal.err(noticesText(imported.notices, context));
      return imported;
    },
    json: importedAnswer,
    text: (imported, context, { setting }) => importText(imported, setting, context),
    next: () => ({ kind: 'confirm_recipients' }),
  }),
  list: command('recipients.list', {
    input: { on, db: sources.db },
    run: ({ on: day, db }) => withHeads(db, () => listRecipients(db, day)),
    json: listAnswer,
    text: (found, context) => [listText(found, context), headsText(found, context)],
  }),
  show: command('recipients.show', {
    input: { one, on, db: sources.db },
    run: ({ one: code, on: day, db }) => showRecipient(db, code, day),
    json: shownAnswer,
    text: shownText,
  }),
  confirm: command('recipients.confirm', {
    input: decided,
    check: someOrAll,
    run: (input) => confirmRecipients(input, decisionOf(input)),
    json: decidedAnswer,
    text: (answered, context) => decidedText(answered, 'confirmed', context),
    next: ({ left }) => (left.length > 0 ? { kind: 'confirm_recipients' } : {}),
  }),
  reject: command('recipients.reject', {
    input: decided,
    check: someOrAll,
    run: (input) => rejectRecipients(input, decisionOf(input)),
    json: decidedAnswer,
    text: (answered, context) => decidedText(answered, 'rejected', context),
    next: () => ({}),
  }),
  block: command('recipients.block', {
    input: {
      recipients: argumentList('recipients', '<recipient...>', recipientText),
      reason: sources.requiredReason,
      ...sources.signedAct,
    },
    run: (input) => blockRecipients(input, input),
    json: blockedAnswer,
    text: blockedText,
    next: () => ({ kind: 'confirm_recipients' }),
  }),
  history: command('recipients.history', {
    input: { one, db: sources.db },
    run: ({ one: code, db }) => showRecipient(db, code),
    json: historyAnswer,
    text: ({ history }, context) => historyText(history, context),
  }),
});

function decisionOf({ named: codes, all, reference, actor, acceptClock }: Input<typeof decided>): RecipientDecision {
  return { recipients: all ? 'all' : codes, reference, actor, acceptClock };
}
