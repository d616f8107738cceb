import { explainText, type Language } from '../../messages';
import type { Chapter, Explanation, Section, Step } from './explanation';
import { renderText } from './render-text';
import { shownChapters, sumTable } from './shown-parts';

/**
 * An explanation in brief, to be read aloud: what, to whom and why, the sums, and what decided them. Where each sentence comes
 * from, conditions that are met one by one, and what assumptions say are left to the whole text.
 */
export function renderBrief(explanation: Explanation, language: Language, folder?: string): string {
  const left = leftToTable(explanation);
  const brief = {
    ...explanation,
    chapters: shownChapters(explanation).map((chapter) => briefChapter(chapter, language, left)),
  };
  return renderText({ ...brief, head: brief.head.filter(({ id }) => id !== 'checked').map(bare) }, language, folder);
}

function briefChapter(chapter: Chapter, language: Language, left: ReadonlySet<string>): Chapter {
  const sections = chapter.sections.filter(({ title }) => !left.has(title));
  return { ...chapter, sections: sections.map((section) => briefSection(section, language)) };
}

/** Sections that say no more than the table of sums: what is due, and who receives it where that is one recipient. */
function leftToTable(explanation: Explanation): ReadonlySet<string> {
  if (sumTable(explanation) === undefined) return new Set();
  const recipients = new Set(explanation.lines.map(({ basis_recipient_id: recipient }) => recipient));
  return new Set(['SECTION_DUE', ...(recipients.size === 1 ? ['SECTION_SPLIT'] : [])]);
}

function briefSection(section: Section, language: Language): Section {
  if (section.title !== 'SECTION_ASSUMPTIONS') return { ...section, steps: section.steps.map(briefStep) };
  const names = section.steps.map(({ label }) => label).join(', ');
  const text = explainText('ASSUMPTIONS_NAMED', language, { names });
  const first = section.steps[0];
  if (first === undefined) return section;
  return { ...section, steps: [{ ...bare(first), label: '', code: 'named', text: { nb: text, en: text }, steps: [] }] };
}

/** Conditions with a name that are met are counted, the others stand as they are. */
function briefStep(step: Step): Step {
  const isCounted = (each: Step): boolean => each.met === true && each.label !== '';
  const met = step.steps.filter(isCounted);
  const others = step.steps.filter((each) => !isCounted(each)).map(briefStep);
  if (met.length === 0) return { ...bare(step), steps: others };
  const [first = '', last = ''] = [met[0]?.label, met.at(-1)?.label];
  const params = { first, last };
  const counted: Step = {
    ...bare(met[0] ?? step),
    label: '',
    code: 'CONDITIONS_MET',
    text: undefined,
    params,
    steps: [],
  };
  return { ...bare(step), steps: [counted, ...others] };
}

function bare(step: Step): Step {
  return { ...step, sources: [] };
}
