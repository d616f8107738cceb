import { z } from 'zod';
import { explanationSchema } from '../../report';
import { COMMAND_MODULES } from '../commands/modules';
import type { JsonSchema } from '../declare/answer';

/*
 * Answers under --json, one a command. Only their publication and the tests load this: commands write what stands here,
 * and the tests hold every answer to it, whatever command they call.
 */

const text = z.string();
const whole = z.int();
const kroner = z.int().describe('Whole kroner.');
const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
const hash = z.string().regex(/^[0-9a-f]{64}$/);
/** A decimal number as a text, so that no reader rounds it. */
const decimal = z.string().regex(/^-?\d+(\.\d+)?$/);
const object = z.strictObject;
const list = z.array;
const record = <T extends z.ZodType>(value: T) => z.record(z.string(), value);
const value = z.union([z.string(), z.number()]);

/** Several keys of one kind. */
function each<T extends z.ZodType>(kind: T, ...keys: readonly string[]): Record<string, T> {
  return Object.fromEntries(keys.map((key) => [key, kind]));
}

/** A message by its code, with the values that its text names. */
const detail = object({ code: text, params: record(value) });
const saidDetail = object({ ...each(text, 'code', 'message', 'action'), params: record(value) });
/** The same with its values beside the code. */
const flatDetail = z.looseObject({ code: text });

const severity = z.enum(['error', 'warning', 'info']);
const file = object({
  ...each(text, 'table', 'file', 'encoding'),
  ...each(whole, 'bytes', 'rows', 'rejected_rows'),
  sha256: hash,
});
const findingGroup = object({ severity, ...each(text, 'code', 'message', 'action'), times: whole, places: list(text) });

const lastPosted = object({
  ...each(text, 'run_id', 'kind'),
  ...each(whole, 'year', 'term', 'supplement'),
  posted_on: day,
  paid: kroner,
}).nullable();
const withheld = object({ reason: text, persons: whole, sum: kroner });
const payee = object({ kind: text, recipients: whole, recipient_ids: list(text), paid: kroner });
const figures = record(z.union([z.string(), z.number()]));
const accepted = object({ ...each(text, 'name', 'reference') });
const acceptedWithFigures = object({ ...each(text, 'name', 'reference'), figures });
const wanted = object({ ...each(text, 'name', 'status'), figures });
const blocker = object({ ...each(text, 'code', 'name', 'status'), figures });
const standsBehind = object({ persons: whole, signed: z.boolean(), same_account: text.nullable() });
const journal_head = text;

const opening = {
  ...each(text, 'run_id', 'state'),
  kind: z.literal('opening'),
  rehearsal: z.boolean(),
  ...each(whole, 'persons', 'postings'),
  postings_total: kroner,
  components: list(object({ ...each(whole, 'grant_year', 'postings', 'persons'), component: text, sum: kroner })),
  recipients: list(object({ recipient_id: text, ...each(kroner, 'posted', 'balance') })),
  balances: list(object({ ...each(text, 'recipient_id', 'netting_group'), balance: kroner })),
};

const run = object({
  ...each(text, 'run_id', 'out', 'snapshot'),
  ...each(whole, 'year', 'term', 'supplement', 'rejected_rows'),
  as_of: day,
  rehearsal: z.boolean(),
  last_posted: lastPosted,
  totals: object({
    ...each(whole, 'persons', 'lines', 'payments'),
    ...each(kroner, 'lines_total', 'corrections', 'paid', 'carried_out', 'held'),
    withheld: list(withheld),
    components: list(
      object({ ...each(whole, 'grant_year', 'lines'), component: text, ...each(kroner, 'total', 'corrections') }),
    ),
  }),
  findings: record(whole),
  payable: z.boolean(),
  blockers: list(blocker),
  wanted: list(wanted),
  accepted: list(accepted),
  warnings: list(detail),
  payees: list(payee),
  superseded: list(text),
});

const signature = object({
  ...each(text, 'run_id', 'role', 'name', 'folder'),
  already: z.boolean(),
  approvals: list(object({ ...each(text, 'role', 'name') })),
  signatures: text.nullable(),
  stands_behind: standsBehind,
  journal_head,
});

