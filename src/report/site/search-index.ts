import { findingWords, type Language, messageCodes } from '../../messages';
import type { ReportModel } from '../model/report-model';
import { HREF, say, word } from './place';

/** What is looked through, where it leads, and what it is. */
export type SearchEntry = readonly [text: string, href: string, kind: string];

/** What the search of every page looks through: recipients, grants, rules, rates, limits, assumptions and codes. */
export function searchScript(model: ReportModel, language: Language): string {
  const place = { model, language, up: '' };
  const kinds = {
    recipient: say(place, 'report.recipient'),
    rule: say(place, 'report.rules.module'),
    rate: say(place, 'report.kind.rate'),
    limit: say(place, 'report.kind.limit'),
    assumption: say(place, 'report.kind.assumption'),
    code: say(place, 'report.code'),
  };
  const entries: SearchEntry[] = [
    ...model.recipients.map(({ id, name }): SearchEntry => [`${id} ${name}`, HREF.recipient(id), kinds.recipient]),
    ...model.rules.map(
      ({ id, component }): SearchEntry => [`${id} ${word(place, component)}`, HREF.rule(id), kinds.rule],
    ),
    ...model.parameters.map(({ key, kind, words }): SearchEntry => {
      const text = words?.[language] ?? (word(place, key) === key ? '' : word(place, key));
      return [`${key} ${text}`.trim(), HREF.parameter(key), kinds[kind]];
    }),
    ...messageCodes()
      .toSorted()
      .map(
        (code): SearchEntry => [`${code} ${findingWords(code, language) ?? ''}`.trim(), HREF.code(code), kinds.code],
      ),
  ];
  return searchText(entries);
}

/** The script of what is searched. */
export function searchText(entries: readonly SearchEntry[]): string {
  return `norsktilskuddSearch([\n${entries.map((entry) => JSON.stringify(entry)).join(',\n')}\n]);\n`;
}
