import { explainText, type Language, PUBLIC_SOURCES, sourcesQuoted } from '../../messages';
import type { Explanation, Source, Step } from './explanation';
import { wrapped } from './render-text';
import { namedSource } from './source-text';

/** Law and sources of a whole explanation together: the circulars and laws that most of it rests on, by name, then the rest. */
export function groundsText({ chapters }: Explanation, language: Language): string {
  const sources = chapters.flatMap(({ sections }) => sections.flatMap(({ steps }) => steps.flatMap(allSources)));
  const sentences = [
    ...lawSentence(sources, language),
    ...rowSentence(sources, language),
    ...assumptionSentence(chapters, language),
    explainText('GROUNDS_MORE', language, {}),
  ];
  const lines = sentences.map((sentence) => `${wrapped(sentence, '  ')}\n`);
  return `${explainText('SECTION_GROUNDS', language, {})}\n${lines.join('')}`;
}

function allSources({ sources, steps }: Step): Source[] {
  return [...sources, ...steps.flatMap(allSources)];
}

/** Public sources that are told by name; the others by their numbers. */
const NAMED = 2;

/** The public sources, those first that are quoted most often; then the paragraphs of the rulebook. */
function lawSentence(sources: readonly Source[], language: Language): string[] {
  const texts = sources.flatMap((source) =>
    source.kind === 'rule' ? [source.paragraph] : source.kind === 'parameter' ? [source.source] : [],
  );
  const times = new Map<string, number>();
  for (const id of texts.flatMap(sourcesQuoted)) times.set(id, (times.get(id) ?? 0) + 1);
  const laws = [...times]
    .sort(([a, most], [b, least]) => Number(isPublic(b)) - Number(isPublic(a)) || least - most || number(a) - number(b))
    .map(([id], place) => (place < NAMED ? namedSource(id) : id));
  const parts = [...new Set(texts.flatMap((text) => /\brulebook ([\d.]+\d|\d)/.exec(text)?.[1] ?? []))];
  if (laws.length === 0 || parts.length === 0) return [];
  return [explainText('GROUNDS_LAW', language, { law: laws.join(', '), parts: parts.sort(byParts).join(', ') })];
}

/** Assumptions that decided something, those first that could move an amount. */
function assumptionSentence(chapters: Explanation['chapters'], language: Language): string[] {
  const sections = chapters.flatMap(({ sections }) => sections.filter(({ title }) => title === 'SECTION_ASSUMPTIONS'));
  const names = [...new Set(sections.flatMap(({ steps }) => steps.map(({ label }) => label)))];
  return names.length === 0 ? [] : [explainText('GROUNDS_ASSUMED', language, { names: names.join(', ') })];
}

/** Of those that make or run the scheme, before newspapers and others. */
function isPublic(id: string): boolean {
  return /^(IMDi|Justis|Ot\.prp|Kompetanse Norge)/.test(PUBLIC_SOURCES[id]?.title ?? '');
}

function number(id: string): number {
  return Number(id.slice(1));
}

function byParts(a: string, b: string): number {
  return Number(a) - Number(b);
}

/** Rows of the extract that the person's amounts rest on, each once. */
function rowSentence(sources: readonly Source[], language: Language): string[] {
  const rows = new Map<string, Set<number>>();
  for (const source of sources) {
    if (source.kind !== 'extract' || source.line === 0 || source.run !== undefined) continue;
    rows.set(source.file, (rows.get(source.file) ?? new Set()).add(source.line));
  }
  if (rows.size === 0) return [];
  const named = [...rows].map(([file, lines]) => `${file}:${[...lines].sort((a, b) => a - b).join(',')}`);
  return [explainText('GROUNDS_ROWS', language, { rows: named.sort().join(', ') })];
}
