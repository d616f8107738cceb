import { type Language, writeDay } from '../../messages';
import type { AnalysisModel } from '../model/analysis-model';
import type { Frame } from '../site/page';
import { say } from '../site/place';
import { caseTitle, sideText } from './case-names';

/** What stands round the pages of an analysis. */
export function analysisFrame(model: AnalysisModel, language: Language): Frame {
  const reader = { language };
  const { kind, isRestricted, programVersion, fewestPersons: fewest, cases, forecast } = model;
  const [only] = cases;
  const name =
    cases.length === 1 && only !== undefined ? caseTitle(reader, kind, only) : say(reader, `report.name.${kind}`);
  const sides = cases.flatMap(({ a, b }) => [sideText(reader, a, a.label), sideText(reader, b, b.label)]);
  const asOf =
    forecast === undefined ? [] : [say(reader, 'report.forecast.rests', { asOf: writeDay(forecast.asOf, language) })];
  return {
    name,
    marks: [say(reader, `report.mark.${kind}`), ...(isRestricted ? [say(reader, 'report.mark.few')] : [])],
    menu: [
      ['index.html', say(reader, 'report.menu.overview')],
      ['glossary.html', say(reader, 'report.menu.glossary')],
    ],
    rests: [
      ...new Set(sides),
      ...asOf,
      say(reader, 'report.of_program', { programVersion }),
      isRestricted ? say(reader, 'report.few_note', { fewest }) : say(reader, 'report.shared_note', { fewest }),
    ],
    searchHelp: say(reader, 'report.search_help_analysis'),
    hasPseudonyms: false,
    paper: name,
  };
}
