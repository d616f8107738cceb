import { COMPONENTS, type Component, digitsOfNumber } from '../../domain';
import type { PaymentSettingsFile } from './payment-schema';

/** An id of a party in a file for a bank: CUST, a customer's number agreed on with it; BANK, the bank's own. */
export interface PartyId {
  readonly id: string;
  readonly scheme: 'CUST' | 'BANK';
}

/** Where a component is booked when it is paid in a period. `YYYY-MM-DD`, both days inclusive, validTo empty while it holds. */
export interface KapPost {
  readonly component: Component;
  readonly kap: string;
  readonly post: string;
  readonly validFrom: string;
  readonly validTo: string;
}

/**
 * Who pays, by which channel and how: `payment` of norsktilskudd.json. What was left out is as `paymentSettings` says;
 * a text that must be given and was not is empty, which `doctor --payment` tells.
 */
export interface PaymentSettings {
  /** Name of the agency, as the bank knows it. */
  readonly name: string;
  readonly initiatingParty: readonly PartyId[];
  readonly debtorIds: readonly PartyId[];
  /** Eleven digits; as given where it is no number. */
  readonly account: string;
  /** The last that has begun on the day of execution holds. */
  readonly bics: readonly { readonly bic: string; readonly validFrom: string }[];
  /** Division of the sender, for the bank that asks for one. */
  readonly division: string;
  /** One booking for a block (true), one for each payment (false); undefined: the bank's own habit. */
  readonly batchBooking: boolean | undefined;
  /** NURG normal, URGP urgent; empty: not said. */
  readonly priority: 'NURG' | 'URGP' | '';
  /** SHAR, SLEV; empty to leave it out. */
  readonly chargeBearer: 'SHAR' | 'SLEV' | '';
  readonly version: 'pain.001.001.03' | 'pain.001.001.09';
  readonly oneBlockPerFile: boolean;
  readonly paymentsPerFileMax: number;
  /** Name of the scheme in the text of a payment, before year, term, group and key. */
  readonly text: string;
  /** A payment that is sent anew has a number of the try in InstrId. */
  readonly numbersTries: boolean;
  readonly kapPost: readonly KapPost[];
  /** Absolute path of the profile of the ledger file; undefined: none. */
  readonly ledgerFileProfile: string | undefined;
  /** Days that the bank keeps closed beside the public ones, `YYYY-MM-DD`. */
  readonly closedDays: readonly string[];
  /** `MM-DD`: a later execution date of a year wants a reason. */
  readonly lastSafeDay: string;
  /** What a payment is that a file answered with PART does not list. */
  readonly unlistedUnderPart: 'no_news' | 'accepted';
  readonly acscIsPaid: boolean;
  /** Bank days without an answer after which a file is told of. */
  readonly silenceDays: number;
}

/** Payments of a file where the settings do not say. */
const PAYMENTS_PER_FILE = 10_000;
const SILENCE_DAYS = 3;
const PRIORITIES = { normal: 'NURG', urgent: 'URGP', bank: '' } as const;
const BOOKINGS = { batch: true, each: false, bank: undefined } as const;

/**
 * The settings with what is left out.
 *
 * @example paymentSettings({ debtor_name: 'Direktoratet' }).paymentsPerFileMax === 10000
 */
export function paymentSettings(file: PaymentSettingsFile): PaymentSettings {
  return {
    name: file.debtor_name ?? '',
    initiatingParty: file.initiating_party ?? [],
    debtorIds: file.debtor_ids ?? [],
    account: digitsOfNumber(file.account ?? '') ?? file.account ?? '',
    bics: (file.bic ?? [])
      .map(({ bic, valid_from: validFrom }) => ({ bic, validFrom }))
      .sort((a, b) => (a.validFrom < b.validFrom ? -1 : 1)),
    division: file.division ?? '',
    batchBooking: BOOKINGS[file.booking ?? 'each'],
    priority: PRIORITIES[file.priority ?? 'normal'],
    chargeBearer: file.charge_bearer ?? '',
    version: file.version ?? 'pain.001.001.03',
    oneBlockPerFile: file.one_block_per_file ?? false,
    paymentsPerFileMax: file.payments_per_file ?? PAYMENTS_PER_FILE,
    text: file.text ?? 'Norsktilskudd',
    numbersTries: file.number_tries ?? false,
    kapPost: (file.kap_post ?? []).flatMap(kapPostOf),
    ledgerFileProfile: file.ledger_file_profile,
    closedDays: file.bank_days?.closed ?? [],
    lastSafeDay: file.bank_days?.last_of_year ?? '12-28',
    unlistedUnderPart: file.unlisted_under_part ?? 'no_news',
    acscIsPaid: file.acsc_is_paid ?? false,
    silenceDays: file.silence_days ?? SILENCE_DAYS,
  };
}

type KapPostRow = NonNullable<PaymentSettingsFile['kap_post']>[number];

function kapPostOf({
  component,
  kap,
  post,
  valid_from: validFrom = '',
  valid_to: validTo = '',
}: KapPostRow): KapPost[] {
  return COMPONENTS.filter((name) => name === component).map((name) => ({
    component: name,
    kap,
    post,
    validFrom,
    validTo,
  }));
}

/** Where a component is booked on a day of payment; undefined where the settings do not say. */
export function kapPostOn(settings: PaymentSettings, component: Component, day: string): KapPost | undefined {
  return settings.kapPost.find(
    (row) => row.component === component && row.validFrom <= day && (row.validTo === '' || day <= row.validTo),
  );
}
