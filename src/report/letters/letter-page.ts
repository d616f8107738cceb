import type { LetterLanguage } from '../../messages';
import { Html, html } from '../site/html';
import { cssText } from '../site/page';

/** A page that stands alone. */
export interface LetterPage {
  readonly language: LetterLanguage;
  readonly title: string;
  /** What nobody may miss: at the top of the screen, and of every sheet of paper. */
  readonly marks: readonly string[];
  /** At the foot of every sheet. */
  readonly foot: string;
  readonly body: Html;
}

/** One HTML file: no script, nothing fetched, made for the screen and for A4. */
export function letterPage({ language, title, marks, foot, body }: LetterPage): string {
  const marked =
    marks.length === 0 ? '' : html`<aside class="marks">${marks.map((mark) => html`<p>${mark}</p>`)}</aside>\n`;
  return html`<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${title}</title>
<style>
${new Html(STYLE)}${sheetStyle(marks, foot)}</style>
</head>
<body>
${marked}<main>
<h1>${title}</h1>
${body}</main>
</body>
</html>
`.text;
}

/** Marks and number on every sheet. */
function sheetStyle(marks: readonly string[], foot: string): Html {
  return new Html(`@page {
  size: A4;
  margin: 24mm 18mm 18mm;
  @top-left { content: ${cssText(marks.join(' '))}; font: 600 8pt Arial, sans-serif; color: #7a2e00; }
  @bottom-left { content: ${cssText(foot)}; font: 8pt Arial, sans-serif; color: #4a5260; }
  @bottom-right { content: counter(page) " / " counter(pages); font: 8pt Arial, sans-serif; color: #4a5260; }
}
`);
}

const STYLE = `* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 48rem; padding: 1.5rem 1.25rem 4rem; background: #fff; color: #16191d;
  font: 1rem/1.5 Arial, Helvetica, sans-serif; }
h1 { font-size: 1.45rem; line-height: 1.25; margin: 0 0 1.25rem; }
h2 { font-size: 1.1rem; margin: 1.6rem 0 .3rem; break-after: avoid; }
p { margin: .3rem 0; }
.quiet { color: #4a5260; font-size: .85rem; overflow-wrap: anywhere; }
.marks { margin: 0 0 1.25rem; padding: .5rem .75rem; border: 2px solid #7a2e00; color: #7a2e00; font-weight: 700; }
.parties { display: grid; grid-template-columns: 1fr 1fr; gap: 2rem; margin-bottom: 1.25rem; }
address { font-style: normal; }
dl { display: grid; grid-template-columns: repeat(auto-fill, minmax(15.5rem, 1fr)); gap: .35rem 1.5rem; margin: .5rem 0; }
dt { color: #4a5260; font-size: .85rem; }
dd { margin: 0; overflow-wrap: anywhere; }
table { border-collapse: collapse; width: 100%; margin: .75rem 0; font-variant-numeric: tabular-nums; font-size: .9rem; }
caption { text-align: left; font-weight: 700; padding-bottom: .25rem; }
th, td { padding: .25rem .75rem .25rem 0; text-align: left; vertical-align: top; border-bottom: 1px solid #c9ced6; }
tbody th, tfoot th { font-weight: 400; }
tfoot th, tfoot td { font-weight: 700; }
.figure { text-align: right; white-space: nowrap; }
th.figure { white-space: normal; }
tr { break-inside: avoid; }
thead { display: table-header-group; }
tfoot { display: table-row-group; }
section { break-inside: avoid; }
.signed { width: 18rem; margin-top: 4rem; padding-top: .3rem; border-top: 1px solid #16191d; }
@media print {
  body { max-width: none; padding: 0; font-size: 10pt; }
  .marks { display: none; }
}
`;
