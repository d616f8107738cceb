import type { StandsBehind } from '../../ledger';
import { type CliContext, say } from '../context';

/** How many persons stand behind a batch, and what the ledger cannot tell of them. */
export function standsBehindText(behind: StandsBehind, rehearsal: boolean, context: CliContext): string {
  const { persons, isSigned, sameAccount } = behind;
  const count = say(context, 'approval.stands_behind', { persons });
  if (isSigned || rehearsal) return count;
  const byName = say(context, 'approval.note_ledger_requires');
  const account = sameAccount === '' ? '' : say(context, 'approval.note_run_approval', { sameAccount });
  return `${count}${byName}${account}`;
}

/** The same for programs. */
export function standsBehindJson({ persons, isSigned, sameAccount }: StandsBehind): object {
  return { persons, signed: isSigned, same_account: sameAccount === '' ? null : sameAccount };
}
