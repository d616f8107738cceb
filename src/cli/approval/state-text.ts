import type { BatchState } from '../../ledger';
import { type CliContext, say } from '../context';

const NB: Readonly<Record<BatchState, string>> = {
  draft: 'utkast',
  posted: 'bokført',
  superseded: 'erstattet',
  withdrawn: 'trukket',
  annulled: 'annullert',
};

/** State of a batch in the user's language. */
export function stateText(state: BatchState, context: CliContext): string {
  return say(context, { nb: NB[state], en: state });
}
