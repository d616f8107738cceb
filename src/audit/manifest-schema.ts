import * as z from 'zod';
import {
  COMPONENTS,
  HELD_REASONS,
  NETTING_GROUPS,
  PARAMETER_STATUSES,
  parseJson,
  RATE_CLASSES,
  RATE_KEYS,
} from '../domain';

const sha256 = z.string().regex(/^[0-9a-f]{64}$/);
const date = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
const whole = z.int();
const count = z.int().nonnegative();
const year = z.int().min(1000).max(9999);
/** The lists are open: this program reads the names that it knows, the published schema every name of their form. */
const open = { enum: undefined, pattern: '^[a-z][a-z0-9_.]*$' };
const component = z.enum(COMPONENTS).meta(open);
const group = z.enum(NETTING_GROUPS).meta(open);
const status = z.enum(PARAMETER_STATUSES);
const heldReason = z.enum(HELD_REASONS.filter((reason) => reason !== ''));

const file = z.strictObject({ name: z.string(), bytes: count, rows: count.nullable(), sha256 });

/** What identities of every format hold. */
const deciding = {
  accepted: z.array(z.string()),
  as_of: date,
  excluded: z.array(component),
  grant_year: year,
  parameters_sha256: sha256,
  posting_head: sha256,
  pseudonym_key_id: z.string().regex(/^[0-9a-f]{16}$/),
  recipients_sha256: z.union([sha256, z.literal('')]),
  rehearsal: z.boolean(),
  rule_lock_sha256: sha256,
  snapshot_id: z.string().min(1),
  supplement: count,
  term: z.int().min(1).max(4),
};
const tables = z.array(z.strictObject({ name: z.string(), sha256 }));
const DECIDES = 'Everything that decides the result. SHA-256 of its canonical JSON gives the last part of run_id.';

const identity1 = z.strictObject({ ...deciding, format: z.literal(1), registers: tables }).describe(DECIDES);
const identity2 = z
  .strictObject({
    ...deciding,
    cases_sha256: z
      .union([sha256, z.literal('')])
      .describe('Hash of cases_before.csv; empty: no act of a case was in force, and there is no such file.'),
    wants: z
      .strictObject({
        appropriation_nok: z.union([count, z.literal('')]).describe('Of the grant year; empty: none is set.'),
        fewer_persons_percent: z.string(),
      })
      .describe('Settings that decide what the run wants accepted.'),
    format: z.literal(2),
    tables: tables.describe('Shipped tables that decide: rates, assumptions, limits, regions, kommuner, fylker.'),
  })
  .describe(DECIDES);

const readingAs = {
  columns: z
    .record(z.string(), z.record(z.string(), z.string()))
    .describe("Names of columns of the user's own (--columns): table, column, name in the header."),
  reject_limit_percent: z
    .string()
    .regex(/^(\d{1,3}(\.\d{1,2})?)?$/)
    .describe('--reject-limit; empty: no row could be rejected.'),
};
const columns2 = z
  .record(z.string(), z.record(z.string(), z.string().nullable()))
  .describe(
    "Names of columns of the user's own (--columns): table, column, name in the header; null: the column is left out.",
  );
const reading1 = z
  .strictObject(readingAs)
  .describe('How the extract was read; identity.snapshot_id covers it. Runs of earlier builds do not have it.');
const reading2 = z
  .strictObject({
    ...readingAs,
    columns: columns2,
    format: z.int().positive().describe('Format of reading (data contract 1).'),
  })
  .describe('How the extract was read; identity.snapshot_id covers it.');

const figures = z.record(z.string(), z.union([z.string(), whole]));
const extractCounts = z.strictObject({ persons: count, hours_rows: count });
const acceptance = z
  .strictObject({
    accepted: z
      .array(z.strictObject({ name: z.string(), reference: z.string() }))
      .describe('Given with --accept or standing on the list of assumptions of the ledger.'),
    before: z
      .strictObject({
        grant_year: count,
        term: count,
        extract: z.union([extractCounts, z.literal('unknown')]).nullable(),
        paid_in_year_nok: count,
      })
      .nullable()
      .describe(
        'The batch posted last (an opening: year and term 0), the extract of the run posted last, and what runs of the grant year had paid.',
      ),
    extract: extractCounts.describe('Rows of this extract that were read.'),
    wanted: z
      .array(z.strictObject({ name: z.string(), status: z.union([status, z.literal('')]), figures }))
      .describe('Everything that an approval outside a rehearsal wants accepted by name, accepted or not.'),
  })
  .describe('What was accepted, what the run wants accepted, and the facts that this follows from.');