const approval = object({
  ...each(text, 'run_id', 'folder'),
  already: z.boolean(),
  last_posted: lastPosted,
  stands_behind: standsBehind,
  ...each(whole, 'lines', 'payments'),
  paid: kroner,
  withheld: list(withheld),
  payees: list(payee),
  accepted: list(acceptedWithFigures),
  journal_head,
});

const openingApproval = object({
  run_id: text,
  already: z.boolean(),
  ...each(whole, 'lines', 'payments'),
  paid: kroner,
  opening: object(opening),
  stands_behind: standsBehind,
  journal_head,
});

const doneBy = object({ ...each(text, 'by', 'at', 'reason') });
const caseAct = {
  ...each(whole, 'act', 'case_number'),
  ...each(text, 'kind', 'state'),
  says: record(z.string()),
  proposed: doneBy,
  confirmed: doneBy.nullable(),
  posted_by: text.nullable(),
};
const oneCase = {
  case_number: whole,
  ...each(text, 'kind', 'state', 'reference'),
  recipient_id: text.nullable(),
  person: text.nullable(),
  opened: doneBy,
  decision: text.nullable(),
  decided: doneBy.nullable(),
  closed: doneBy.nullable(),
  acts: list(object(caseAct)),
};
const caseDone = object({ ...oneCase, already: z.boolean(), journal_head });
const caseActDone = object({ ...caseAct, already: z.boolean(), journal_head });

const annulment = {
  ...each(text, 'run_id', 'annuls', 'state'),
  ...each(whole, 'lines', 'payments'),
  ...each(kroner, 'lines_total', 'paid'),
};
const annulmentApproval = object({ ...annulment, already: z.boolean(), stands_behind: standsBehind, journal_head });

const batchFigures = { ...each(whole, 'persons', 'lines'), ...each(kroner, 'gross', 'corrections', 'net', 'paid') };
const pastBatch = object({ run_id: text, ...batchFigures }).nullable();
const preview = object({
  ...each(text, 'run_id', 'state', 'folder'),
  older_copy: list(flatDetail),
  last_posted: lastPosted,
  rehearsal: z.boolean(),
  manifest_sha256: hash,
  ...each(whole, 'year', 'term'),
  as_of: day,
  superseded_by: text.nullable(),
  payable: z.boolean(),
  blockers: list(blocker),
  accepted: list(acceptedWithFigures),
  wanted: list(wanted),
  this_term: object(batchFigures),
  last_term: pastBatch,
  same_term_last_year: pastBatch,
  limits: list(object({ name: text, limit: z.number(), value: whole.nullable(), breached: z.boolean() })),
  changes: list(
    object({
      ...each(text, 'line_id', 'component', 'recipient_id'),
      grant_year: whole,
      ...each(kroner, 'previously_posted', 'amount'),
      causes: list(text),
    }),
  ),
  held: list(object({ reason: text, rows: whole, amount: kroner })),
  findings: list(object({ severity, code: text, count: whole, lines: kroner })),
  payees: list(payee),
  accounts: list(object({ ...each(text, 'recipient_id', 'name', 'kind', 'before', 'now') })),
  budget: object({
    budget_year: whole,
    appropriation: kroner.nullable(),
    earlier_system_paid: kroner.nullable(),
    ...each(kroner, 'paid', 'arrears', 'ordered', 'refused', 'this_batch', 'due_later', 'held'),
    unspent: kroner.nullable(),
    remaining: kroner.nullable(),
  }),
});

const snapshots = list(
  object({
    ...each(text, 'snapshot', 'kept_because', 'posted_on', 'pruned_on'),
    stored: z.boolean(),
    taken_at: text.nullable(),
    ...each(whole, 'bytes', 'persons', 'rows'),
    runs: list(object({ ...each(text, 'run_id', 'state') })),
    prunable: z.boolean(),
    damaged: z.boolean(),
  }),
);

