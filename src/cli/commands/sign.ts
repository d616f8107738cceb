import { signAct } from '../../app';
import { tellSignature } from '../approval/tell-signature';
import { command } from '../declare/command';
import { argument, required } from '../declare/flag';
import { text } from '../declare/kinds';
import { SETTINGS } from '../flags/settings';
import * as sources from '../flags/sources';

const input = {
  runId: argument('run', '<run>', text),
  ...sources.signedAct,
  approvers: sources.approvers,
  limits: sources.limits,
} as const;

/** `sign`: the one who made a draft signs it; asked for where the ledger requires signatures. */
export const signCommand = command('sign', {
  examples: ['norsktilskudd sign 2018-T1-0123456789ab --as "Kari Kjører" --key kari.key'],
  input: { ...input, keyFile: required(SETTINGS.keyFile) },
  run({ clock, ...settings }, context) {
    const answer = signAct({ ...settings, ...clock, role: 'runner', settings });
    tellSignature('runner', answer, settings.actor, context);
  },
});

/** `attest`: somebody has checked a draft and stands by it (attestasjon); posts nothing. */
export const attestCommand = command('attest', {
  examples: [
    'norsktilskudd attest 2018-T1-0123456789ab --as astrid',
    'norsktilskudd attest 2018-T1-0123456789ab --as "Astrid Attestant" --key astrid.key',
  ],
  input,
  run({ clock, ...settings }, context) {
    const answer = signAct({ ...settings, ...clock, role: 'attestant', settings });
    tellSignature('attestant', answer, settings.actor, context);
  },
});
