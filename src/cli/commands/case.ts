import {
  CASE_ACTS_OFFERED,
  type CaseAnswer,
  caseOf,
  casesOf,
  closeCase,
  confirmCaseAct,
  decideCase,
  openCase,
  proposeCaseAct,
  type ShownCase,
  withdrawCaseAct,
  withHeads,
} from '../../app';
import { actAnswer, actDone } from '../cases/act-answer';
import { details } from '../cases/act-details';
import { caseFields } from '../cases/case-json';
import { casesTable, caseText } from '../cases/case-text';
import { type CliContext, say } from '../context';
import { flag, list, object, text } from '../declare/answer';
import { command, commandGroup } from '../declare/command';
import { argument, required } from '../declare/flag';
import { choice, whole } from '../declare/kinds';
import { FLAGS } from '../flags/flags';
import * as sources from '../flags/sources';
import { headFields, headsText } from '../heads-text';
import type { NextAsked } from '../next/next-text';

const EXAMPLES = [
  'norsktilskudd case new --kind complaint --recipient 1504 --reference 24/1234 --reason "klage på tellingen" --as kari',
  'norsktilskudd case propose 1 pin_count --year 2018 --recipient 1504 --amount 4 --reason "medhold" --as kari',
  'norsktilskudd case confirm 1 --as ola',
  'norsktilskudd case decide 1 --decision upheld --reason "medhold i klagen" --as ola',
];

const MOST = 999_999_999;
const caseNumber = argument('caseNumber', '<case>', whole(MOST, 1));
const actNumber = argument('caseAct', '<act>', whole(MOST, 1));
const acting = { ...sources.signedAct, pseudonymKeyFile: sources.hidden(sources.pseudonymKeyFile) } as const;
const reading = { db: sources.db, pseudonymKeyFile: sources.pseudonymKeyFile } as const;

const kind = argument('caseActKind', '<what>', choice(...CASE_ACTS_OFFERED));

type CaseDone = ShownCase & Pick<CaseAnswer, 'already' | 'journalHead'>;

/** How a case is reported after something was done to it. */
const caseAnswer = {
  json: object({ ...caseFields, already: flag, journal_head: text }),
  text: (done: CaseDone, context: CliContext) => [
    caseText(done, context),
    say(context, 'common.journal_head', { head: done.journalHead }),
  ],
  next: ({ acts }: CaseDone): NextAsked =>
    acts.some(({ state }) => state === 'proposed') ? { kind: 'confirm_act' } : {},
};

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
    ...caseAnswer,
    run: (input) => shownCase(openCase(input, input), input),
  }),
  propose: command('case.propose', {
    input: { caseNumber, kind, details, reason: sources.requiredReason, ...acting },
    ...actAnswer,
    run({ kind: what, ...input }) {
      const said = { ...input.details, kind: what };
      return actDone(proposeCaseAct(input, input.caseNumber, said, input), input);
    },
  }),
  confirm: command('case.confirm', {
    input: { actNumber, ...acting },
    ...actAnswer,
    run: (input) => actDone(confirmCaseAct(input, input.actNumber, input), input),
  }),
  withdraw: command('case.withdraw', {
    input: { actNumber, reason: sources.requiredReason, ...acting },
    ...actAnswer,
    run: (input) => actDone(withdrawCaseAct(input, input.actNumber, input), input),
  }),
  decide: command('case.decide', {
    input: { caseNumber, decision: required(FLAGS.decision), reason: sources.requiredReason, ...acting },
    ...caseAnswer,
    run: (input) => shownCase(decideCase(input, input.caseNumber, input.decision, input), input),
  }),
  close: command('case.close', {
    input: { caseNumber, reason: sources.requiredReason, ...acting },
    ...caseAnswer,
    run: (input) => shownCase(closeCase(input, input.caseNumber, input), input),
  }),
  list: command('case.list', {
    input: reading,
    run: (input) => withHeads(input.db, () => ({ cases: casesOf(input) })),
    json: object({ cases: list(object(caseFields)), ...headFields }),
    text: ({ cases, ...heads }, context) => [casesTable(cases, context), headsText(heads, context)],
  }),
  show: command('case.show', {
    input: { caseNumber, ...reading },
    run: (input) => withHeads(input.db, () => caseOf(input, input.caseNumber)),
    json: object({ ...caseFields, ...headFields }),
    text: (found, context) => [caseText(found, context), headsText(found, context)],
  }),
});

type Reading = Parameters<typeof casesOf>[0];

/** A case after something was done to it. */
function shownCase({ already, found, journalHead }: CaseAnswer, reading: Reading): CaseDone {
  return { ...caseOf(reading, found.caseNumber), already, journalHead };
}
