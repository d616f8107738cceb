import { type Accepted, type Blocker, figureParams, wantedCode } from '../../app';
import type { MessageParams } from '../../domain';
import { explainWord, messageText } from '../../messages';
import { type CliContext, say } from '../context';

/** Something that an approval wants accepted, as run, preview and approve tell it. */
interface WantedThing {
  readonly name: string;
  readonly status: string;
  readonly figures?: MessageParams | undefined;
}

/** What is wanted, in one sentence: a fact with its figures, a rate or assumption with its status. */
function wantedSentence({ name, status, figures = {} }: WantedThing, { language }: CliContext): string {
  if (status !== '') return `${name} (${explainWord(status, language)})`;
  const code = wantedCode(name);
  return code === undefined ? name : messageText(code, language, figureParams(figures));
}

/** What keeps a batch from being approved, and how each is put right; nothing where nothing does. */
export function blockerLines(blockers: readonly Blocker[], context: CliContext): string[] {
  if (blockers.length === 0) return [];
  const lines = [say(context, 'approval.cannot_approved_yet')];
  const facts = blockers.filter(({ code, status }) => code === 'NEEDS_ACCEPTANCE' && status === '');
  for (const blocker of facts) lines.push(`  ${wantedSentence(blocker, context)}`);
  for (const { name, status } of blockers.filter(({ code }) => code === 'STATUS_NOT_PAYABLE')) {
    const word = explainWord(status, context.language);
    lines.push(say(context, 'approval.status_give_verified', { name, word }));
  }
  const flags = blockers
    .filter(({ code }) => code !== 'STATUS_NOT_PAYABLE')
    .map(({ name }) => `--accept "${name}=..."`);
  if (flags.length > 0) {
    lines.push(say(context, 'approval.accept_each_name', { flags: flags.join(' ') }));
  }
  return lines;
}

/** Facts that were accepted, each with its figures and reference: what an approver answers for. */
export function acceptedLines(accepted: readonly Accepted[], context: CliContext): string[] {
  return accepted.flatMap(({ name, reference, figures }) => {
    const code = wantedCode(name);
    if (code === undefined || Object.keys(figures).length === 0) return [];
    const text = messageText(code, context.language, figureParams(figures));
    const where = reference === '' ? '' : ` (${reference})`;
    return [say(context, 'approval.accepted', { text, where })];
  });
}

/** What a real ledger would want accepted, in a rehearsal: told, and nothing more. */
export function rehearsalLines(wanted: readonly WantedThing[], context: CliContext): string[] {
  return (
    wanted
      // Missing persons are reported by themselves, in rehearsals too.
      .filter(({ name, status }) => status === '' && name !== 'missing-persons')
      .map((thing) => {
        const text = wantedSentence(thing, context);
        return say(context, 'approval.note_real_ledger', { text });
      })
  );
}
