import { type SignAnswer, type SigningRole, signAct, signingWarnings } from '../../app';
import type { TextKey } from '../../messages';
import { standsBehind } from '../answers/common';
import { standsBehindText } from '../approval/approval-text';
import { type CliContext, say } from '../context';
import { at, flag, list, object, orNull, text } from '../declare/answer';
import { command } from '../declare/command';
import { argument, required } from '../declare/flag';
import * as kind from '../declare/kinds';
import { runOf } from '../flags/run-id';
import { SETTINGS } from '../flags/settings';
import * as sources from '../flags/sources';
import { folderReadText } from '../folder-read';

const input = {
  runId: runOf(argument('run', '<run>', kind.text)),
  ...sources.signedAct,
  approvers: sources.approvers,
  limits: sources.limits,
} as const;

interface Signed extends SignAnswer {
  readonly role: SigningRole;
  readonly name: string;
}

const json = object({
  run_id: at('batch.runId', text),
  role: text,
  name: text,
  already: flag,
  approvals: at('batch.approvals', list(object({ role: text, name: at('actor', text) }))),
  signatures: at('approvalFolder', orNull(text)),
  folder: at('batch.runFolder', text),
  stands_behind: at('behind', standsBehind),
  journal_head: text,
});

/** `sign`: the one who made a draft signs it; asked for where the ledger requires signatures. */
export const signCommand = command('sign', {
  examples: ['norsktilskudd sign 2018-T1-0123456789ab --as "Kari Kjører" --key kari.key'],
  input: { ...input, keyFile: required(SETTINGS.keyFile) },
  run: (given) => ({ ...signAct(given, { ...given, role: 'runner' }), role: 'runner' as const, name: given.actor }),
  json,
  warnings: signingWarnings,
  text: (signed, context) => signedText('approval.signed', signed, context),
  next: ({ batch: { runId } }) => ({ runId }),
});

/** `attest`: somebody has checked a draft and stands by it (attestasjon); posts nothing. */
export const attestCommand = command('attest', {
  examples: [
    'norsktilskudd attest 2018-T1-0123456789ab --as astrid',
    'norsktilskudd attest 2018-T1-0123456789ab --as "Astrid Attestant" --key astrid.key',
  ],
  input,
  run: (given) => ({
    ...signAct(given, { ...given, role: 'attestant' }),
    role: 'attestant' as const,
    name: given.actor,
  }),
  json,
  warnings: signingWarnings,
  text: (signed, context) => signedText('approval.attested', signed, context),
  next: ({ batch: { runId } }) => ({ runId }),
});

function signedText(word: TextKey, answer: Signed, context: CliContext): string[] {
  const { already, batch, behind, rehearsal, approvalFolder, name: actor, journalHead: head } = answer;
  const { runId, runFolder } = batch;
  const done = say(context, word);
  return [
    already
      ? say(context, 'approval.already_done', { runId, done })
      : say(context, 'approval.done_by', { runId, done, actor }),
    standsBehindText(behind, rehearsal, context),
    folderReadText(runFolder, context),
    approvalFolder === undefined ? '' : say(context, 'approval.signatures', { approvalFolder }),
    say(context, 'common.journal_head', { head }),
  ];
}
