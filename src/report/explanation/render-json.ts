import { explainText, type Language } from '../../messages';
import { type Chapter, type Explanation, type Section, type Step, sentenceText } from './explanation';

/** Number of the format of the JSON; explanation.schema.json beside this file says what it holds. */
export const EXPLANATION_FORMAT = 1;

/** An explanation as one JSON object on a line. */
export function renderJson(explanation: Explanation, language: Language, folder?: string): string {
  return `${JSON.stringify(explanationJson(explanation, language, folder))}\n`;
}

/** An explanation for programs: every sentence as code and values, as text, and with its sources. */
export function explanationJson(explanation: Explanation, language: Language, folder?: string): object {
  const { kind, mark, run_id, subject, lines } = explanation;
  return {
    format: EXPLANATION_FORMAT,
    kind,
    language,
    mark,
    run_id,
    ...(folder === undefined ? {} : { folder }),
    subject,
    title: stepJson(explanation.title, language),
    head: explanation.head.map((step) => stepJson(step, language)),
    chapters: explanation.chapters.map((chapter) => chapterJson(chapter, language)),
    lines,
  };
}

function chapterJson({ id, title, sections }: Chapter, language: Language): object {
  return { id, title: stepJson(title, language), sections: sections.map((section) => sectionJson(section, language)) };
}

function sectionJson({ id, title, steps, table }: Section, language: Language): object {
  return {
    id,
    code: title,
    text: explainText(title, language, {}),
    steps: steps.map((step) => stepJson(step, language)),
    ...(table ? { table } : {}),
  };
}

function stepJson(step: Step, language: Language): object {
  const { id, label, code, params, sources, met, steps } = step;
  return {
    id,
    label,
    code,
    params,
    text: sentenceText(step, language),
    ...(met === undefined ? {} : { met }),
    sources,
    steps: steps.map((each) => stepJson(each, language)),
  };
}
