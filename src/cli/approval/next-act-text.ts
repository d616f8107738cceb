import { type CliContext, say } from '../context';

/** What comes next for a draft. */
export interface NextAct {
  readonly command: 'sign' | 'attest' | 'approve';
  readonly needsKey: boolean;
}

interface SigningLedger {
  requiresSignatures(): boolean;
  signaturesOf(runId: string): readonly { readonly role: string }[];
}

/** The next act of an open draft: where the ledger requires signatures, the runner signs, then one attests and one approves. */
export function nextActOf(ledger: SigningLedger, runId: string): NextAct {
  if (!ledger.requiresSignatures()) return { command: 'approve', needsKey: false };
  const given = new Set(ledger.signaturesOf(runId).map(({ role }) => role));
  const command = !given.has('runner') ? 'sign' : !given.has('attestant') ? 'attest' : 'approve';
  return { command, needsKey: true };
}

/** The command as it can be typed once a name, and a key file, are filled in; `more` are further flags. */
export function nextActText(runId: string, { command, needsKey }: NextAct, context: CliContext, more = ''): string {
  const typed = `norsktilskudd ${command} ${runId}`;
  const key = { nb: needsKey ? ' --key FIL' : '', en: needsKey ? ' --key FILE' : '' };
  const who = command === 'sign' ? { nb: 'NAVN', en: 'NAME' } : { nb: 'ANNEN', en: 'OTHER' };
  return say(context, {
    nb: `Neste: ${typed} --as ${who.nb}${key.nb}${more}`,
    en: `Next: ${typed} --as ${who.en}${key.en}${more}`,
  });
}
