import { visibleText } from '../../domain';
import { explainWord, type Language, PUBLIC_SOURCES, rulebookText, sourcesQuoted } from '../../messages';
import type { Source } from './explanation';

/** Sources as they stand in brackets; cells of one row that follow each other share its place: `persons.csv:3:death_date,emigrated_on`. */
export function sourcesText(sources: readonly Source[], language: Language): string {
  const texts: string[] = [];
  let row = '';
  for (const source of sources) {
    const text = sourceText(source, language);
    const place = source.kind === 'extract' && source.column !== '' ? text.slice(0, -source.column.length) : '';
    if (source.kind === 'extract' && place !== '' && place === row) texts.push(`${texts.pop()},${source.column}`);
    else if (text !== '') texts.push(text);
    row = place;
  }
  return visibleText(texts.join('; '));
}

/** Key and value of a limit. */
const LIMIT = /^[a-z][a-z0-9_]*\.[a-z][a-z0-9_]* /;

/** A source as it stands in brackets; empty for an earlier step, which the text shows already. */
function sourceText(source: Source, language: Language): string {
  switch (source.kind) {
    case 'extract':
      return `${source.run ? `${source.run} ` : ''}${[source.file, source.line || '', source.column].filter((part) => part !== '').join(':')}`;
    case 'parameter': {
      const status = explainWord(source.status, language);
      const place = `${source.file}:${source.line}`;
      if (!LIMIT.test(source.name))
        return `${source.name}, ${status}: ${apart(rulebookText(source.source, language))}, ${place}`;
      // Beside a limit stands the paragraph of its rule; that it is verified goes without saying.
      return source.status === 'verified' ? `${source.name}, ${place}` : `${source.name}, ${status}, ${place}`;
    }
    case 'rule':
      return paragraphText(source.paragraph, language);
    case 'register':
      return source.key === '' ? source.file : `${source.file}:${source.key}`;
    case 'case':
      return `${explainWord('case', language)} ${source.case}, ${explainWord('case_act', language)} ${source.act}`;
    case 'posting':
      return `${source.run}-${source.line}`;
    case 'run_file':
      return source.line === 0 ? source.file : `${source.file}:${source.line}`;
    case 'step':
      return '';
  }
}

/** `S12 S36`, as a table of rates has them, with a comma between. */
function apart(sources: string): string {
  return sources.replace(/(?<=\bS\d+) (?=S\d)/g, ', ');
}

/**
 * The law by name before the place of the rulebook: `rulebook 2: entry (S1, S4)` as `IMDi: Norsktilskudd (2018) (S1), S4,
 * rulebook 2`. The sentence itself says the rest, and the other sources stand by name under the text.
 */
function paragraphText(paragraph: string, language: Language): string {
  const [law, ...others] = sourcesQuoted(paragraph);
  const place = rulebookText(paragraph.replace(/:[^(]*/, ' ').trim(), language);
  return law === undefined ? place : [namedSource(law), ...others, place.replace(/ \(S\d[^)]*\)/, '')].join(', ');
}

/** A public source by its name and number. */
export function namedSource(id: string): string {
  return `${PUBLIC_SOURCES[id]?.title ?? ''} (${id})`;
}
