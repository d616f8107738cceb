import type { Language } from '../../messages';
import type { Explanation } from './explanation';
import { renderBrief } from './render-brief';
import { renderHtml } from './render-html';
import { renderJson } from './render-json';
import { renderText, WIDTH } from './render-text';

/** Ways in which an explanation can be written. */
const FORMATS = ['text', 'full', 'json', 'html'] as const;
export type Format = (typeof FORMATS)[number];

const RENDERERS = { text: renderBrief, full: renderText, json: renderJson, html: renderHtml } as const;

/**
 * An explanation as a text to be read aloud, as the full text with a source behind each sentence, a page or JSON.
 *
 * @param folder of the run that it was read from; a page does not name it
 * @param columns of the terminal on which it is read
 */
export function renderExplanation(
  explanation: Explanation,
  format: Format,
  language: Language,
  folder?: string,
  columns: number = WIDTH,
): string {
  return RENDERERS[format](explanation, language, folder, Math.min(columns, WIDTH));
}
