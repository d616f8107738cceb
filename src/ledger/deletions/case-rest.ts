import { restOfText } from '../cases/case-details';
import type { OpenLedger } from '../posting-reads';
import { textRow } from '../rows-text';

/** Journal numbers and texts of a case: of its opening and of each act. */
export function textsOfCase({ db }: OpenLedger, caseNumber: number): { journal: number; text: string }[] {
  return db
    .prepare(
      `SELECT journal, text FROM case_details WHERE journal IN (SELECT journal FROM cases WHERE case_number = ?
       UNION SELECT journal FROM case_acts WHERE case_number = ?) ORDER BY journal`,
    )
    .all(caseNumber, caseNumber)
    .map(([journal, text]) => ({ journal: Number(journal), text: String(text) }));
}

/** Rows over which the act that deletes texts of cases says a hash: `text`, number of the act that wrote it, what stays of it. */
export function restRows(ledger: OpenLedger, caseNumbers: readonly number[]): string[] {
  const texts = caseNumbers.flatMap((caseNumber) => textsOfCase(ledger, caseNumber));
  return texts.map(({ journal, text }) => textRow('text', journal, restOfText(text)));
}
