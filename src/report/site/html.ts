import { escaped } from '../explanation/render-html';

/** Text that is HTML already. What is none is escaped wherever it is put in. */
export class Html {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

/** What may stand in a page. */
export type Part = string | number | Html | readonly Part[] | undefined | false;

/**
 * HTML from a template: every value is escaped unless it is Html itself; nothing is written for undefined and false.
 *
 * @example html`<p>${'1 < 2'}</p>`.text // <p>1 &lt; 2</p>
 */
export function html(texts: TemplateStringsArray, ...parts: readonly Part[]): Html {
  return new Html(texts.map((text, index) => (index === 0 ? text : partText(parts[index - 1]) + text)).join(''));
}

function partText(part: Part): string {
  if (part === undefined || part === false) return '';
  if (part instanceof Html) return part.text;
  if (typeof part === 'string' || typeof part === 'number') return escaped(String(part));
  return part.map(partText).join('');
}