const rateUsed = z.strictObject({
  key: z.enum(RATE_KEYS).meta(open),
  grant_year: year,
  rate_class: z.enum(RATE_CLASSES),
  value_nok: whole,
  status,
  source: z.string(),
  note: z.string(),
});
const assumptionUsed = z.strictObject({
  id: z.string(),
  value: z.string(),
  status,
  source: z.string(),
  note: z.string(),
});

const limitUsed = z.strictObject({
  key: z.string().regex(/^[a-z][a-z0-9_]*\.[a-z][a-z0-9_]*$/),
  grant_year: z.union([year, z.literal('')]).describe('First grant year; empty: from the beginning.'),
  value: z.string(),
  status,
  source: z.string(),
  note: z.string(),
});

const previousBatch = z.strictObject({ run_id: z.string(), manifest_sha256: sha256 });
const coverage = z.strictObject({ grant_year: year, component, run_year: count, run_term: count });
const openingCoverage = z.strictObject({ grant_year: year, component, postings: count, sum_nok: whole });

const counts = z.strictObject({
  persons: count,
  persons_paid: count,
  leaves: count,
  lines: count,
  corrections: count,
  payments: count,
  held: count,
  rejected_rows: count,
  findings: z.strictObject({ error: count, warning: count, info: count }),
});

const controlTotal = z.strictObject({
  grant_year: year,
  component,
  netting_group: group,
  lines: count,
  sum_nok: whole,
  absolute_nok: count,
});
const netting = z.strictObject({
  netting_group: group,
  recipients: count,
  payments: count,
  lines_total_nok: whole,
  carried_in_nok: whole,
  paid_nok: count,
  carried_out_nok: whole,
});
const heldTotal = z.strictObject({
  grant_year: year,
  component,
  reason: heldReason,
  rows: count,
  sum_nok: whole,
  kept_rows: z.int().positive().optional().describe('Rows of persons withheld whose postings a case keeps.'),
});
const sizingTotal = z.strictObject({ component, rows: count, annual_amount_nok: whole });
const conservation = z.strictObject({
  grant_year: year,
  component,
  annual_nok: whole,
  posted_before_nok: whole,
  lines_nok: whole,
  due_later_nok: whole,
  held_nok: whole,
});
const trace = z.strictObject({
  format: z.int().positive(),
  leaves: count,
  entries: count,
  root_sha256: sha256,
  recipients_root_sha256: sha256,
});

/** What manifests of every format hold. */
const common = {
  run_id: z.string().regex(/^\d{4}-T[1-4]-[0-9a-f]{12}$/),
  mark: z.enum(['', 'REHEARSAL']).describe('REHEARSAL: nothing here is a real payment.'),
  program: z.strictObject({ name: z.string(), version: z.string(), build_sha256: sha256 }),
  extract: z.strictObject({ taken_at: z.union([date, z.literal('')]), source: z.string(), files: z.array(file) }),
  inputs: z.array(file).describe('Files that are not the register: rates, recipients.'),
  modules: z.array(z.strictObject({ grant_year: year, component, module: z.string(), sha256 })),
  rates_used: z.array(rateUsed),
  assumptions_used: z.array(assumptionUsed),
  previous_batch: previousBatch.nullable().describe('The batch posted last before this run: the chain.'),
  coverage: z.array(coverage).describe('What posted batches had computed when the run started.'),
  opening_coverage: z.array(openingCoverage),
  opening_arrears: z.array(openingCoverage).describe('Arrears that rest on the opening batch alone.'),
  counts,
  control_totals: z.array(controlTotal),
  netting: z.array(netting),
  held: z.array(heldTotal),
  sizing: z.array(sizingTotal),
  conservation: z
    .array(conservation)
    .describe('annual = posted_before + lines + due_later + held, per grant year and component.'),
  trace: trace.nullable(),
  payable: z.boolean(),
  blocked_by: z.array(z.strictObject({ code: z.string(), name: z.string(), status: z.union([status, z.literal('')]) })),
  files: z.array(file).describe('Every other file of the folder but manifest.sha256.'),
};

const manifest1 = z.strictObject({
  ...common,
  format: z.literal(1),
  identity: identity1,
  reading: reading1.optional(),
});
const manifest2 = z.strictObject({
  ...common,
  acceptance,
  format: z.literal(2),
  identity: identity2,
  limits_used: z.array(limitUsed).describe('Limits that the computed rules read.'),
  reading: reading2.optional(),
});

/** Shape of manifest.json, formats 1 and 2. The JSON schema beside this file is made from it. */
export const manifestSchema = z
  .discriminatedUnion('format', [manifest1, manifest2])
  .describe('manifest.json of a run folder');

/** A manifest as it stands in its file. */
export type Manifest = z.infer<typeof manifestSchema>;

/** The manifest of a text that this program has written. */
export function manifestOf(text: string): Manifest {
  return manifestSchema.parse(parseJson(text));
}
