/*
 * The tables of an extract as the data contract (section 2) lists them. A column is: its name, how its value is read,
 * whether it must be given, and its Norwegian alias.
 */
export interface Column {
  readonly name: string;
  readonly read: string;
  readonly required: boolean;
  readonly aliases: readonly string[];
}

export interface Table {
  readonly name: string;
  readonly fileNames: readonly string[];
  /** Column whose values must be unique; empty for none. */
  readonly key: string;
  readonly columns: readonly Column[];
}

/** `name:read*|alias`: the star marks a required value. */
function columns(...texts: readonly string[]): Column[] {
  return texts.map((text) => {
    const [left = '', ...aliases] = text.split('|');
    const [name = '', read = ''] = left.replace('*', '').split(':');
    const common = name === 'person_id' ? ['duf_nummer'] : name === 'registered_on' ? ['registrert_dato'] : [];
    return { name, read, required: left.endsWith('*'), aliases: [...aliases, ...common] };
  });
}

function table(names: string, key: string, ...texts: readonly string[]): Table {
  const fileNames = names.split(' ');
  return { name: fileNames[0] ?? '', fileNames, key, columns: columns(...texts) };
}

export const TABLES: readonly Table[] = [
  table(
    'person_ids person_id_endringer',
    'old_person_id',
    'old_person_id:person*|gammel_id',
    'person_id:person*',
    'changed_on:date*|endret_dato',
  ),
  table(
    'persons personer',
    'person_id',
    'person_id:person*',
    'birth_date:date*|fodselsdato',
    'country_background:country*|landbakgrunn',
    'sex:sex|kjonn',
    'death_date:date|dodsdato',
    'emigrated_on:date|utvandret_dato',
    'address_protection:protection|adressebeskyttelse',
    'upper_secondary_before:yesno|vgs_fra_for',
    'registered_on:date*',
  ),
  table(
    'target_group personkrets',
    'target_group_id',
    'target_group_id:text*',
    'person_id:person*',
    'law:law*|lov',
    'category:category*|kategori',
    'permit_granted_on:date|vedtaksdato_opphold',
    'entered_on:date*|inntradt_dato',
    'left_on:date|uttradt_dato',
    'registered_on:date*',
  ),
  table(
    'decisions vedtak',
    '',
    'decision_id:text*',
    'person_id:person*',
    'kommune:kommune*',
    'kind:decision*|type',
    'outcome:outcome*|utfall',
    'decided_on:date*|vedtaksdato',
    'training_starts_on:date|oppstart_dato',
    'registered_on:date*',
  ),
  table(
    'residence bosted',
    '',
    'person_id:person*',
    'kommune:kommune*',
    'kind:residence*|type',
    'from_date:date*|fra_dato',
    'to_date:date|til_dato',
    'registered_on:date*',
  ),
  table(
    'training_kommune opplaeringskommune',
    '',
    'person_id:person*',
    'kommune:kommune*',
    'from_date:date*|fra_dato',
    'to_date:date|til_dato',
    'registered_on:date',
  ),
  table(
    'upper_secondary vgs_fulltid',
    '',
    'person_id:person*',
    'fylke:fylke*',
    'from_date:date*|fra_dato',
    'to_date:date|til_dato',
    'registered_on:date',
  ),
  table(
    'hours norsktimer',
    'hours_id',
    'hours_id:text*',
    'person_id:person*',
    'kommune:kommune*',
    'month:month*|maned',
    'category:hourscategory*|kategori',
    'hours:hours*|timer',
    'absence_hours:decimal|fravar',
    'source:hourssource|kilde',
    'registered_on:date*',
  ),
  table(
    'teaching_hours undervisningstimer',
    '',
    'kommune:kommune*',
    'month:month*|maned',
    'teaching_hours:decimal*|undervisningstimer',
    'registered_on:date',
  ),
];

/** Code values: `english=norwegian`. */
const CODE_VALUES: Record<string, string> = {
  sex: 'K M',
  protection: 'none=ingen confidential=fortrolig strictly_confidential=strengt_fortrolig',
  yesno: 'yes=ja no=nei',
  law: 'introduksjonsloven integreringsloven',
  category:
    'right_and_duty=rett_og_plikt right=rett duty=plikt right_norwegian_6a=rett_norsk_6a asylum_seeker=asylsoker',
  decision: 'norwegian_and_social_studies=norsk_og_samfunnskunnskap norwegian_6a=norsk_6a extended_43g=utvidet_43g',
  outcome: 'granted=innvilget refused=avslag withdrawn=omgjort',
  residence: 'registered=folkeregistrert reception_centre=mottak',
  hourscategory: 'norwegian=norsk social_studies=samfunnskunnskap',
  hourssource: 'nir_web municipal_system=fagsystem',
};

/** English code value of a text; empty for an unknown one, undefined where the column has no code values. */
export function readCodeValue(read: string, text: string): string | undefined {
  const values = CODE_VALUES[read];
  if (values === undefined) return undefined;
  const pair = values.split(' ').find((candidate) => candidate.split('=').includes(text));
  return pair?.split('=')[0] ?? '';
}
