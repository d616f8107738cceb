export { isKid } from '../domain';
export {
  type BankPaymentState,
  judgePayment,
  PAYMENT_STATES as BANK_PAYMENT_STATES,
  type PaymentJudgement,
} from './bank/judge-payment';
export {
  certainFacts,
  factsOf,
  identityOf,
  type JudgedPayment,
  type Judgement,
  judgePayments,
  type Receipt,
  type ReceiptMessage,
} from './bank/judge-payments';
export {
  DEFAULT_RECEIPT_SETTINGS,
  FACT_MEANINGS,
  OrderBook,
  type PaymentFact,
  type ReceiptSettings,
} from './bank/payment-facts';
export { type OrderedPayment, type PaymentOrder, type ReadOrder, readPaymentOrder } from './bank/payment-order';
export { readReceipt } from './bank/read-receipt';
export { reasonNotes } from './bank/reason-notes';
export { LIST_MEANINGS, type ListProfile, readReceiptList, tableFault } from './bank/receipt-list';
export { readXmlDocument, type XmlDocument } from './bank/xml-document';
export { CASES_BEFORE_FILE, casesBeforeText, FROZEN_BEFORE_FILE, frozenBeforeText } from './cases-before-csv';
export { claimFindings } from './claim-findings';
export { type Cell, compareRows, csvField, writeRows, writeTable } from './csv-table';
export { excelCell, excelText, writeTableForPeople } from './excel-text';
export { writeFindings } from './findings-csv';
export { FolderFile, type SealedFile } from './folder-file';
export { writeHeld } from './held-csv';
export { HOURS_BASIS_COLUMNS, hoursBasisCells, writeHoursBasis } from './hours-basis-csv';
export { type BookedCell, type BookedLine, type LedgerRow, ledgerRows } from './ledger-file/ledger-rows';
export { type LedgerFileProfile, PROFILE_SCHEMA } from './ledger-file/profile';
export { readLedgerFile } from './ledger-file/read-ledger-file';
export * from './ledger-file/write-ledger-file';
export { bankName, bankText, isBankId, namesAlikeInBank } from './order/bank-characters';
export { orderDifferences } from './order/compare-order';
export type { OrderBlock, OrderFile, OrderPayment, PayeeAddress } from './order/order-model';
export { bicOn, PAIN_VERSIONS, type PainVersion, type Payer, type SchemedId } from './order/payer';
export { type BatchOfFile, messageIdOf, payeeText, planFiles } from './order/plan-files';
export { NO_ACCOUNT, writePain001 } from './order/write-pain001';
export * from './parameters-csv';
export { writePayoutLines } from './payout-lines-csv';
export { type PayoutContext, type RecipientDetails, writePayouts } from './payouts-csv';
export { PostedBefore, writeBalancesBefore } from './posted-before-csv';
export { digitsOf, isAccountNumber, isOrgNumber, type KnownRecipients, recipientFindings } from './recipient-findings';
export { type RejectedRow, writeRejected } from './rejected-csv';
export * from './run-folder';
export { SIZING_COLUMNS, sizingCells, writeSizing } from './sizing-csv';
export { readSheet } from './workbook/read-workbook';
export {
  columnLetters,
  Formula,
  type WorkbookColumn,
  type WorkbookSheet,
  workbookBytes,
} from './workbook/write-workbook';
