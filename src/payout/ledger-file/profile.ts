import * as z from 'zod';

/** What a column of a ledger file can hold. */
export const LEDGER_FILE_FIELDS = [
  'file_reference',
  'row_number',
  'row_kind',
  'voucher_number',
  'voucher_type',
  'period',
  'voucher_date',
  'due_date',
  'account',
  'kap',
  'post',
  'component',
  'code',
  'netting_group',
  'grant_year',
  'term',
  'recipient_id',
  'recipient_name',
  'org_number',
  'payee_account',
  'amount',
  'debit_credit',
  'currency',
  'text',
  'kid',
  'tax_code',
  'external_reference',
  'oda',
] as const;
export type LedgerFileField = (typeof LEDGER_FILE_FIELDS)[number];

/** Columns without which nobody could tell whether a file pays what it should. */
const NEEDED: readonly LedgerFileField[] = ['account', 'amount', 'external_reference'];

const ACCOUNT = z.string().min(1).max(30);

/**
 * How a ledger file looks, as it was agreed on with the one who reads it (DFØ). The columns of GL07 are not public; the
 * profile that ships is an example. What rows need together is said in the words of no language: readers of both are told.
 */
export const PROFILE_SCHEMA = z
  .strictObject({
    name: z.string().regex(/^[A-Z0-9-]{1,20}$/, 'A-Z, 0-9 and hyphens, at most 20'),
    columns: z
      .array(
        z.strictObject({
          header: z.string().min(1).max(60),
          field: z.enum(LEDGER_FILE_FIELDS).optional(),
          /** The same text in every row, instead of a field. */
          value: z.string().max(60).optional(),
        }),
      )
      .min(1)
      .refine((columns) => NEEDED.every((field) => columns.some((column) => column.field === field)), {
        message: NEEDED.map((field) => `"field": "${field}"`).join(', '),
      }),
    separator: z.enum([';', ',', '\t', '|']),
    decimal_mark: z.enum([',', '.']),
    decimals: z.literal([0, 2]),
    encoding: z.enum(['utf-8', 'utf-8-bom', 'iso-8859-1']),
    date_form: z.enum(['YYYY-MM-DD', 'DD.MM.YYYY', 'YYYYMMDD']),
    line_end: z.enum(['lf', 'crlf']),
    /** Sign of a debit; `letter`: amounts without sign, D or K in the column debit_credit. */
    sign: z.enum(['debit_positive', 'debit_negative', 'letter']),
    header: z.boolean(),
    /** A last row with the number of rows and the sum of what is paid. */
    trailer: z.boolean(),
    accounts: z.strictObject({ grant: ACCOUNT, carried: ACCOUNT, payment: ACCOUNT }),
    voucher_type: z.string().max(10),
    tax_code: z.string().max(10),
    /** Ending of the file's name. */
    extension: z.string().regex(/^[a-z0-9]{1,8}$/),
    /** Months of a person's settling that count as aid are marked by another; here one mark for all rows, empty for none. */
    oda_mark: z.string().max(10),
  })
  .refine(({ accounts }) => accounts.payment !== accounts.grant && accounts.payment !== accounts.carried, {
    message: 'payment != grant, payment != carried',
    path: ['accounts'],
  })
  .refine(({ sign, columns }) => sign !== 'letter' || columns.some(({ field }) => field === 'debit_credit'), {
    message: '"field": "debit_credit"',
    path: ['columns'],
  });

export type LedgerFileProfile = z.infer<typeof PROFILE_SCHEMA>;
