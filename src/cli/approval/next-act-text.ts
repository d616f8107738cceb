import type { NextAct } from '../../app/approve/next-act';
import { type CliContext, say } from '../context';

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