const status = object({
  rehearsal: z.boolean(),
  batches: list(
    object({
      ...each(text, 'run_id', 'state'),
      ...each(whole, 'lines', 'payments'),
      ...each(kroner, 'lines_total', 'paid', 'held'),
      folder: text.nullable(),
    }),
  ),
  snapshots,
  missing: list(flatDetail),
  requires_signatures: z.boolean(),
  posting_head: text,
  journal_head,
});

const outcomes = object({
  outcome: text,
  on: day,
  recorded: list(text),
  already: list(text),
  kept: list(text),
  recorded_amount: kroner,
  journal_head,
});
const payments = object({
  run_id: text,
  payments: list(
    object({
      ...each(text, 'payment_ref', 'recipient_id', 'netting_group', 'state'),
      amount: kroner,
      outcomes: list(object({ outcome: text, on: day })),
    }),
  ),
});

const counts = record(whole);
const doctor = object({
  readable: z.boolean(),
  taken_at: text.nullable().optional(),
  source: text.optional(),
  files: list(file).optional(),
  content: object({
    ...each(
      whole,
      'persons',
      'protected_addresses',
      'shared_national_ids',
      'persons_with_rejected_rows',
      'without_target_group',
      'without_residence',
      'emigrated_before_entry',
    ),
    ...each(counts, 'entered', 'laws', 'categories', 'decisions', 'hours_rows', 'hours_hundredths'),
    ...each(whole, 'kommuner', 'reception_centre_rows', 'hours_rows_registered_late'),
    ...each(text, 'first_registered_on', 'last_registered_on'),
  }).optional(),
  ...each(whole, 'grant_year', 'rejected_rows'),
  as_of: day,
  rejected: list(saidDetail),
  findings: list(findingGroup),
});

const imported = object({
  ...each(text, 'snapshot_id', 'path', 'source', 'out'),
  read_before: z.boolean(),
  taken_at: text.nullable(),
  ...each(whole, 'persons', 'rows', 'rejected_rows', 'milliseconds', 'rows_per_second'),
  files: list(file),
  findings: counts,
  finding_groups: list(findingGroup),
});

const verification = object({
  manifest_sha256: hash.nullable(),
  runs: list(object({ ...each(text, 'run_id', 'folder'), manifest_sha256: hash, state: text.nullable() })),
  ledger: object({ ...each(whole, 'acts', 'batches', 'postings', 'personsForgotten'), journalHead: text }).nullable(),
  sql: object({ compared: whole }).nullable(),
  notes: list(detail),
});

const size = object({
  older_copy: list(flatDetail),
  ...each(whole, 'year', 'unknown_country_persons'),
  as_of: day,
  snapshot: text,
  ...each(kroner, 'size', 'held'),
  warnings: list(detail),
  appropriation: kroner.nullable(),
  difference: kroner.nullable(),
  coverage_percent: decimal.nullable(),
  cells: list(
    object({
      component: text,
      year_number: whole.nullable(),
      rate_class: text.nullable(),
      persons_at_recipients: whole,
      ...each(kroner, 'rate', 'amount'),
    }),
  ),
  unverified_rates: list(object({ ...each(text, 'cell', 'status'), value: kroner })),
  budget_year: object({
    ...each(whole, 'year', 'grant_year'),
    earlier_system_paid: kroner.nullable(),
    ...each(
      kroner,
      'paid',
      'paid_arrears',
      'ordered',
      'refused',
      'this_batch',
      'due_later',
      'carried',
      'held',
      'paid_in_later_years',
      'grant_year_paid',
    ),
    unspent: kroner.nullable(),
    remaining: kroner.nullable(),
    paid_by_year: list(object({ ...each(whole, 'calendar_year', 'grant_year'), amount: kroner })),
  }).nullable(),
  forecast: object({
    days_left: whole,
    rules_change: z.boolean(),
    cells: list(
      object({
        ...each(whole, 'grant_year', 'rate_year'),
        ...each(text, 'component', 'rate_class'),
        year_number: whole.nullable(),
        known: z.number(),
        persons: z.number(),
        ...each(kroner, 'rate', 'amount'),
      }),
    ),
  }).nullable(),
  rehearsal: z.boolean().nullable(),
  draft: text.nullable(),
  journal_head: text.nullable(),
});

