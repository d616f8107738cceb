/** Tables of an extract with their columns in the order in which they are written (data contract 2). */
export const TABLE_COLUMNS = {
  persons:
    'person_id,national_id,birth_date,country_background,sex,death_date,emigrated_on,address_protection,upper_secondary_before,registered_on',
  person_ids: 'old_person_id,person_id,changed_on',
  target_group: 'target_group_id,person_id,law,category,legal_basis,permit_granted_on,entered_on,left_on,registered_on',
  decisions: 'decision_id,person_id,kommune,kind,outcome,decided_on,training_starts_on,registered_on',
  residence: 'person_id,kommune,kind,from_date,to_date,registered_on',
  training_kommune: 'person_id,kommune,from_date,to_date,registered_on',
  upper_secondary: 'person_id,fylke,from_date,to_date,registered_on',
  hours: 'hours_id,person_id,kommune,month,category,hours,absence_hours,source,registered_on',
  teaching_hours: 'kommune,month,teaching_hours,registered_on',
  cost_base: 'kommune,year,cost_nok',
} as const;

export type TableName = keyof typeof TABLE_COLUMNS;

export const TABLE_NAMES = [
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
] as const satisfies readonly TableName[];
