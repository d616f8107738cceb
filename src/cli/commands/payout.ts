import {
  checkPayout,
  discardPayout,
  handOverPayout,
  type PaymentFileInfo,
  type PayoutCheck,
  type PayoutStep,
  type PayoutWritten,
  type PlacedFile,
  payoutFiles,
  writePayout,
} from '../../app';
import { type Day, errorDetail, formatDay, NorsktilskuddError } from '../../domain';
import { nowUtc } from '../../effects';
import { detail } from '../answers/common';
import { say } from '../context';
import { at, day, flag, hash, kroner, list, object, text, whole } from '../declare/answer';
import { command, commandGroup } from '../declare/command';
import { argument, required } from '../declare/flag';
import * as kind from '../declare/kinds';
import { mapped, withDefault } from '../declare/source';
import { FLAGS } from '../flags/flags';
import { runOf } from '../flags/run-id';
import { SETTINGS } from '../flags/settings';
import * as sources from '../flags/sources';
import { documentsOf, filesTable, sentText, writtenText } from '../payout/payout-text';
import { whileStepping } from '../step-display';

const EXAMPLES = [
  'norsktilskudd payout write 2018-T1-0123456789ab --channel pain001 --on 2018-04-09 --as kari',
  'norsktilskudd payout sent 2018-T1-0123456789ab --by-hand --reference "nettbank 17" --as kari',
  'norsktilskudd payout check 2018-T1-0123456789ab',
];

const run = runOf(argument('run', '<run>', kind.text));
const names = withDefault(FLAGS.paymentFile, []);
const asText = (on: Day | undefined): string | undefined => (on === undefined ? undefined : formatDay(on));

const fileShape = object({
  name: text,
  message_id: text,
  channel: text,
  format: text,
  state: text,
  execution_date: day,
  payments: at(({ payments }: PaymentFileInfo) => payments.length, whole),
  amount: kroner,
  sha256: at('hash', hash),
  hand_overs: list(object({ on: day, reference: text, actor: text })),
});
const placedShape = object({
  path: text,
  placing: text,
  file: fileShape,
});

/** `payout write|sent|discard|show|check`: from an approved batch to files that a bank or DFØ takes. */
export const payoutCommand = commandGroup('payout', EXAMPLES, {
  write: command('payout.write', {
    input: {
      runId: run,
      channel: FLAGS.channel,
      on: mapped(FLAGS.executionDay, asText),
      holdUnpayable: FLAGS.holdUnpayable,
      again: FLAGS.again,
      reason: FLAGS.reason,
      ...sources.signedAct,
      payment: sources.hidden(SETTINGS.payment),
    },
    run: (input, context) =>
      whileStepping(context, (show) => {
        const onStep = (step: PayoutStep, done: number, of: number): void => show(`payout.step.${step}`, done, of);
        return writePayout(input, { ...input, language: context.language, onStep });
      }),
    json: object({
      run_id: text,
      rehearsal: flag,
      written: list(placedShape),
      already: list(placedShape),
      held: at(({ held }: PayoutWritten) => held, list(detail)),
      held_payments: at('heldCount', whole),
      held_amount: at('heldNok', kroner),
      lists: list(text),
      journal_head: text,
    }),
    warnings: ({ held, notices, already }) => [...held, ...notices, ...restored(already)],
    text: writtenText,
    next: ({ runId }) => ({ runId }),
  }),
  sent: command('payout.sent', {
    input: {
      runId: run,
      byHand: FLAGS.byHand,
      reference: required(FLAGS.handOverReference),
      on: mapped(FLAGS.on, (on) => asText(on) ?? nowUtc().slice(0, 10)),
      names,
      ...sources.signedAct,
    },
    check({ byHand }, problems) {
      if (!byHand) problems.demand('--by-hand', undefined);
    },
    run: (input) => handOverPayout(input, input),
    json: object({ run_id: text, files: list(fileShape), changed: list(detail), journal_head: text }),
    warnings: ({ changed }) => changed,
    text: sentText,
    next: ({ runId }) => ({ runId }),
  }),
  discard: command('payout.discard', {
    input: { runId: run, reason: sources.requiredReason, names, ...sources.signedAct },
    run: (input) => discardPayout(input, input),
    json: object({ files: list(fileShape), journal_head: text }),
    text: ({ files, journalHead: head }, context) => [
      files.length === 0
        ? say(context, 'payout.none_discarded')
        : say(context, 'payout.discarded', { count: files.length }),
      files.length > 0 ? filesTable(files, context) : '',
      say(context, 'common.journal_head', { head }),
    ],
    next: (_, { runId }) => ({ runId }),
  }),
  show: command('payout.show', {
    input: { runId: run, db: sources.db },
    run: ({ db, runId }) => ({ runId, files: payoutFiles(db, runId) }),
    json: object({ run_id: text, files: list(fileShape) }),
    text: ({ files }, context) => (files.length === 0 ? say(context, 'payout.none') : filesTable(files, context)),
  }),
  check: command('payout.check', {
    input: { runId: run, db: sources.db },
    run: ({ db, runId }) => checkPayout(db, runId),
    json: object({
      run_id: text,
      files: list(fileShape),
      checked: list(text),
      payments: whole,
      paid: kroner,
      faults: list(detail),
    }),
    text: ({ checked, payments, paidNok: sumNok, faults }: PayoutCheck, context) =>
      faults.length > 0 ? '' : say(context, 'payout.agrees', { payments, sumNok, documents: documentsOf(checked) }),
    end: ({ runId, faults }) => {
      if (faults.length > 0) throw new NorsktilskuddError('verification', 'PAYOUT_CHECK_FAILED', { runId }, faults);
    },
  }),
});

function restored(files: readonly PlacedFile[]) {
  return files
    .filter(({ placing }) => placing === 'restored')
    .map(({ file: { name } }) => errorDetail('PAYOUT_FILE_RESTORED', { name }));
}
