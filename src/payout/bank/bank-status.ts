/** What a bank's status code means for a payment (payment-files.md 7). */
export type StatusMeaning = 'handed_over' | 'valid' | 'accepted' | 'waiting' | 'refused' | 'none' | 'note' | 'unknown';

const ACCEPTED = ['ACCP', 'ACSP', 'ACWC', 'ACSC', 'ACCC', 'ACFC', 'ACWP', 'ACPD'];
const WAITING = ['PATC', 'ACFW', 'PDNG'];
const REFUSED = ['RJCT', 'CANC'];
/** What a check of the payee found: worth a look, and no state of a payment. */
const NOTES = ['RCVC', 'RVCM', 'RVMC', 'RVNA', 'RVNC', 'RVNM'];
const MEANINGS: ReadonlyMap<string, StatusMeaning> = new Map<string, StatusMeaning>([
  ['RCVD', 'handed_over'],
  ['ACTC', 'valid'],
  // Says nothing of a single payment.
  ['PART', 'none'],
  ...ACCEPTED.map((code) => [code, 'accepted'] as const),
  ...WAITING.map((code) => [code, 'waiting'] as const),
  ...REFUSED.map((code) => [code, 'refused'] as const),
  ...NOTES.map((code) => [code, 'note'] as const),
]);

/** Meaning of a status; every code that is not known is unknown. */
export function meaningOf(status: string): StatusMeaning {
  return status === '' ? 'none' : (MEANINGS.get(status) ?? 'unknown');
}

/** What a payer does about a reason. */
export type ReasonAction =
  | 'account'
  | 'setup'
  | 'duplicate'
  | 'identity'
  | 'limit'
  | 'cover'
  | 'register'
  | 'date'
  | 'remittance'
  | 'program'
  | 'ask'
  | 'hand';

const ACTIONS: readonly (readonly [ReasonAction, string])[] = [
  ['account', 'AC01 AC03 BE06 AC04 AC06 AG01'],
  ['setup', 'AC02 AC05 RC03 DNOR DS0H BE05 BE08 RR02'],
  ['duplicate', 'AM05 DUPL DU01 DU02'],
  ['identity', 'DU03 DU04 DU05 RF01'],
  ['limit', 'AM01 AM02 AM23 AM03 CURR CH20'],
  ['cover', 'AM04'],
  ['program', 'AM10 AM18 RR10 CH16 FF01 TD03 CH21'],
  ['register', 'BE01 BE04 BE22 RR03'],
  ['date', 'CH03 CH04 DT01 DT06 TM01'],
  ['remittance', 'RR07 RR09'],
  ['ask', 'RR04 FOCR DS02 CUST'],
];

/** What to do about a reason code; whatever is not known is decided by hand. */
export function actionOf(code: string): ReasonAction {
  return ACTIONS.find(([, codes]) => codes.split(' ').includes(code))?.[0] ?? 'hand';
}

/** Reasons that say nothing more, and stand for a refusal all the same. */
const NO_REASON = ['MS02', 'MS03', 'NARR'];

/** Codes by which files of returns mark what succeeded. */
export function isSuccessLike(code: string): boolean {
  return /^0+$/.test(code) || meaningOf(code) === 'accepted';
}

/**
 * Whether reasons make a refusal or return one that can be believed: none is given, or one that is known for it, and none
 * that means success (payment-files.md 14: a file of returns also held what had succeeded).
 */
export function isSureReason(codes: readonly string[]): boolean {
  if (codes.some(isSuccessLike)) return false;
  return codes.length === 0 || codes.some((code) => actionOf(code) !== 'hand' || NO_REASON.includes(code));
}

/** Reasons that tell of the payee's account: it is blocked until it has been confirmed anew. */
export function blocksAccount(code: string): boolean {
  return actionOf(code) === 'account';
}
