import type { ShownAct, ShownCase } from '../../app';
import { at, kroner, list, object, orNull, record, text, textOrNull, whole } from '../declare/answer';

const doneBy = object({ by: at('actor', text), at: text, reason: text });

/** An act of a case as it is answered under --json. */
export const caseActFields = {
  act: whole,
  case_number: whole,
  kind: text,
  state: text,
  says: at(({ says }: ShownAct): Readonly<Record<string, string>> => Object.fromEntries(says), record(text)),
  proposed: doneBy,
  confirmed: orNull(doneBy),
  posted_by: textOrNull,
};

/** A case as it is answered under --json. */
export const caseFields = {
  case_number: whole,
  kind: text,
  state: text,
  recipient_id: textOrNull,
  person: textOrNull,
  reference: text,
  opened: doneBy,
  decision: at(({ decided }: ShownCase) => decided?.decision, orNull(text)),
  decided: orNull(doneBy),
  closed: orNull(doneBy),
  texts_deleted_on: textOrNull,
  acts: list(object(caseActFields)),
};

/** An act of a case that a run read. */
export const actOfRun = object({ case_number: whole, act: whole, kind: text, lines: whole, amount: kroner });

/** An act of a case that waits or holds. */
export const openAct = object({ case_number: whole, act: whole, kind: text, state: text, until: textOrNull });
