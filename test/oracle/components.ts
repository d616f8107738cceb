import { tried } from './law';

/** The components in the order of their names, with their first and last grant year and netting group (rulebook 5, 7). */
export const COMPONENTS = [
  { name: 'asylnorsk', from: 2017, to: 9999, group: 'asylum', code: 'ASYL-NORSK' },
  { name: 'grunntilskudd', from: 2016, to: 9999, group: 'grunntilskudd', code: '' },
  { name: 'kulturtilskudd', from: 2017, to: 2021, group: 'asylum', code: 'ASYL-KULTUR' },
  { name: 'persontilskudd', from: 2016, to: 9999, group: 'persontilskudd', code: '' },
  { name: 'persontilskudd37d', from: 2022, to: 9999, group: 'collective_protection', code: 'P37D-AR1' },
  { name: 'samfunnskunnskap_mottak', from: 2022, to: 9999, group: 'asylum', code: 'ASYL-SAMF' },
  { name: 'timetilskudd', from: 2004, to: 2004, group: 'timetilskudd', code: 'TIME-2004' },
  { name: 'utvidet43g', from: 2023, to: 9999, group: 'collective_protection', code: 'UN43G' },
] as const;

export function componentsOf(year: number): string[] {
  return COMPONENTS.filter(({ from, to }) => from <= year && year <= to).map(({ name }) => name);
}

function entry(component: string): (typeof COMPONENTS)[number] {
  const found = COMPONENTS.find(({ name }) => name === component);
  if (!found) throw new Error(`no component ${component}`);
  return found;
}

export function groupOf(component: string): string {
  return entry(component).group;
}

export function payoutCode(component: string): string {
  return entry(component).code;
}

export function hasNoPerson(component: string): boolean {
  return component === 'grunntilskudd' || component === 'timetilskudd';
}

/** Term from which grunntilskudd is due (A15). */
export function grunntilskuddTerm(year: number): number {
  const other = tried('grunntilskudd.due_term');
  if (other !== undefined) return Number(other);
  if (year <= 2019) return 3;
  return year === 2024 ? 2 : 1;
}
