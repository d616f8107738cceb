import {
  ADDRESS_PROTECTIONS,
  CATEGORIES,
  DECISION_KINDS,
  FAR_FUTURE,
  HOURS_CATEGORIES,
  HOURS_SOURCES,
  LAWS,
  OUTCOMES,
  RESIDENCE_KINDS,
  SEXES,
  YES_NO,
} from '../../domain';
import {
  endDay,
  looseDay,
  needed,
  optional,
  PERSON_ID,
  REGISTERED_ON,
  REGISTERED_ON_OR_EMPTY,
  type TableName,
  type TableSpec,
  tableSpec,
} from './table-spec';

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
    { key: 'target_group_id', start: 'entered_on', end: 'left_on' },
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
    { shared: 'decision_id' },
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
