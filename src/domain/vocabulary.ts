/*
 * Coded values of the register (data contract 2). The ordinal in a column is the place in the list here; the second
 * name is the Norwegian alias.
 */
export const LAWS = [
  ['introduksjonsloven', 'introduksjonsloven'],
  ['integreringsloven', 'integreringsloven'],
] as const;
export const LAW = { introduksjonsloven: 0, integreringsloven: 1 } as const;

export const CATEGORIES = [
  ['right_and_duty', 'rett_og_plikt'],
  ['right', 'rett'],
  ['duty', 'plikt'],
  ['right_norwegian_6a', 'rett_norsk_6a'],
  ['asylum_seeker', 'asylsoker'],
] as const;
export const CATEGORY = { rightAndDuty: 0, right: 1, duty: 2, rightNorwegian6a: 3, asylumSeeker: 4 } as const;

export const DECISION_KINDS = [
  ['norwegian_and_social_studies', 'norsk_og_samfunnskunnskap'],
  ['norwegian_6a', 'norsk_6a'],
  ['extended_43g', 'utvidet_43g'],
] as const;
export const DECISION_KIND = { norwegianAndSocialStudies: 0, norwegian6a: 1, extended43g: 2 } as const;

export const OUTCOMES = [
  ['granted', 'innvilget'],
  ['refused', 'avslag'],
  ['withdrawn', 'omgjort'],
] as const;
export const OUTCOME = { granted: 0, refused: 1, withdrawn: 2 } as const;

export const RESIDENCE_KINDS = [
  ['registered', 'folkeregistrert'],
  ['reception_centre', 'mottak'],
] as const;
export const RESIDENCE_KIND = { registered: 0, receptionCentre: 1 } as const;

export const HOURS_CATEGORIES = [
  ['norwegian', 'norsk'],
  ['social_studies', 'samfunnskunnskap'],
] as const;
export const HOURS_CATEGORY = { norwegian: 0, socialStudies: 1 } as const;

/** 0 is empty. */
export const HOURS_SOURCES = [
  ['', ''],
  ['nir_web', 'nir_web'],
  ['municipal_system', 'fagsystem'],
] as const;

export const ADDRESS_PROTECTIONS = [
  ['none', 'ingen'],
  ['confidential', 'fortrolig'],
  ['strictly_confidential', 'strengt_fortrolig'],
] as const;
export const ADDRESS_PROTECTION = { none: 0, confidential: 1, strictlyConfidential: 2 } as const;

/** 0 is empty. */
export const SEXES = [
  ['', ''],
  ['K', 'K'],
  ['M', 'M'],
] as const;

/** 0 is empty. */
export const YES_NO = [
  ['', ''],
  ['yes', 'ja'],
  ['no', 'nei'],
] as const;

/** Three capital letters as a number below 17 576, in the order of the letters. */
export function packCountry(text: string): number {
  return (text.charCodeAt(0) - 65) * 676 + (text.charCodeAt(1) - 65) * 26 + (text.charCodeAt(2) - 65);
}

export function unpackCountry(packed: number): string {
  return String.fromCharCode(65 + Math.floor(packed / 676), 65 + (Math.floor(packed / 26) % 26), 65 + (packed % 26));
}
