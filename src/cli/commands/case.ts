import {
  type CaseActAnswer,
  type CaseAnswer,
  caseOf,
  casesOf,
  closeCase,
  confirmCaseAct,
  decideCase,
  openCase,
  proposeCaseAct,
  shownAct,
  withdrawCaseAct,
} from '../../app';
import { CASE_ACT_KINDS, type CaseActDetails, EMPTY_CASE_ACT, formatDay, NO_PERSON } from '../../domain';
import { caseActJson, caseJson } from '../cases/case-json';
import { caseActText, casesTable, caseText } from '../cases/case-text';
import { type CliContext, say } from '../context';
import { command, commandGroup } from '../declare/command';
import { argument, required } from '../declare/flag';
import { choice, whole } from '../declare/kinds';
import { combine } from '../declare/source';
import { FLAGS } from '../flags/flags';
import * as sources from '../flags/sources';

const EXAMPLES = [
  'norsktilskudd case new --kind complaint --recipient 1507 --reference 24/1234 --reason "klage på tellingen" --as kari',
  'norsktilskudd case propose 1 pin_count --year 2018 --recipient 1507 --amount 4 --reason "medhold" --as kari',
  'norsktilskudd case confirm 1 --as ola',
  'norsktilskudd case decide 1 --decision upheld --reason "medhold i klagen" --as ola',
];

const MOST = 999_999_999;
const caseNumber = argument('caseNumber', '<case>', whole(MOST, 1));
const actNumber = argument('caseAct', '<act>', whole(MOST, 1));
const acting = { ...sources.signedAct, pseudonymKeyFile: sources.hidden(sources.pseudonymKeyFile) } as const;
const reading = { db: sources.db, pseudonymKeyFile: sources.pseudonymKeyFile } as const;

const kind = argument('caseActKind', '<what>', choice(...CASE_ACT_KINDS.filter((one) => one !== 'withdrawal')));

/** What an act says, by flags that may be left out. */
const details = combine(
  {
    grantYear: FLAGS.year,
    component: FLAGS.component,
    person: FLAGS.person,
    recipient: FLAGS.recipientCode,
    basisRecipient: FLAGS.basis,
    from: FLAGS.from,
    to: FLAGS.to,
    amount: FLAGS.caseAmount,
    code: FLAGS.code,
    table: FLAGS.registerTable,
    key: FLAGS.rowKey,
    row: FLAGS.row,
  },
  ({ person, from, to, ...given }): Omit<CaseActDetails, 'kind'> => ({
    ...EMPTY_CASE_ACT,
    grantYear: given.grantYear ?? 0,
    component: given.component ?? '',
    personId: person?.revealNumber() ?? NO_PERSON,
    recipient: given.recipient ?? 0,
    basisRecipient: given.basisRecipient ?? 0,
    fromDay: from === undefined ? '' : formatDay(from),
    toDay: to === undefined ? '' : formatDay(to),
    amount: given.amount ?? 0,
    code: given.code ?? '',
    table: given.table ?? '',
    key: given.key ?? '',
    row: given.row ?? '',
  }),
);

/** `case new|decide|close|list|show|propose|confirm|withdraw`: what people decide beside the register (rulebook 9a). */
export const caseCommand = commandGroup('case', EXAMPLES, {
  new: command('case.new', {
    input: {
      kind: required(FLAGS.caseKind),
      recipient: FLAGS.recipientCode,
      person: FLAGS.person,
      reference: required(FLAGS.reference),
      reason: sources.requiredReason,
      ...acting,
    },
    run: (input, context) => tellCase(openCase(input, input), input, context),
  }),
  propose: command('case.propose', {
    input: { caseNumber, kind, details, reason: sources.requiredReason, ...acting },
    run({ kind: what, ...input }, context) {
      const said = { ...input.details, kind: what };
      tellAct(proposeCaseAct(input, input.caseNumber, said, input), input, context);
    },
  }),
  confirm: command('case.confirm', {
    input: { actNumber, ...acting },
    run: (input, context) => tellAct(confirmCaseAct(input, input.actNumber, input), input, context),
  }),
  withdraw: command('case.withdraw', {
    input: { actNumber, reason: sources.requiredReason, ...acting },
    run: (input, context) => tellAct(withdrawCaseAct(input, input.actNumber, input), input, context),
  }),
  decide: command('case.decide', {
    input: { caseNumber, decision: required(FLAGS.decision), reason: sources.requiredReason, ...acting },
    run: (input, context) => tellCase(decideCase(input, input.caseNumber, input.decision, input), input, context),
  }),
  close: command('case.close', {
    input: { caseNumber, reason: sources.requiredReason, ...acting },
    run: (input, context) => tellCase(closeCase(input, input.caseNumber, input), input, context),
  }),
  list: command('case.list', {
    input: reading,
    run(input, context) {
      const cases = casesOf(input);
      const text = (): string => casesTable(cases, context);
      context.terminal.out(context.json ? `${JSON.stringify({ cases: cases.map(caseJson) })}\n` : text());
    },
  }),
  show: command('case.show', {
    input: { caseNumber, ...reading },
    run(input, context) {
      const found = caseOf(input, input.caseNumber);
      context.terminal.out(context.json ? `${JSON.stringify(caseJson(found))}\n` : caseText(found, context));
    },
  }),
});

type Reading = Parameters<typeof casesOf>[0];

/** Tells of a case after something was done to it. */
function tellCase({ already, found, journalHead: head }: CaseAnswer, reading: Reading, context: CliContext): void {
  const { out } = context.terminal;
  const shown = caseOf(reading, found.caseNumber);
  if (context.json) out(`${JSON.stringify({ ...caseJson(shown), already, journal_head: head })}\n`);
  else out(`${caseText(shown, context)}${say(context, 'common.journal_head', { head })}`);
}

/** Tells of an act after something was done to it, and what it waits for. */
function tellAct({ already, found, journalHead: head }: CaseActAnswer, reading: Reading, context: CliContext): void {
  const { out } = context.terminal;
  const shown = shownAct(reading, found);
  if (context.json) {
    out(`${JSON.stringify({ ...caseActJson(shown), already, journal_head: head })}\n`);
    return;
  }
  out(caseActText(shown, context));
  if (shown.state === 'proposed') out(say(context, 'case.confirm_next', { act: shown.act }));
  out(say(context, 'common.journal_head', { head }));
}
