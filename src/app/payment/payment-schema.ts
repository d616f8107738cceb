import * as z from 'zod';
import { COMPONENTS } from '../../domain';

const DAY = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
const NAME = z.string().min(1);
const PARTY_IDS = z
  .array(
    z.strictObject({
      id: z.string().min(1).max(35).describe('The number that was agreed on with the bank.'),
      scheme: z.enum(['CUST', 'BANK']).describe("CUST: a customer's or organisation number. BANK: the bank's own id."),
    }),
  )
  .min(1);

/** `payment` of norsktilskudd.json: who pays, by which channel and how. Every key may be left out. */
export const PAYMENT_SCHEMA = z.strictObject({
  debtor_name: NAME.max(140).optional().describe('Name of the agency that pays, as its bank knows it.'),
  initiating_party: PARTY_IDS.optional().describe('Ids of the sender of a file.'),
  debtor_ids: PARTY_IDS.optional().describe('Ids of the agency beside its account, where the bank asks for them.'),
  account: NAME.optional().describe('Account that is paid from: eleven digits, dots and blanks between them are form.'),
  bic: z
    .array(
      z.strictObject({
        bic: z.string().regex(/^[A-Z]{6}[A-Z0-9]{2}([A-Z0-9]{3})?$/),
        valid_from: DAY.describe('First day on which the bank has this BIC.'),
      }),
    )
    .min(1)
    .optional()
    .describe("BIC of the agency's bank; a change is one more row."),
  division: NAME.max(35).optional().describe('Division of the sender, for the bank that asks for one.'),
  booking: z
    .enum(['each', 'batch', 'bank'])
    .optional()
    .describe("each (default): a booking for each payment; batch: one for a block; bank: the bank's own habit."),
  priority: z.enum(['normal', 'urgent', 'bank']).optional().describe('normal (default), urgent, or bank: not said.'),
  charge_bearer: z.enum(['SHAR', 'SLEV']).optional().describe('Who bears charges, where the bank wants it said.'),
  version: z
    .enum(['pain.001.001.03', 'pain.001.001.09'])
    .optional()
    .describe('Version of the file. Default pain.001.001.03.'),
  one_block_per_file: z.boolean().optional().describe('true: the bank refuses files with several blocks.'),
  payments_per_file: z
    .number()
    .int()
    .min(1)
    .max(100_000)
    .optional()
    .describe('Most payments of a file. Default 10000.'),
  text: NAME.max(70).optional().describe('What the text of a payment begins with. Default Norsktilskudd.'),
  number_tries: z.boolean().optional().describe('true: a payment made again gets a number of the try in InstrId.'),
  kap_post: z
    .array(
      z.strictObject({
        component: z.enum(COMPONENTS),
        kap: z.string().regex(/^\d{1,4}$/),
        post: z.string().regex(/^\d{1,2}$/),
        valid_from: DAY.optional().describe('First day of payment.'),
        valid_to: DAY.optional().describe('Last day of payment.'),
      }),
    )
    .optional()
    .describe('Chapter and item of the state budget of each component, by the day of payment.'),
  ledger_file_profile: NAME.optional().describe(
    'Profile of the file for the accounting system (JSON), as agreed with it.',
  ),
  bank_days: z
    .strictObject({
      closed: z.array(DAY).optional().describe('Days that the bank keeps closed beside the public holidays.'),
      last_of_year: z
        .string()
        .regex(/^\d{2}-\d{2}$/)
        .optional()
        .describe('Last safe day of execution in a year. Default 12-28; a later one wants a reason.'),
    })
    .optional(),
  unlisted_under_part: z
    .enum(['no_news', 'accepted'])
    .optional()
    .describe('What a payment is that an answer PART does not list. Default no_news.'),
  acsc_is_paid: z
    .boolean()
    .optional()
    .describe('true: ACSC counts as paid. Left out: only a booked entry of the account does.'),
  silence_days: z
    .number()
    .int()
    .min(1)
    .max(60)
    .optional()
    .describe('Bank days without an answer before it is told. Default 3.'),
});

/** The settings as they stand in the file. */
export type PaymentSettingsFile = z.infer<typeof PAYMENT_SCHEMA>;
