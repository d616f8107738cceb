import type { Explanation, Step } from '../../../src/report/explanation/explanation';
import { renderHtml } from '../../../src/report/explanation/render-html';

const EVIL = `"'><script>alert(1)</script><a href="javascript:x">&amp;\u202e\u2066\u200b\u001b[31m`;

const step = (id: string): Step => ({
  id,
  label: EVIL,
  code: 'HEAD_PERSON',
  params: { person: EVIL },
  sources: [{ kind: 'run_file', file: EVIL, line: 3 }],
  steps: [],
});

test('nothing of a value is HTML, in text or in attributes, and nothing unseen stays', () => {
  const explanation: Explanation = {
    kind: 'person',
    mark: '',
    run_id: EVIL,
    subject: EVIL,
    title: step('title'),
    head: [step(EVIL)],
    chapters: [
      {
        id: EVIL,
        title: step(EVIL),
        sections: [
          {
            id: EVIL,
            title: 'SECTION_AMOUNT',
            steps: [step(EVIL)],
            table: { columns: [{ name: EVIL, align: 'left' }], rows: [[EVIL]] },
          },
        ],
      },
    ],
    lines: [],
  };
  const html = renderHtml(explanation, 'en');
  expect(html).not.toMatch(/<script|<a |[\p{Cf}]/u);
  expect(html).not.toContain(String.fromCharCode(27));
  expect(html).toContain('&lt;U+202E&gt;');
  const attributes = [...html.matchAll(/ (?:id|data-step)="([^"]*)"/g)].map(([, value = '']) => value);
  expect(attributes.length).toBeGreaterThan(2);
  for (const value of attributes) expect(value).not.toMatch(/[<>]/);
  const tags = [...html.matchAll(/<([a-z0-9]+)[\s>]/g)].map(([, tag]) => tag);
  const known = 'html head meta title style body main h1 h2 h3 ul li span section div table thead tbody tr th td'.split(
    ' ',
  );
  expect(tags.filter((tag) => !known.includes(tag ?? ''))).toEqual([]);
});
