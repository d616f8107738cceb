import { claimsOf, proposeClaim, proposeClaimPayment, proposeWriteOff, suggestedClaims, withHeads } from '../../app';
import { actAnswer, actDone } from '../cases/act-answer';
import { claimsText, suggestedText } from '../cases/claim-text';
import { kroner, list, object, text, textOrNull, whole } from '../declare/answer';
import { command, commandGroup } from '../declare/command';
import { argument, required } from '../declare/flag';
import { whole as wholeNumber } from '../declare/kinds';
import { FLAGS } from '../flags/flags';
import * as sources from '../flags/sources';
import { headFields, headsText } from '../heads-text';

const EXAMPLES = [
  'norsktilskudd claim suggest',
  'norsktilskudd claim propose 1 --recipient 1507 --group persontilskudd --reason "ikke endret på et år" --as kari',
  'norsktilskudd case confirm 1 --as ola',
  'norsktilskudd claim paid 1 --amount 12000 --on 2019-05-02 --reason "bilag 77" --as kari',
  'norsktilskudd claim write-off 1 --case 2 --reason "kommunen er avviklet" --as kari',
];

const MOST = 999_999_999;
const claim = argument('claimNumber', '<claim>', wholeNumber(MOST, 1));
const acting = { ...sources.signedAct, pseudonymKeyFile: sources.hidden(sources.pseudonymKeyFile) } as const;
const amountNok = FLAGS.claimAmount;

const claimFields = {
  claim: whole,
  case_number: whole,
  recipient_id: text,
  group: text,
  state: text,
  amount: kroner,
  paid: kroner,
  written_off: kroner,
  open: kroner,
  limitation_day: textOrNull,
};
const lineSum = object({
  recipient_id: text,
  group: text,
  run_id: text,
  grant_year: whole,
  component: text,
  lines: whole,
  sum: kroner,
});

/** `claim suggest|propose|paid|write-off|list`: claims for repayment (tilbakebetalingskrav, rulebook 9a). */
export const claimCommand = commandGroup('claim', EXAMPLES, {
  suggest: command('claim.suggest', {
    input: { db: sources.db },
    run: ({ db }) => withHeads(db, () => ({ suggested: suggestedClaims(db) })),
    json: object({
      ...headFields,
      suggested: list(
        object({
          recipient_id: text,
          group: text,
          owed: kroner,
          terms: whole,
          grounds: list(text),
          lines: list(lineSum),
        }),
      ),
    }),
    text: ({ suggested, ...heads }, context) => [...suggestedText(suggested, context), headsText(heads, context)],
  }),
  propose: command('claim.propose', {
    input: {
      caseNumber: argument('caseNumber', '<case>', wholeNumber(MOST, 1)),
      recipient: required(FLAGS.recipientCode),
      group: required(FLAGS.nettingGroup),
      amountNok,
      limitationDay: FLAGS.limitationDay,
      reason: sources.requiredReason,
      ...acting,
    },
    ...actAnswer,
    run: (input) => actDone(proposeClaim(input, input), input),
  }),
  paid: command('claim.paid', {
    input: {
      claim,
      amountNok: required(amountNok),
      on: required(FLAGS.on),
      reason: sources.requiredReason,
      ...acting,
    },
    ...actAnswer,
    run: (input) => actDone(proposeClaimPayment(input, input), input),
  }),
  'write-off': command('claim.write-off', {
    input: {
      claim,
      caseNumber: required(FLAGS.caseOf),
      amountNok,
      reason: sources.requiredReason,
      ...acting,
    },
    ...actAnswer,
    run: (input) => actDone(proposeWriteOff(input, input), input),
  }),
  list: command('claim.list', {
    input: { db: sources.db },
    run: ({ db }) => withHeads(db, () => ({ claims: claimsOf(db) })),
    json: object({ claims: list(object(claimFields)), ...headFields }),
    text: ({ claims, ...heads }, context) => [...claimsText(claims, context), headsText(heads, context)],
  }),
});
