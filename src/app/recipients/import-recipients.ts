import {
  type ErrorDetail,
  FAR_FUTURE,
  FAR_PAST,
  formatDay,
  knownDay,
  type PlaceRegister,
  sha256Hex,
} from '../../domain';
import { nowUtc } from '../../effects';
import type { ProposedRecipient, RecipientFacts } from '../../ledger';
import { type RecipientRegisterRow, readSmallTable, recipientRegisterTable, rowsOrStop } from '../../register';
import { type Act, type ActingInstallation, withAct } from '../acts/act';
import { readGivenFile } from '../read-given-file';
import { loadShippedRules } from '../shipped-rules';
import { crossFaults, recipientNotices } from './check-recipients';

/** What an import proposed. */
export interface RecipientImport {
  readonly proposed: readonly ProposedRecipient[];
  /** Rows of the file that the register holds, or waits for, already. */
  readonly unchanged: number;
  /** What is told of rows that can be read. */
  readonly notices: readonly ErrorDetail[];
  readonly journalHead: string;
}

/**
 * Proposes the rows of a file for the register of recipients; the first gives the ledger its register. Every fault of the
 * file is reported at once, and then nothing is proposed.
 *
 * @param file absolute path
 * @throws NorsktilskuddError input SMALL_TABLE_REJECTED with file, line and column of each fault
 */
export function importRecipients(installation: ActingInstallation, file: string, act: Act): RecipientImport {
  const { places } = loadShippedRules();
  const bytes = readGivenFile(file, 'FILE');
  return withAct(installation, act, (ledger, by) => {
    const table = readSmallTable(bytes, file, recipientRegisterTable(places));
    const history = ledger.recipientHistory();
    const faults = crossFaults(file, table.rows, { places, history });
    const rows = rowsOrStop(file, { ...table, rejects: [...table.rejects, ...faults] });
    const proposed = ledger.proposeRecipients({
      ...by,
      rows: rows.map((row) => factsOf(row, places)),
      source: sha256Hex(bytes),
    });
    const today = knownDay(nowUtc().slice(0, 10));
    return {
      proposed,
      unchanged: rows.length - proposed.length,
      notices: recipientNotices(file, rows, places, today),
      journalHead: ledger.journalHead(),
    };
  });
}

/** A row as the register keeps it; an organisation number that it leaves out is that of the register of kommuner. */
function factsOf(row: RecipientRegisterRow, places: PlaceRegister): RecipientFacts {
  const { recipient, name, accountNumber, language, street, postCode, town, country, kids } = row;
  return {
    recipient,
    validFrom: row.validFrom === FAR_PAST ? '' : formatDay(row.validFrom),
    validTo: row.validTo === FAR_FUTURE ? '' : formatDay(row.validTo),
    legalName: name,
    orgNumber: row.orgNumber || places.orgNumber(recipient),
    account: accountNumber,
    language,
    address: { street, postCode, town, country },
    kids,
  };
}
