import { explainText, type Language, PUBLIC_SOURCES, sourcesQuoted } from '../../messages';
import { type Chapter, type Explanation, type Section, type Source, type Step, sentenceText } from './explanation';
import { chapterText, explanationText, renderText, WIDTH, wrapped } from './render-text';
import { shownChapters } from './shown-parts';
import { namedSource } from './source-text';

/**
 * An explanation of a line or a person, to be read aloud: what, to whom and why, the sums, what decided them, and at the end
 * law and sources together. Where each sentence comes from, conditions that are met one by one, and what assumptions say are
 * left to the whole text. What is told of many persons is tables, and stands whole.
 */
export function renderBrief(explanation: Explanation, language: Language, folder?: string, width = WIDTH): string {
  const isOfMany = explanation.kind !== 'line' && explanation.kind !== 'person';
  if (isOfMany) return renderText(explanation, language, folder, width);
  const chapters = shownChapters(explanation).map((chapter, index) =>
    briefChapter(chapter, explanation.chapters[index] ?? chapter, explanation),
  );
  const parts = [
    ...chapters
      .filter((chapter) => emptySentence(chapter, language) === undefined)
      .map((chapter) => chapterText(chapter, language)),
    emptyText(chapters, language),
    groundsText(explanation, language),
  ];
  const head = explanation.head.filter(({ id }) => id !== 'checked').map(bare);
  return explanationText({ ...explanation, head }, parts, language, folder, width);
}

/** Grants that move nothing, in one sentence where the reason is the same. */
function emptyText(chapters: readonly Chapter[], language: Language): string {
  const titles = new Map<string, string[]>();
  for (const chapter of chapters) {
    const sentence = emptySentence(chapter, language);
    if (sentence === undefined) continue;
    titles.set(sentence, [...(titles.get(sentence) ?? []), sentenceText(chapter.title, language)]);
  }
  return [...titles].map(([sentence, of]) => `${wrapped(`${of.join('; ')}: ${sentence}`, '')}\n`).join('');
}

/** A chapter that moves nothing: that the register has no row, or where somebody counts whose count was posted before. */
function emptySentence({ sections }: Chapter, language: Language): string | undefined {
  const [step, ...others] = sections.flatMap(({ steps }) => steps);
  if (step?.code === 'NO_CANDIDATES' && others.length === 0 && step.steps.length === 0)
    return sentenceText(step, language);
  const last = others.at(-1)?.code;
  if (last === undefined || !MOVES_NOTHING.has(last)) return undefined;
  return others
    .filter(({ code }) => code !== last)
    .map((each) => sentenceText(each, language))
    .join(' ');
}

/** A count that was posted before, or is not due yet. */
const MOVES_NOTHING: ReadonlySet<string> = new Set(['COUNT_FROZEN', 'COUNT_LATER']);

/** A chapter as it is told in brief. The whole of it says which sections the sums stand for. */
function briefChapter(chapter: Chapter, whole: Chapter, explanation: Explanation): Chapter {
  const left = leftOut(whole, explanation);
  const sections = chapter.sections
    .filter(({ title }) => !left.has(title))
    .map((section) => ({ ...section, steps: ownSteps(section, explanation).map(briefStep) }));
  return { ...chapter, sections };
}

/** Sections that say no more than the sums, and assumptions, which stand with law and sources. */
function leftOut({ sections }: Chapter, { lines }: Explanation): ReadonlySet<string> {
  const sums =
    sections.find(({ title }) => title === 'SECTION_LINES')?.steps.filter(({ code }) => SUMS.has(code)) ?? [];
  const isEven = sums.every(({ code }) => code === 'LINE_NONE');
  return new Set([
    'SECTION_ASSUMPTIONS',
    ...(sums.length === 0 || (lines.length === 0 && !isEven) ? [] : ['SECTION_DUE']),
    ...(sums.length === 1 ? ['SECTION_SPLIT'] : []),
    ...(sums.length > 0 && isEven ? ['SECTION_POSTED'] : []),
  ]);
}

const SUMS: ReadonlySet<string> = new Set(['LINE', 'LINE_FROM_ZERO', 'LINE_NONE']);

/** Not that a rate is the whole amount; of the netting, for a line, that of its own recipient alone. */
function ownSteps({ title, steps }: Section, { kind, subject, lines }: Explanation): readonly Step[] {
  if (title === 'SECTION_AMOUNT' && steps.length > 1) return steps.filter(({ code }) => code !== 'FULL_AMOUNT');
  const own = lines.find((line) => line.line_id === subject)?.recipient_id ?? '';
  if (title !== 'SECTION_NETTING' || kind !== 'line' || own === '') return steps;
  return steps.filter(({ id }) => id.includes(`/netting/${own}`));
}

/** Conditions that are met are counted where they have names, the others stand as they are. */
function briefStep(step: Step): Step {
  const met = step.steps.filter((each) => each.met === true);
  const named = met.filter(({ label }) => label !== '');
  const [first] = named;
  if (first === undefined) return { ...bare(step), steps: step.steps.map(briefStep) };
  const code = named.length === met.length ? 'CONDITIONS_MET' : 'CONDITIONS_MET_ALL';
  const params = { first: first.label, last: named.at(-1)?.label ?? '' };
  const counted: Step = { ...bare(first), label: '', code, text: undefined, params, steps: [] };
  return { ...bare(step), steps: [counted, ...step.steps.filter((each) => each.met !== true).map(briefStep)] };
}

/** Of the sources a case alone is named beside its sentence. */
function bare(step: Step): Step {
  return { ...step, sources: step.sources.filter(({ kind }) => kind === 'case') };
}

/** Law and sources of a whole explanation together: the circulars and laws that most of it rests on, by name, then the rest. */
function groundsText({ chapters }: Explanation, language: Language): string {
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