const hours = object({
  year: whole,
  as_of: day,
  snapshot: text,
  rows: list(
    object({
      ...each(text, 'kommune', 'law', 'year_number'),
      participants: whole,
      ...each(decimal, 'hours_norwegian', 'hours_social_studies', 'absence_hours'),
      ...each(
        whole,
        'hours_rows',
        'hours_rows_on_time',
        'starters',
        'starters_within_3_months',
        'triggering_without_hours',
        'hours_without_decision',
      ),
    }),
  ),
  charts: record(list(object({ label: text, value: decimal }))),
});

const rateModel = object({
  ...each(whole, 'year', 'rates_year', 'base_year'),
  as_of: day,
  snapshot: text,
  ...each(decimal, 'coverage', 'index'),
  sample: object({ ...each(whole, 'kommuner', 'hours_hundredths'), cost_nok: kroner }),
  rates: list(object({ ...each(text, 'cell', 'status', 'note'), value: kroner })),
  warnings: list(detail),
  national: kroner,
  sensitivity: list(
    object({
      factor: text,
      change: decimal,
      rates: list(object({ year_number: whole, ...each(kroner, 'high', 'low') })),
      ...each(kroner, 'national', 'difference'),
    }),
  ),
});

const statistics = object({
  ...each(whole, 'year', 'threshold'),
  as_of: day,
  snapshot: text,
  cells: list(record(value.nullable())),
});

const scenario = object({
  mark: z.literal('SCENARIO'),
  payable: z.literal(false),
  scenarios: list(
    object({
      name: text,
      grant_year: whole,
      as_of: day,
      ...each(kroner, 'size', 'held'),
      warnings: list(detail),
      base_size: kroner.nullable(),
      difference: kroner.nullable(),
      recipients: list(object({ recipient_id: text, amount: kroner, base_amount: kroner.nullable() })),
    }),
  ),
});

const effects = { ...each(kroner, 'a', 'population', 'data', 'rule', 'rate', 'b') };
const side = object({ label: text, grant_year: whole, as_of: day, folder: text.optional() });
const tally = object({ count: whole, sum: kroner });
const compared = object({
  measure: z.literal('size'),
  warnings: list(detail),
  a: side,
  b: side,
  total: object(effects),
  components: list(object({ component: text, ...effects })),
  recipients: list(object({ ...each(text, 'recipient_id', 'component'), ...effects })),
  distribution: object({
    winners: tally,
    losers: tally,
    unchanged: whole,
    bands: list(
      object({ from_percent: z.number().nullable(), to_percent: z.number().nullable(), count: whole, sum: kroner }),
    ),
  }),
});
const lineEffects = { ...effects, settled: kroner };
const comparedLines = object({
  measure: z.literal('lines'),
  ...each(text, 'a', 'b'),
  a_folder: text.nullable(),
  b_folder: text.nullable(),
  sums: list(object({ component: text, ...lineEffects })),
  lines: list(object({ ...each(text, 'recipient_id', 'component', 'person_ref'), ...lineEffects })),
});
const comparedPerson = object({
  ...each(text, 'a', 'b', 'person_ref'),
  steps: list(
    object({
      stage: text,
      stands: z.boolean(),
      ...each(kroner, 'amount', 'effect'),
      shares: list(object({ ...each(text, 'code', 'recipient_id'), days: z.number(), amount: kroner })),
    }),
  ),
});
const comparedOpening = object({ ...each(text, 'a', 'b'), rows: list(record(value)) });

const impact = object({
  impacts: list(
    object({
      ...each(text, 'assumption', 'limit', 'value', 'alternative'),
      missing: list(text),
      ...each(kroner, 'total', 'moved'),
      ...each(whole, 'gain', 'lose'),
      recipients: list(object({ recipient_id: text, change: kroner })),
    }),
  ),
  unmoved_limits: list(text),
});
const advice = object({
  advice: list(object({ ...each(text, 'recipient_id', 'code', 'action'), persons: whole, amount: kroner })),
  protected_persons: whole,
  protected_amount: kroner.nullable(),
});

