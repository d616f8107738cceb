import { COMPONENTS, type ErrorDetail, errorDetail, NorsktilskuddError, parseDay } from '../../domain';
import { nowUtc, pathExists } from '../../effects';
import { bankName, bankText, bicOn, isAccountNumber, isBankId, PROFILE_SCHEMA } from '../../payout';
import { withLedger } from '../acts/act';
import { readJsonFile } from '../read-json-file';
import { type KapPost, type PaymentSettings, paymentSettings } from './payment-settings';

/** What is checked before the first file of payments. */
export interface PaymentCheckRequest {
  /** `payment` of the settings; undefined where there is none. */
  readonly payment: PaymentSettings | undefined;
  /** The ledger; nothing is said of recipients where it is not there. */
  readonly db: string;
}

/** What keeps files from being written, and what is worth a look. */
export interface PaymentCheck {
  readonly faults: readonly ErrorDetail[];
  readonly notices: readonly ErrorDetail[];
  readonly settings: PaymentSettings;
}

/** Most characters of the text of a payment, of which the key of a payment, year, term and group take some. */
const TEXT_MAX = 140;
const KEY_AND_MORE = 35 + ' 2018 termin 1 SAMF '.length;

/** Holds the settings of payments, and who is to be paid, to what a file needs: everything at once, before the first file. */
export function checkPayment({ payment, db }: PaymentCheckRequest): PaymentCheck {
  const settings = payment ?? paymentSettings({});
  const today = nowUtc().slice(0, 10);
  const recipients = pathExists(db) ? recipientsOf(db, today) : { faults: [], notices: [] };
  return {
    settings,
    faults: [
      ...missingOf(settings, today),
      ...wrongOf(settings),
      ...kapPostFaults(settings.kapPost),
      ...profileFaults(settings),
      ...recipients.faults,
    ],
    notices: [...kapPostGaps(settings, today), ...recipients.notices],
  };
}

function missingOf(settings: PaymentSettings, today: string): ErrorDetail[] {
  const { name, initiatingParty, account, bics } = settings;
  const missing = [
    ...(name === '' ? ['debtor_name'] : []),
    ...(initiatingParty.length === 0 ? ['initiating_party'] : []),
    ...(account === '' ? ['account'] : []),
    ...(bics.length === 0 ? ['bic'] : []),
  ];
  return [
    ...missing.map((key) => errorDetail('PAYMENT_MISSING', { key: `payment.${key}` })),
    ...(bics.length > 0 && bicOn(settings, today) === undefined ? [errorDetail('PAYMENT_BIC_NONE', { today })] : []),
  ];
}

function wrongOf(settings: PaymentSettings): ErrorDetail[] {
  const { name, account, initiatingParty, debtorIds, division, text, closedDays, lastSafeDay, bics } = settings;
  const texts = [
    ['debtor_name', bankName(name).unknown],
    ['text', bankText(text).unknown],
  ] as const;
  const ids = [...initiatingParty, ...debtorIds].map(({ id }) => id);
  const days = [...closedDays, ...bics.map(({ validFrom }) => validFrom), `2024-${lastSafeDay}`];
  const twice = bics.filter((bic, place) => bics.some((other, at) => at > place && other.validFrom === bic.validFrom));
  return [
    ...(account !== '' && !isAccountNumber(account) ? [errorDetail('PAYMENT_ACCOUNT', {})] : []),
    ...texts
      .filter(([, unknown]) => unknown.length > 0)
      .map(([key, unknown]) =>
        errorDetail('PAYMENT_CHARACTERS', { key: `payment.${key}`, characters: unknown.join(', ') }),
      ),
    ...[...ids, ...(division === '' ? [] : [division])]
      .filter((id) => !isBankId(id))
      .map((id) => errorDetail('PAYMENT_ID', { id })),
    ...(text.length + KEY_AND_MORE > TEXT_MAX
      ? [errorDetail('PAYMENT_TEXT_LONG', { most: TEXT_MAX - KEY_AND_MORE })]
      : []),
    ...days.filter((day) => parseDay(day) === undefined).map((day) => errorDetail('PAYMENT_NO_SUCH_DAY', { day })),
    ...twice.map(({ validFrom }) => errorDetail('PAYMENT_BIC_TWICE', { day: validFrom })),
  ];
}

/** Rows of one component whose days overlap, or end before they begin. */
function kapPostFaults(rows: readonly KapPost[]): ErrorDetail[] {
  const overlap = (one: KapPost, other: KapPost): boolean =>
    one.component === other.component &&
    (one.validTo === '' || other.validFrom <= one.validTo) &&
    (other.validTo === '' || one.validFrom <= other.validTo);
  return rows.flatMap((row, place) => {
    const { component, validFrom, validTo } = row;
    const isTwice = rows.some((other, at) => at > place && overlap(row, other));
    return [
      ...(isTwice ? [errorDetail('PAYMENT_KAP_POST_TWICE', { component })] : []),
      ...(validTo !== '' && validTo < validFrom
        ? [errorDetail('PAYMENT_KAP_POST_ENDS', { component, validFrom, validTo })]
        : []),
    ];
  });
}

/** Components for which no chapter and item hold today: only a ledger file needs them. */
function kapPostGaps({ kapPost }: PaymentSettings, today: string): ErrorDetail[] {
  const holds = ({ validFrom, validTo }: KapPost): boolean =>
    validFrom <= today && (validTo === '' || today <= validTo);
  const missing = COMPONENTS.filter((name) => !kapPost.some((row) => row.component === name && holds(row)));
  return missing.length === 0 ? [] : [errorDetail('PAYMENT_KAP_POST_GAP', { components: missing.join(', '), today })];
}

function profileFaults({ ledgerFileProfile: file }: PaymentSettings): ErrorDetail[] {
  if (file === undefined) return [];
  try {
    readJsonFile(file, PROFILE_SCHEMA, 'CONFIG_REFUSED', 'ledger_file_profile');
    return [];
  } catch (cause) {
    if (!(cause instanceof NorsktilskuddError)) throw cause;
    return [errorDetail(cause.code, cause.params), ...cause.details];
  }
}

function recipientsOf(db: string, today: string): Pick<PaymentCheck, 'faults' | 'notices'> {
  return withLedger(db, true, (ledger) => {
    const register = ledger.recipientsOn(today);
    if (register === undefined) return { faults: [errorDetail('PAYMENT_NO_REGISTER', { path: db })], notices: [] };
    const all = [...register.values()];
    const count = (state: string): number => all.filter((one) => one.state === state).length;
    const [unconfirmed, blocked] = [count('unconfirmed'), count('blocked')];
    const withoutAccount = all.filter(({ account }) => account === '').length;
    return {
      faults: [],
      notices: [
        ...(unconfirmed + blocked + withoutAccount === 0
          ? []
          : [errorDetail('PAYMENT_RECIPIENTS', { unconfirmed, blocked, withoutAccount })]),
      ],
    };
  });
}
