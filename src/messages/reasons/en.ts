/** What a bank gives as a reason, and what a payer does about it, in English. */
const SAID = '{file}: the bank says {said} of {count|payment|payments}: {named}.';

/** One text a kind of reason. */
export const reasonsEn = {
  RECEIPT_REASON_ACCOUNT: SAID,
  'RECEIPT_REASON_ACCOUNT.action': 'Have the recipient confirm the account in another way, two persons enter it, then write it anew: norsktilskudd payout write RUN --again --as NAME [--key FILE]',
  RECEIPT_REASON_SETUP: SAID,
  'RECEIPT_REASON_SETUP.action':
    'The fault is in our own set-up: correct payment in norsktilskudd.json with the bank (norsktilskudd doctor --payment), then norsktilskudd payout write RUN --again --as NAME [--key FILE]',
  RECEIPT_REASON_DUPLICATE: SAID,
  'RECEIPT_REASON_DUPLICATE.action': 'The first one stands: find its answer. Never pay again because of this.',
  RECEIPT_REASON_IDENTITY: SAID,
  'RECEIPT_REASON_IDENTITY.action':
    'Find out with the bank whether it was paid. Only if it surely was not: norsktilskudd payout write RUN --again --as NAME [--key FILE] with number_tries in the settings.',
  RECEIPT_REASON_LIMIT: SAID,
  'RECEIPT_REASON_LIMIT.action': 'Have the bank raise the limit of the agreement, then norsktilskudd payout write RUN --again --as NAME [--key FILE]. No payment is split by the program.',
  RECEIPT_REASON_COVER: SAID,
  'RECEIPT_REASON_COVER.action': 'Tell finance today: the account wants cover. Do not pay again before the bank has answered.',
  RECEIPT_REASON_REGISTER: SAID,
  'RECEIPT_REASON_REGISTER.action':
    'Correct name and address in the register of recipients (norsktilskudd recipients import FILE --as NAME [--key FILE]), then norsktilskudd payout write RUN --again --as NAME [--key FILE]',
  RECEIPT_REASON_DATE: SAID,
  'RECEIPT_REASON_DATE.action': 'Choose another bank day; what was refused is written anew: norsktilskudd payout write RUN --again --on DATE --as NAME [--key FILE]',
  RECEIPT_REASON_REMITTANCE: SAID,
  'RECEIPT_REASON_REMITTANCE.action':
    'Correct the KID of the recipient, or take it out (norsktilskudd recipients import FILE --as NAME [--key FILE]), then norsktilskudd payout write RUN --again --as NAME [--key FILE]',
  RECEIPT_REASON_PROGRAM: SAID,
  'RECEIPT_REASON_PROGRAM.action': 'The fault is in the file itself. Hand over no further file, and tell whoever looks after the program.',
  RECEIPT_REASON_ASK: SAID,
  'RECEIPT_REASON_ASK.action':
    'Ask the bank, or who stopped it. What our own people have deleted is written anew with why: norsktilskudd payout write RUN --again --reason "..." --as NAME [--key FILE]',
  RECEIPT_REASON_HAND: SAID,
  'RECEIPT_REASON_HAND.action': 'Read what the bank says, ask it, and decide by hand. Nothing is paid anew by itself.',
  RECEIPT_WAITING: SAID,
  'RECEIPT_WAITING.action': 'Tell finance today: the bank waits for somebody, or for cover on the account.',
  RECEIPT_CHANGED: SAID,
  'RECEIPT_CHANGED.action': 'The bank carries it out otherwise than ordered. See whether day and amount will do.',
  PAYOUT_DELETED: '{named}: {count|payment|payments} deleted in the bank by our own people (DS02).',
  'PAYOUT_DELETED.action': 'Find out why, and say so with --reason.',
} as const;
