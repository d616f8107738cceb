import type { BatchState } from '../../ledger';
import { batchStateWord } from '../../messages';
import type { CliContext } from '../context';

/** State of a batch in the user's language. */
export function stateText(state: BatchState, { language }: CliContext): string {
  return batchStateWord(state, language);
}
