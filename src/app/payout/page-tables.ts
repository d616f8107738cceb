import type { Language } from '../../messages';

/** Rows of tables of a page, each the texts of its cells as a reader sees them. */
export type PageRows = readonly (readonly string[])[];

/** Rows below the headings of the table with a caption, its sums last; undefined where the page has no such table or several. */
export function tableIn(page: string, caption: string): PageRows | undefined {
  const [table, ...more] = [...page.matchAll(/<table.*?<\/table>/gs)].flatMap(([text]) => {
    const [, own = ''] = /<caption[^>]*>(.*?)<\/caption>/s.exec(text) ?? [];
    return shownText(own) === caption ? [text] : [];
  });
  if (table === undefined || more.length > 0) return undefined;
  const rows = [...table.matchAll(/<tr>(.*?)<\/tr>/gs)].map(([, row = '']) =>
    [...row.matchAll(/<t([hd])\b[^>]*>(.*?)<\/t\1>/gs)].map(([, , cell = '']) => shownText(cell)),
  );
  return rows.slice(1);
}

/** Texts of the elements with a class, in their order. */
export function textsOf(page: string, element: string, name = ''): string[] {
  const start = name === '' ? `<${element}>` : `<${element} class="${name}">`;
  return page
    .split(start)
    .slice(1)
    .map((rest) => shownText(rest.slice(0, rest.indexOf(`</${element}>`))));
}

/** Sums of kroner that a text names, as they are written. */
export function kronerIn(text: string): string[] {
  return text.match(/\u2212?\d[\d\u00a0]*\u00a0kr/g) ?? [];
}

/** Folder of the pages in a language, from the folder of the report. */
export const pagesIn = (language: Language): string => (language === 'nb' ? '' : `${language}/`);

/** What stands on the page: without marks, and with the signs that HTML writes otherwise. */
function shownText(cell: string): string {
  const text = cell.replace(/<[^>]*>/g, '');
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&amp;', '&').trim();
}
