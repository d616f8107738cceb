import { textRow } from '../rows-text';

/** What somebody signs who does an act that is no approval of a batch. */
export interface ActPayload {
  /** Hash of the approvers list in force. */
  readonly approversHash: string;
  /** Hash of the act before: the signature fits this one place of this one journal. */
  readonly previousHash: string;
  /** The bytes of the act without its signature. */
  readonly body: string;
}

/** The text that is signed, format 1: one row a fact, in this order (LEDGER.md, signatures). */
export function actPayload({ approversHash, previousHash, body }: ActPayload): string {
  return [
    textRow('norsktilskudd act', 1),
    textRow('approvers', approversHash),
    textRow('previous', previousHash),
    textRow('body', body),
  ].join('');
}
