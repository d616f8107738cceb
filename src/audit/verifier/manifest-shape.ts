import { either, listOf, mapOf, objectOf, oneOf, type Shape, type Shaped, text, whole } from './shapes';

const SHA256 = text(/^[0-9a-f]{64}$/);
const DATE = text(/^\d{4}-\d{2}-\d{2}$/);
const NAME = text<Lowercase<string>>(/^[a-z0-9_.]+$/);
const KRONER = whole();
const COUNT = whole(0);
const YEAR = whole(1000, 9999);
const FLAG = oneOf(true, false);
const EMPTY = oneOf('');
const STATUS = oneOf('verified', 'assumed', 'secondary', 'derived', 'proposal', 'scenario', 'illustrative');
const SEALED_FILE = objectOf({ name: text(), bytes: COUNT, rows: either(COUNT, oneOf(null)), sha256: SHA256 });
const TABLES = listOf(objectOf({ name: text(), sha256: SHA256 }));
const SOURCE = { status: STATUS, source: text(), note: text() };
const OF_COMPONENT = { grant_year: YEAR, component: NAME };
const OPENING = listOf(objectOf({ ...OF_COMPONENT, postings: COUNT, sum_nok: KRONER }));

/** Everything that decides the result; its hash gives the last part of run_id. */
const DECIDING = {
  accepted: listOf(text()),
  as_of: DATE,
  excluded: listOf(NAME),
  grant_year: YEAR,
  parameters_sha256: SHA256,
  posting_head: SHA256,
  pseudonym_key_id: text(/^[0-9a-f]{16}$/),
  recipients_sha256: either(EMPTY, SHA256),
  rehearsal: FLAG,
  rule_lock_sha256: SHA256,
  snapshot_id: text(/^./s),
  supplement: COUNT,
  term: whole<1 | 2 | 3 | 4>(1, 4),
};
const IDENTITY_1 = objectOf({ ...DECIDING, format: oneOf(1), registers: TABLES });
const WANTS = objectOf({ appropriation_nok: either(EMPTY, COUNT), fewer_persons_percent: text() });
const IDENTITY_2 = objectOf({
  ...DECIDING,
  cases_sha256: either(EMPTY, SHA256),
  wants: WANTS,
  format: oneOf(2),
  tables: TABLES,
});

const LIMIT_PERCENT = text(/^(\d{1,3}(\.\d{1,2})?)?$/);
const READING_1 = objectOf({ columns: mapOf(mapOf(text())), reject_limit_percent: LIMIT_PERCENT });
const READING_2 = objectOf({
  columns: mapOf(mapOf(either(oneOf(null), text()))),
  format: whole(1),
  reject_limit_percent: LIMIT_PERCENT,
});

const EXTRACT_COUNTS = objectOf({ persons: COUNT, hours_rows: COUNT });
const BEFORE = objectOf({
  grant_year: COUNT,
  term: COUNT,
  extract: either(oneOf('unknown', null), EXTRACT_COUNTS),
  paid_in_year_nok: COUNT,
});
const ACCEPTANCE = objectOf({
  accepted: listOf(objectOf({ name: text(), reference: text() })),
  before: either(oneOf(null), BEFORE),
  extract: EXTRACT_COUNTS,
  wanted: listOf(objectOf({ name: text(), status: either(EMPTY, STATUS), figures: mapOf(either(text(), KRONER)) })),
});

const COMMON = {
  run_id: text(/^\d{4}-T[1-4]-[0-9a-f]{12}$/),
  mark: oneOf('', 'REHEARSAL'),
  program: objectOf({ name: text(), version: text(), build_sha256: SHA256 }),
  extract: objectOf({ taken_at: either(EMPTY, DATE), source: text(), files: listOf(SEALED_FILE) }),
  inputs: listOf(SEALED_FILE),
  modules: listOf(objectOf({ ...OF_COMPONENT, module: text(), sha256: SHA256 })),
  rates_used: listOf(
    objectOf({
      key: NAME,
      grant_year: YEAR,
      rate_class: oneOf('low', 'high', 'single'),
      value_nok: KRONER,
      ...SOURCE,
    }),
  ),
  assumptions_used: listOf(objectOf({ id: text(), value: text(), ...SOURCE })),
  previous_batch: either(oneOf(null), objectOf({ run_id: text(), manifest_sha256: SHA256 })),
  coverage: listOf(objectOf({ ...OF_COMPONENT, run_year: COUNT, run_term: COUNT })),
  opening_coverage: OPENING,
  opening_arrears: OPENING,
  counts: objectOf({
    persons: COUNT,
    persons_paid: COUNT,
    leaves: COUNT,
    lines: COUNT,
    corrections: COUNT,
    payments: COUNT,
    held: COUNT,
    rejected_rows: COUNT,
    findings: objectOf({ error: COUNT, warning: COUNT, info: COUNT }),
  }),
  control_totals: listOf(
    objectOf({ ...OF_COMPONENT, netting_group: NAME, lines: COUNT, sum_nok: KRONER, absolute_nok: COUNT }),
  ),
  netting: listOf(
    objectOf({
      netting_group: NAME,
      recipients: COUNT,
      payments: COUNT,
      lines_total_nok: KRONER,
      carried_in_nok: KRONER,
      paid_nok: COUNT,
      carried_out_nok: KRONER,
    }),
  ),
  held: listOf(objectOf({ ...OF_COMPONENT, reason: NAME, rows: COUNT, sum_nok: KRONER }, { kept_rows: COUNT })),
  sizing: listOf(objectOf({ component: NAME, rows: COUNT, annual_amount_nok: KRONER })),
  conservation: listOf(
    objectOf({
      ...OF_COMPONENT,
      annual_nok: KRONER,
      posted_before_nok: KRONER,
      lines_nok: KRONER,
      due_later_nok: KRONER,
      held_nok: KRONER,
    }),
  ),
  trace: either(
    oneOf(null),
    objectOf({
      format: whole(1),
      leaves: COUNT,
      entries: COUNT,
      root_sha256: SHA256,
      recipients_root_sha256: SHA256,
    }),
  ),
  payable: FLAG,
  blocked_by: listOf(objectOf({ code: text(), name: text(), status: either(EMPTY, STATUS) })),
  files: listOf(SEALED_FILE),
};

const MANIFEST_1 = objectOf({ ...COMMON, format: oneOf(1), identity: IDENTITY_1 }, { reading: READING_1 });
const LIMIT_USED = objectOf({ key: NAME, grant_year: either(EMPTY, YEAR), value: text(), ...SOURCE });
const MANIFEST_2 = objectOf(
  { ...COMMON, acceptance: ACCEPTANCE, format: oneOf(2), identity: IDENTITY_2, limits_used: listOf(LIMIT_USED) },
  { reading: READING_2 },
);
const ANY_FORMAT = mapOf((_value, _tell): _value is unknown => true);

/** manifest.json of a run folder; the schema beside this room (manifest.schema.json) publishes the same shape. */
export type RunManifest = Shaped<typeof MANIFEST_1> | Shaped<typeof MANIFEST_2>;
export type RunManifest2 = Shaped<typeof MANIFEST_2>;

/** Whether a value has the shape of a manifest of format 1 or 2. */
export const MANIFEST: Shape<RunManifest> = (value, tell, path): value is RunManifest => {
  if (!ANY_FORMAT(value, tell, path)) return false;
  return value.format === 1 ? MANIFEST_1(value, tell, path) : MANIFEST_2(value, tell, path);
};
