import type { LawChange } from '../../app';
import { at, object, text, textOrNull } from '../declare/answer';

/** What a law says otherwise. */
export const lawChange = object({
  what: text,
  from: at(({ from }: LawChange) => from, textOrNull),
  to: text,
});
