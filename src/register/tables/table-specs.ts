import {
  ADDRESS_PROTECTIONS,
  CATEGORIES,
  DECISION_KINDS,
  FAR_FUTURE,
  FAR_PAST,
  HOURS_CATEGORIES,
  HOURS_SOURCES,
  LAWS,
  NO_DAY,
  OUTCOMES,
  RESIDENCE_KINDS,
  SEXES,
  YES_NO,
} from '../../domain';

/** Tables of an extract by their English names (data contract 2); the ordinal stands in rejects and snapshots. */
export const TABLES = [
  'persons',
  'person_ids',
  'target_group',
  'decisions',
  'residence',
  'training_kommune',
  'upper_secondary',
  'hours',
  'teaching_hours',
  'cost_base',
] as const;
export type TableName = (typeof TABLES)[number];

/** A coded value: its English name and its Norwegian alias. */
export type CodeName = readonly [string, string];

/** What a field holds. Its value is always a number: the empty value where it may be empty and is. */
export type FieldKind =
  /** DUF number of 12 digits. */
  | 'person'
  /** Any text; only told apart from other texts (key, decision_id). Its number is 0. */
  | 'text'
  /** Text that is not kept. */
  | 'unused'
  | 'national_id'
  /** Day number. */
  | 'day'
  /** monthIndex() */
  | 'month'
  | 'year'
  /** RecipientCode of a kommune that the register has held. */
  | 'kommune'
  /** RecipientCode of a fylke that the register has held; 03 is given as 0301. */
  | 'fylke'
  /** packCountry() */
  | 'country'
  /** Place in `codes`. */
  | 'code'
  /** Hundredths of a number with at most two decimals. */
  | 'hundredths';

export interface FieldSpec {
  readonly name: string;
  readonly aliases: readonly string[];
  readonly kind: FieldKind;
  readonly required: boolean;
  /** Value of an empty field that may be empty. */
  readonly empty: number;
  readonly codes: readonly CodeName[];
  /** Highest allowed value of `hundredths`. */
  readonly maximum: number;
  /** True for national and person ids: their values are masked wherever they are shown. */
  readonly masked: boolean;
  /** True for columns that a real ledger wants to be there, or to be left out on purpose (data contract 1). */
  readonly wanted: boolean;
}

export interface TableSpec {
  readonly table: TableName;
  readonly fileNames: readonly [string, string];
  /** The extract cannot be read without the file. */
  readonly required: boolean;
  readonly fields: readonly FieldSpec[];
  /** Index of person_id, -1 in tables without persons. */
  readonly personField: number;
  /** Indexes of every id of a person. */
  readonly personFields: readonly number[];
  /** Index of the column whose texts are compared over all rows: a key, or decision_id; -1 for none. */
  readonly keyField: number;
  /** True where rows may share a key as long as they name one person (decision_id). */
  readonly keyOfPerson: boolean;
  /** True where the key of each row is kept with it: cases name rows by it. */
  readonly keepsKey: boolean;
  /** Indexes of a first and a last day, the last of which may not lie before the first; -1 for none. */
  readonly startField: number;
  readonly endField: number;
}

type FieldOptions = Partial<Pick<FieldSpec, 'aliases' | 'empty' | 'codes' | 'maximum' | 'masked' | 'wanted'>>;

function field(name: string, kind: FieldKind, required: boolean, options: FieldOptions = {}): FieldSpec {
  return {
    name,
    kind,
    required,
    aliases: [],
    empty: 0,
    codes: [],
    maximum: 0,
    masked: false,
    wanted: false,
    ...options,
  };
}

/** A field that must be given. */
function needed(name: string, kind: FieldKind, options: FieldOptions = {}): FieldSpec {
  return field(name, kind, true, options);
}

/** A field that may be empty. */
function optional(name: string, kind: FieldKind, options: FieldOptions = {}): FieldSpec {
  return field(name, kind, false, options);
}

/** person_id of any table. */
const PERSON_ID = needed('person_id', 'person', { aliases: ['duf_nummer'], masked: true });
/** A last day that is empty while there is none. */
const endDay = (name: string, alias: string): FieldSpec =>
  optional(name, 'day', { aliases: [alias], empty: FAR_FUTURE, wanted: true });
/** A day that is empty where it means neither beginning nor end. */
const looseDay = (name: string, alias: string): FieldSpec => optional(name, 'day', { aliases: [alias], empty: NO_DAY });
const REGISTERED_ON = needed('registered_on', 'day', { aliases: ['registrert_dato'] });
/** registered_on where an empty one means known from the beginning. */
const REGISTERED_ON_OR_EMPTY = optional('registered_on', 'day', {
  aliases: ['registrert_dato'],
  empty: FAR_PAST,
});

/** Puts a table together; the indexes follow from the names of its fields. */
function tableSpec(
  table: TableName,
  norwegianName: string,
  required: boolean,
  fields: readonly FieldSpec[],
  keys: { key?: string; keyOfPerson?: string; keepsKey?: boolean; start?: string; end?: string } = {},
): TableSpec {
  const indexOf = (name: string | undefined): number => fields.findIndex((each) => each.name === name);
  return {
    table,
    fileNames: [`${table}.csv`, `${norwegianName}.csv`],
    required,
    fields,
    personField: indexOf('person_id'),
    personFields: fields.flatMap(({ kind }, index) => (kind === 'person' ? [index] : [])),
    keyField: indexOf(keys.key ?? keys.keyOfPerson),
    keyOfPerson: keys.keyOfPerson !== undefined,
    keepsKey: keys.keepsKey ?? false,
    startField: indexOf(keys.start),
    endField: indexOf(keys.end),
  };
}

