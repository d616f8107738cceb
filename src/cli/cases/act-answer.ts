import { type CaseActAnswer, type ShownAct, shownAct, strayNotes } from '../../app';
import type { ErrorDetail } from '../../domain';
import { detail } from '../answers/common';
import { type CliContext, say } from '../context';
import { flag, list, object, text } from '../declare/answer';
import type { NextAsked } from '../next/next-text';
import { tellWarnings } from '../tell-warnings';
import { caseActFields } from './case-json';
import { caseActText } from './case-text';

type ActDone = ShownAct & Pick<CaseActAnswer, 'already' | 'journalHead'> & { readonly notes: readonly ErrorDetail[] };

/** How an act is reported after something was done to it, and what it waits for. */
export const actAnswer = {
  json: object({ ...caseActFields, already: flag, notes: list(detail), journal_head: text }),
  text: (done: ActDone, context: CliContext) => {
    tellWarnings(done.notes, context);
    return [caseActText(done, context), say(context, 'common.journal_head', { head: done.journalHead })];
  },
  next: ({ act, state }: ActDone): NextAsked =>
    state === 'proposed' ? { kind: 'confirm_act', word: String(act) } : { kind: 'run_anew' },
};

/** An act after something was done to it. */
export function actDone(
  { already, found, journalHead }: CaseActAnswer,
  reading: Parameters<typeof shownAct>[0],
): ActDone {
  return { ...shownAct(reading, found), already, notes: strayNotes(reading.db, found), journalHead };
}
