import { writeDay } from '../../messages';
import type { AnalysisModel, CaseShown, CellPair, SideShown } from '../model/analysis-model';
import { type Spot, say } from '../site/place';

type Reader = Pick<Spot, 'language'>;
export type AnalysisKind = AnalysisModel['kind'];

/** What the two sides are called in headings and figures: labels can be of any length. */
export function sideNames(reader: Reader, kind: AnalysisKind): { readonly a: string; readonly b: string } {
  return kind === 'scenario'
    ? { a: say(reader, 'report.case.before'), b: say(reader, 'report.case.after') }
    : { a: 'A', b: 'B' };
}

/** What a side is: its year, its day, and the term where it is not the whole year. */
export function sideText(reader: Reader, { grantYear, term, asOf }: SideShown, name: string): string {
  const key = term === 4 ? 'report.case.side' : 'report.case.side_at_term';
  return say(reader, key, { name, grantYear, term, asOf: writeDay(asOf, reader.language) });
}

/** What a case is called. */
export function caseTitle(reader: Reader, kind: AnalysisKind, { a, b }: CaseShown): string {
  return say(reader, kind === 'scenario' ? 'report.case.scenario' : 'report.case.comparison', {
    a: a.label,
    b: b.label,
  });
}

/** Year number and class of a cell in words: `2, high rate`; the component where it has neither. */
export function cellName({ component, yearNumber, rateClass }: CellPair, word: (value: string) => string): string {
  const parts = [yearNumber, rateClass].filter((part) => part !== '').map(word);
  return parts.length === 0 ? word(component) : [...new Set(parts)].join(', ');
}