const sampled = object({
  ...each(text, 'folder', 'read_from'),
  population: whole,
  already: z.boolean(),
  items: list(object({ ...each(text, 'item', 'stratum'), amount: kroner.nullable(), inclusion_millionths: whole })),
});
const recorded = object({
  folder: text,
  ...each(whole, 'items', 'controlled', 'errors', 'unclear'),
  error_amount: kroner,
});
const sampleResults = object({
  ...each(text, 'run_id', 'folder', 'outcomes_head'),
  strata: list(
    object({
      stratum: text,
      ...each(whole, 'items', 'drawn', 'controlled', 'errors', 'unclear'),
      ...each(kroner, 'absolute_nok', 'found_error_nok', 'projected_error_nok'),
    }),
  ),
  found: list(object({ ...each(text, 'item', 'result', 'note', 'actor', 'at'), correct_nok: kroner.nullable() })),
});

const limit = object({
  ...each(text, 'key', 'value', 'status', 'source', 'assumption'),
  first_grant_year: whole.nullable(),
  last_grant_year: whole.nullable(),
});
const ruleModule = {
  ...each(text, 'id', 'component'),
  first_grant_year: whole,
  last_grant_year: whole.nullable(),
  assumptions: list(text),
  sources: list(text),
};
const grantYear = object({
  year: whole,
  calendar: text.nullable(),
  limits: list(limit),
  components: list(
    object({
      ...each(text, 'component', 'module'),
      rates: list(object({ ...each(text, 'cell', 'status'), value: kroner.nullable(), source: text.nullable() })),
    }),
  ),
});
const shownModule = object({
  ...ruleModule,
  conditions: list(object({ ...each(text, 'id', 'paragraph') })),
  limits: list(text),
});

const assumption = object({ ...each(text, 'id', 'value', 'status', 'source', 'note'), alternatives: list(text) });

const signedList = object({
  ...each(text, 'kind', 'previous', 'approvers'),
  version: whole,
  valid_from: day,
  persons: list(object({ ...each(text, 'name', 'public_key', 'valid_from', 'valid_to'), roles: list(text) })),
  files: list(object({ name: text, sha256: hash })),
  accepted: list(accepted).optional(),
  signatures: list(object({ ...each(text, 'name', 'signature') })),
  sha256: hash,
});

const receipt = object({
  payments: list(
    object({
      ...each(text, 'payment_ref', 'account_number', 'state'),
      amount: decimal,
      at: text.nullable(),
      status: text.nullable(),
      reasons: list(text),
      texts: list(text),
      blocks_account: z.boolean(),
    }),
  ),
  problems: list(detail),
  notes: list(detail),
});

const accessRow = object({
  sequence: whole,
  ...each(text, 'at', 'kind', 'actor', 'account', 'run_id', 'purpose'),
  subjects: list(text),
});

const exampleDifference = object({ ...each(text, 'file', 'sentence', 'expected', 'actual'), line: whole });

