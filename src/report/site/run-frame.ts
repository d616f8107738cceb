import { type Language, writeDay } from '../../messages';
import type { ReportModel } from '../model/report-model';
import { type Frame, spotOf } from './page';
import { type Place, say } from './place';

/** Pages of the menu. */
const MENU = [
  ['index.html', 'report.menu.overview'],
  ['kommuner.html', 'report.menu.kommuner'],
  ['figures.html', 'report.menu.figures'],
  ['approval.html', 'report.menu.approval'],
  ['rules.html', 'report.menu.rules'],
  ['codes.html', 'report.menu.codes'],
  ['glossary.html', 'report.menu.glossary'],
] as const;

/** The place of a page of a run by its path from the first page in its language. */
export function placeOf(model: ReportModel, language: Language, path: string): Place {
  return { model, ...spotOf(language, path) };
}

/** What stands round the pages of a run. */
export function runFrame(model: ReportModel, language: Language): Frame {
  const place = placeOf(model, language, 'index.html');
  const name = say(place, 'report.name', { grantYear: model.grantYear, term: model.term });
  return {
    name,
    marks: marksOf(place),
    menu: MENU.map(([path, key]) => [path, say(place, key)] as const),
    rests: restsOf(place),
    searchHelp: say(place, 'report.search_help'),
    hasPseudonyms: model.isRestricted,
    paper: `${name} · ${model.runId}`,
  };
}

/** What a reader must not miss. */
export function marksOf(place: Place): string[] {
  const { isRehearsal, isRestricted, state } = place.model;
  return [
    ...(isRehearsal ? [say(place, 'report.mark.rehearsal')] : []),
    ...(state === 'draft' ? [say(place, 'report.mark.draft')] : []),
    ...(['superseded', 'withdrawn', 'annulled'].includes(state) ? [say(place, 'report.mark.void')] : []),
    ...(isRestricted ? [say(place, 'report.mark.restricted')] : []),
  ];
}

/** What the pages rest on. */
function restsOf(place: Place): string[] {
  const { runId, asOf, extractTakenAt, extractSource, manifestHash, programVersion, isRestricted } = place.model;
  const { postingHead, journalHead, fewestPersons: fewest } = place.model;
  const day = (iso: string): string => (iso === '' ? '–' : writeDay(iso, place.language));
  const source = extractSource === '' ? '–' : extractSource;
  return [
    say(place, 'report.rests_on', { runId, asOf: day(asOf), taken: day(extractTakenAt), extractSource: source }),
    say(place, 'report.sealed', { manifestHash, programVersion }),
    ...(postingHead === '' ? [] : [say(place, 'report.heads', { postingHead, journalHead })]),
    isRestricted ? say(place, 'report.restricted_note') : say(place, 'report.shared_note', { fewest }),
  ];
}
