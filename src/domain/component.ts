/** Components in the order of their names as text; the ordinal is their place here and stands in columns and traces. */
export const COMPONENTS = [
  'asylnorsk',
  'grunntilskudd',
  'kulturtilskudd',
  'persontilskudd',
  'persontilskudd37d',
  'samfunnskunnskap_mottak',
  'timetilskudd',
  'utvidet43g',
] as const;

export type Component = (typeof COMPONENTS)[number];

/** Netting groups in the order of their names as text (rulebook 7). */
export const NETTING_GROUPS = [
  'asylum',
  'collective_protection',
  'grunntilskudd',
  'persontilskudd',
  'timetilskudd',
] as const;

export type NettingGroup = (typeof NETTING_GROUPS)[number];

const GROUP_OF: Record<Component, NettingGroup> = {
  asylnorsk: 'asylum',
  grunntilskudd: 'grunntilskudd',
  kulturtilskudd: 'asylum',
  persontilskudd: 'persontilskudd',
  persontilskudd37d: 'collective_protection',
  samfunnskunnskap_mottak: 'asylum',
  timetilskudd: 'timetilskudd',
  utvidet43g: 'collective_protection',
};

/** The group within which a component's amounts are netted (rulebook 7, A18). */
export function nettingGroupOf(component: Component): NettingGroup {
  return GROUP_OF[component];
}

export function componentOrdinal(component: Component): number {
  return COMPONENTS.indexOf(component);
}

/** Component of that name; undefined where there is none. */
export function parseComponent(text: string): Component | undefined {
  return COMPONENTS.find((component) => component === text);
}

/** True for components whose lines are per kommune, without a person (rulebook 5). */
export function isPerKommune(component: Component): boolean {
  return component === 'grunntilskudd' || component === 'timetilskudd';
}

const RATE_LETTER = ['', 'L', 'H', ''] as const;

/** Payout code of a component (rulebook 5): `P-AR2-H`, `Grunntilskudd-L`, `UN43G`. */
export function payoutCode(component: Component, yearNumber: number, rateClass: number): string {
  switch (component) {
    case 'persontilskudd':
      return `P-AR${yearNumber}-${RATE_LETTER[rateClass]}`;
    case 'grunntilskudd':
      return `Grunntilskudd-${RATE_LETTER[rateClass]}`;
    case 'persontilskudd37d':
      return 'P37D-AR1';
    case 'utvidet43g':
      return 'UN43G';
    case 'asylnorsk':
      return 'ASYL-NORSK';
    case 'kulturtilskudd':
      return 'ASYL-KULTUR';
    case 'samfunnskunnskap_mottak':
      return 'ASYL-SAMF';
    case 'timetilskudd':
      return 'TIME-2004';
  }
}