/** Schemas of answers, by the names of commands; several where a command has several uses. */
export const ANSWER_SCHEMAS = {
  init: object({ files: list(text), ledger: text, rehearsal: z.boolean() }),
  generate: object({ extracts: list(text) }),
  doctor: z.union([doctor, object({ ...each(text, 'name', 'account', 'version'), notices: list(detail) })]),
  import: imported,
  run,
  sign: signature,
  attest: signature,
  preview: z.union([preview, object(opening), object(annulment)]),
  approve: z.union([approval, openingApproval, annulmentApproval]),
  annul: object({ ...annulment, already: z.boolean(), journal_head }),
  'case.new': caseDone,
  'case.propose': caseActDone,
  'case.confirm': caseActDone,
  'case.withdraw': caseActDone,
  'case.decide': caseDone,
  'case.close': caseDone,
  'case.list': object({ cases: list(object(oneCase)) }),
  'case.show': object(oneCase),
  withdraw: object({ run_id: text, state: text, already: z.boolean(), journal_head }),
  'open-ledger': object({ ...opening, already: z.boolean() }),
  explain: explanationSchema,
  status,
  continue: object({ answered_for: list(flatDetail), missing: list(flatDetail), journal_head }),
  outcome: z.union([outcomes, payments]),
  receipt,
  verify: verification,
  scenario,
  size,
  hours,
  'rate-model': rateModel,
  statistics,
  reveal: object({ pseudonym: text, person_id: text, run_id: text }),
  access: object({ head: text, rows: list(accessRow) }),
  prune: object({ dry_run: z.boolean(), pruned: list(text), left_behind: list(text), snapshots }),
  forget: object({ persons_forgotten: whole, journal_head }),
  'keys.new': object({ key: text, person: text, public_key: text }),
  'lists.propose': object({ file: text, kind: text, version: whole, sha256: hash }),
  'lists.sign': object({ file: text, kind: text, version: whole, sha256: hash, signed_by: list(text) }),
  'lists.adopt': object({ kind: text, version: whole, sha256: hash, already: z.boolean(), journal_head }),
  'lists.show': object({ requires_signatures: z.boolean(), versions: list(signedList) }),
  compare: z.union([compared, comparedLines, comparedPerson, comparedOpening]),
  'export-trace': object({
    out: text,
    folder: text,
    manifest_sha256: hash,
    export_sha256: hash,
    payouts: whole,
    lines: whole,
    parts: whole,
    protected_lines: whole,
  }),
  advice,
  impact,
  sample: z.union([sampled, recorded, sampleResults]),
  dossier: object({
    out: text,
    folder: text,
    files: whole,
    bytes: whole,
    sha256: hash,
    journal_head: text,
    snapshot: z.boolean(),
  }),
  'rules.list': object({ modules: list(object(ruleModule)) }),
  'rules.check': object({
    frozen_rules: whole,
    findings: list(object({ severity, code: text, params: record(value) })),
  }),
  'rules.lock': object({ added: list(text), frozen_through: whole.nullable() }),
  'rules.examples': object({ examples: whole, differences: list(exampleDifference) }),
  'rules.show': z.union([grantYear, shownModule, object({ limits: list(limit) }), assumption]),
  'rules.diff': object({ from: whole, to: whole, differences: list(object({ what: text, from: text, to: text })) }),
} as const;

/** What any command answers that ends with a fault. */
export const FAILURE_SCHEMA = object({
  error: z.union([
    object({
      kind: text,
      exit_code: whole,
      code: text,
      message: text,
      action: text,
      params: record(value),
      details: list(saidDetail).optional(),
    }),
    object({ kind: z.literal('fault'), exit_code: z.literal(1), name: text, debug_file: text.nullable() }),
    object({ kind: z.literal('interrupted'), exit_code: z.literal(130), message: text }),
  ]),
});

/** Explanations have a schema of their own. */
const ELSEWHERE: Readonly<Record<string, string>> = { explain: '../../report/explanation/explanation.schema.json' };

/** Schemas of all answers by the name of the command: as commands declare them, else as they stand above. */
export function answerSchemas(): Readonly<Record<string, JsonSchema>> {
  const above = Object.entries({ ...ANSWER_SCHEMAS, failure: FAILURE_SCHEMA }).map(([name, schema]) => {
    const { $schema: _dialect, ...own } = z.toJSONSchema(schema);
    return [name, own] as const;
  });
  return Object.assign(Object.fromEntries(above), ...Object.values(COMMAND_MODULES).map(({ answers }) => answers));
}

/** The published JSON schema of all answers, a definition a command and a line. */
export function answersJsonSchema(): string {
  const definitions = Object.entries(answerSchemas()).map(
    ([name, schema]) =>
      `    ${JSON.stringify(name)}: ${JSON.stringify(ELSEWHERE[name] === undefined ? schema : { $ref: ELSEWHERE[name] })}`,
  );
  return `{
  "$schema": "https://json-schema.org/draft/2020-12/schema",
  "title": "Answers of norsktilskudd under --json",
  "description": "One definition a command; failure where a command ends with a fault.",
  "$defs": {
${definitions.join(',\n')}
  }
}
`;
}
