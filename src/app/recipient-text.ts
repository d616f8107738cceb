import { asRecipientCode, formatRecipientCode, NO_RECIPIENT } from '../domain';

/** A recipient as sizing files write it: `0301`, `32`, `HELD` for what has none. */
export function recipientText(recipient: number): string {
  return recipient === NO_RECIPIENT ? 'HELD' : formatRecipientCode(asRecipientCode(recipient));
}
