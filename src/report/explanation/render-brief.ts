import type { Language } from '../../messages';
import { type Chapter, type Explanation, type Section, type Step, sentenceText } from './explanation';
import { groundsText } from './grounds-text';
import { chapterText, explanationText, renderText, WIDTH, wrapped } from './render-text';
import { shownChapters } from './shown-parts';

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
