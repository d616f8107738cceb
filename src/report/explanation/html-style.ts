/** Style of an explanation on screen and on paper. Nothing is fetched from anywhere. */
export const HTML_STYLE = `
:root { color-scheme: light dark; --soft: #5c6470; --line: #d5d9de; --bad: #a4201a; --paper: #fff; --ink: #16191d; }
@media (prefers-color-scheme: dark) {
  :root { --soft: #9aa3ae; --line: #3a4048; --bad: #ff8a80; --paper: #15181c; --ink: #e8eaed; }
}
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 50rem; padding: 2rem 1.25rem 4rem; background: var(--paper); color: var(--ink);
  font: 1rem/1.55 system-ui, -apple-system, "Segoe UI", Roboto, sans-serif; }
h1 { font-size: 1.5rem; line-height: 1.25; margin: 0 0 1rem; overflow-wrap: anywhere; }
h2 { font-size: 1.2rem; margin: 2.25rem 0 .75rem; padding-top: 1rem; border-top: 2px solid var(--line); }
h3 { font-size: 1rem; margin: 1.4rem 0 .3rem; }
.mark { display: inline-block; padding: .15rem .6rem; border: 2px solid var(--bad); color: var(--bad); font-weight: 700;
  letter-spacing: .08em; margin-bottom: 1rem; }
ul { margin: 0; padding: 0; list-style: none; }
ul ul { margin: .25rem 0 .25rem .4rem; padding-left: .9rem; border-left: 2px solid var(--line); }
li { margin: .35rem 0; }
.label { font-weight: 700; margin-right: .35rem; }
.unmet { color: var(--bad); font-weight: 600; }
.sources { display: block; color: var(--soft); font-size: .82rem; overflow-wrap: anywhere; }
.scroll { overflow-x: auto; }
table { border-collapse: collapse; margin: .5rem 0; font-variant-numeric: tabular-nums; font-size: .92rem; }
th, td { padding: .25rem .75rem .25rem 0; text-align: left; border-bottom: 1px solid var(--line); }
.right { text-align: right; white-space: nowrap; }
.whole { white-space: nowrap; }
@media print {
  :root { --soft: #444; --line: #bbb; --bad: #000; --paper: #fff; --ink: #000; }
  body { max-width: none; padding: 0; font-size: 10pt; }
  h2, h3 { break-after: avoid; }
  li { break-inside: avoid; }
  @page { margin: 18mm 16mm; }
}
`.trim();