const KOMMUNE = needed('kommune', 'kommune');
const FROM_DATE = needed('from_date', 'day', { aliases: ['fra_dato'] });
const TO_DATE = endDay('to_date', 'til_dato');
const PERIOD = { start: 'from_date', end: 'to_date' };
const MONTH = needed('month', 'month', { aliases: ['maned'] });
/** Most hours that one row may hold for a month, in hundredths (data contract 2). */
const HOURS_MAXIMUM = 25_000;
/** Bound of fields without one of their own: it must fit the columns. */
const NUMBER_MAXIMUM = 4_000_000_000;

/** The tables of an extract with all that the data contract, section 2, says of their columns. */
export const TABLE_SPECS: Readonly<Record<TableName, TableSpec>> = {
  persons: tableSpec(
    'persons',
    'personer',
    true,
    [
      PERSON_ID,
      optional('national_id', 'national_id', { aliases: ['fodselsnummer'], masked: true }),
      needed('birth_date', 'day', { aliases: ['fodselsdato'] }),
      needed('country_background', 'country', { aliases: ['landbakgrunn'] }),
      optional('sex', 'code', { aliases: ['kjonn'], codes: SEXES }),
      optional('death_date', 'day', { aliases: ['dodsdato'], empty: FAR_FUTURE, wanted: true }),
      optional('emigrated_on', 'day', { aliases: ['utvandret_dato'], empty: FAR_FUTURE, wanted: true }),
      optional('address_protection', 'code', {
        aliases: ['adressebeskyttelse'],
        codes: ADDRESS_PROTECTIONS,
        wanted: true,
      }),
      optional('upper_secondary_before', 'code', { aliases: ['vgs_fra_for'], codes: YES_NO }),
      REGISTERED_ON,
    ],
    { key: 'person_id' },
  ),
  person_ids: tableSpec(
    'person_ids',
    'person_id_endringer',
    false,
    [
      needed('old_person_id', 'person', { aliases: ['gammel_id'], masked: true }),
      PERSON_ID,
      needed('changed_on', 'day', { aliases: ['endret_dato'] }),
    ],
    { key: 'old_person_id' },
  ),
  target_group: tableSpec(
    'target_group',
    'personkrets',
    true,
    [
      needed('target_group_id', 'text'),
      PERSON_ID,
      needed('law', 'code', { aliases: ['lov'], codes: LAWS }),
      needed('category', 'code', { aliases: ['kategori'], codes: CATEGORIES }),
      optional('legal_basis', 'unused', { aliases: ['hjemmel'] }),
      { ...looseDay('permit_granted_on', 'vedtaksdato_opphold'), wanted: true },
      needed('entered_on', 'day', { aliases: ['inntradt_dato'] }),
      endDay('left_on', 'uttradt_dato'),
      REGISTERED_ON,
    ],
    { key: 'target_group_id', keepsKey: true, start: 'entered_on', end: 'left_on' },
  ),
  decisions: tableSpec(
    'decisions',
    'vedtak',
    true,
    [
      needed('decision_id', 'text'),
      PERSON_ID,
      KOMMUNE,
      needed('kind', 'code', { aliases: ['type'], codes: DECISION_KINDS }),
      needed('outcome', 'code', { aliases: ['utfall'], codes: OUTCOMES }),
      needed('decided_on', 'day', { aliases: ['vedtaksdato'] }),
      looseDay('training_starts_on', 'oppstart_dato'),
      REGISTERED_ON,
    ],
    { keyOfPerson: 'decision_id', keepsKey: true },
  ),
  residence: tableSpec(
    'residence',
    'bosted',
    true,
    [
      PERSON_ID,
      KOMMUNE,
      needed('kind', 'code', { aliases: ['type'], codes: RESIDENCE_KINDS }),
      FROM_DATE,
      TO_DATE,
      REGISTERED_ON,
    ],
    PERIOD,
  ),
  training_kommune: tableSpec(
    'training_kommune',
    'opplaeringskommune',
    false,
    [PERSON_ID, KOMMUNE, FROM_DATE, TO_DATE, REGISTERED_ON_OR_EMPTY],
    PERIOD,
  ),
  upper_secondary: tableSpec(
    'upper_secondary',
    'vgs_fulltid',
    false,
    [PERSON_ID, needed('fylke', 'fylke'), FROM_DATE, TO_DATE, REGISTERED_ON_OR_EMPTY],
    PERIOD,
  ),
  hours: tableSpec(
    'hours',
    'norsktimer',
    true,
    [
      needed('hours_id', 'text'),
      PERSON_ID,
      KOMMUNE,
      MONTH,
      needed('category', 'code', { aliases: ['kategori'], codes: HOURS_CATEGORIES }),
      needed('hours', 'hundredths', { aliases: ['timer'], maximum: HOURS_MAXIMUM }),
      optional('absence_hours', 'hundredths', { aliases: ['fravar'], maximum: NUMBER_MAXIMUM }),
      optional('source', 'code', { aliases: ['kilde'], codes: HOURS_SOURCES }),
      REGISTERED_ON,
    ],
    { key: 'hours_id' },
  ),
  teaching_hours: tableSpec('teaching_hours', 'undervisningstimer', false, [
    KOMMUNE,
    MONTH,
    needed('teaching_hours', 'hundredths', { aliases: ['undervisningstimer'], maximum: NUMBER_MAXIMUM }),
    REGISTERED_ON_OR_EMPTY,
  ]),
  cost_base: tableSpec('cost_base', 'kostnadsgrunnlag', false, [
    KOMMUNE,
    needed('year', 'year', { aliases: ['ar'] }),
    needed('cost_nok', 'hundredths', { aliases: ['kostnad'], maximum: 100_000_000_000_000 }),
  ]),
};
