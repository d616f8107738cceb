import type { Language } from '../../messages';
import type { Explanation } from './explanation';
import { renderBrief } from './render-brief';
import { renderHtml } from './render-html';
import { renderJson } from './render-json';
import { renderText } from './render-text';

/** Ways in which an explanation can be written. */
export const FORMATS = ['text', 'brief', 'json', 'html'] as const;
export type Format = (typeof FORMATS)[number];

const RENDERERS = { text: renderText, brief: renderBrief, json: renderJson, html: renderHtml } as const;

/**
 * An explanation as a text, the same in brief, a page or JSON.
 *
 * @param folder of the run that it was read from; a page does not name it
 */
export function renderExplanation(
  explanation: Explanation,
  format: Format,
  language: Language,
  folder?: string,
): string {
  return RENDERERS[format](explanation, language, folder);
}
