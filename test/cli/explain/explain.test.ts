import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { explanationSchema } from '../../support/explanation-schema';
import { temporaryFolder } from '../../support/temporary-folder';
import { expectGolden } from './golden';
import { lineOf, PERSONS, payoutLines, type Story, tellStory } from './story';

const folder = temporaryFolder();
let story: Story;
beforeAll(async () => {
  story = await tellStory(folder);
}, 120_000);

const run = (term: number): string => story.runs[term] ?? '';
async function out(...words: readonly string[]): Promise<string> {
  const result = await story.explain(...words);
  expect(result.err).toBe('');
  expect(result.code).toBe(0);
  return result.out;
}

test.each(['nb', 'en'])('the move after 100 days, in %s', async (language) => {
  const text = await out(lineOf(story, run(2), PERSONS.mover), '--lang', language, '--format', 'full');
  expect(text).toContain('−45\u00a0232\u00a0kr');
  expectGolden(`move-${language}.txt`, text);
});

test('the move as JSON: 17 068 and 45 232, of which one is the krone left over', async () => {
  const text = await out(lineOf(story, run(2), PERSONS.mover), '--format', 'json', '--lang', 'en');
  const explanation = explanationSchema.parse(JSON.parse(text));
  expect(explanation.lines.map(({ basis_recipient_id, amount }) => [basis_recipient_id, amount])).toEqual([
    ['0301', -45_232],
    ['1201', 45_232],
  ]);
  const steps = explanation.chapters.flatMap(({ sections }) => sections.flatMap((section) => section.steps));
  const shares = steps.filter(({ code }) => code.startsWith('SHARE'));
  expect(shares.map(({ code, params }) => [code, params.numerator, params.partNok])).toEqual([
    ['SHARE', 100, 17_068],
    ['SHARE_ODD', 265, 45_232],
  ]);
  expectGolden('move.json', `${JSON.stringify(JSON.parse(text), null, 1)}\n`);
});

test.each([
  ['nothing', PERSONS.zero, 3],
  ['asylum-halves', PERSONS.asylum, 2],
  ['held', PERSONS.held, 2],
  ['protected', PERSONS.hidden, 1],
  ['missing', PERSONS.gone, 2],
] as const)('the person: %s', async (name, person, term) => {
  for (const language of ['nb', 'en']) {
    const text = await out('--person', person, '--run', run(term), '--lang', language, '--format', 'full');
    expectGolden(`${name}-${language}.txt`, text);
  }
});

test('a person is told under the pseudonym, never under the id', async () => {
  for (const format of ['text', 'full', 'json', 'html']) {
    expect(await out('--person', PERSONS.mover, '--run', run(2), '--format', format)).not.toContain(PERSONS.mover);
  }
});

test('a protected person shows no kommune', async () => {
  for (const format of ['text', 'full', 'json', 'html']) {
    const text = await out('--person', PERSONS.hidden, '--run', run(1), '--format', format);
    expect(text).not.toMatch(/0231|Skedsmo/);
  }
  const line = await out(lineOf(story, run(1), PERSONS.hidden));
  expect(line).not.toMatch(/0231|Skedsmo/);
});

test('the grunntilskudd of a kommune, counted again', async () => {
  const line = payoutLines(story, run(3)).find((row) => row.component === 'grunntilskudd');
  for (const language of ['nb', 'en']) {
    expectGolden(
      `grunntilskudd-${language}.txt`,
      await out(line?.line_id ?? '', '--lang', language, '--format', 'full'),
    );
  }
});

test('recipient, component and run', async () => {
  expectGolden('recipient.txt', await out('--recipient', '0301', '--run', run(2), '--lang', 'nb'));
  expectGolden('component.txt', await out('--component', 'persontilskudd', '--run', run(2)));
  const batch = await out('--batch', run(3));
  expect(batch).toMatch(/kari ran the calculation on \d+\u00a0[A-Z][a-z]+ \d{4} at \d\d:\d\d UTC/);
  expect(batch).toMatch(/ola approved as approver on \d/);
});

test('every explained line has the amount of its row, in every run', async () => {
  for (const runId of story.runs.slice(1)) {
    for (const row of payoutLines(story, runId)) {
      const explanation = explanationSchema.parse(JSON.parse(await out(row.line_id ?? '', '--json')));
      if (row.person_ref === PERSONS.hidden) {
        expect(explanation.lines).toEqual([]);
        continue;
      }
      const line = explanation.lines.find(({ line_id }) => line_id === row.line_id);
      expect(line).toMatchObject({
        amount: Number(row.amount),
        cumulative_due: Number(row.cumulative_due),
        previously_posted: Number(row.previously_posted),
        reason: row.reason,
      });
    }
  }
});

test('HTML is one whole file that fetches nothing', async () => {
  const html = await out(lineOf(story, run(2), PERSONS.mover), '--format', 'html');
  expect(html).toMatch(/^<!doctype html>\n<html lang="nb">/);
  expect(html).not.toMatch(/<script|src=|href=|@import|url\(/);
  const opened = [...html.matchAll(/<(ul|li|section|main|table|tr|td|h1|h2|h3|span)[ >]/g)].length;
  const closed = [...html.matchAll(/<\/(ul|li|section|main|table|tr|td|h1|h2|h3|span)>/g)].length;
  expect(opened).toBe(closed);
  expect(html).toContain('REHEARSAL');
});

test('the published schema is made from the one that is tested', () => {
  const path = join(__dirname, '../../../src/report/explanation/explanation.schema.json');
  expect(JSON.parse(readFileSync(path, 'utf8'))).toEqual(JSON.parse(JSON.stringify(z.toJSONSchema(explanationSchema))));
});

test('what is unknown is said so, with exit code 2', async () => {
  expect(await story.explain(`${run(1)}-99999`)).toMatchObject({ code: 2 });
  expect(await story.explain('2018-T1-000000000000-1')).toMatchObject({ code: 2 });
  expect(await story.explain('--person', '209912345678')).toMatchObject({ code: 2 });
  expect(await story.explain('--person', '12')).toMatchObject({ code: 2 });
  expect(await story.explain('--recipient', '9999')).toMatchObject({ code: 2 });
  expect(await story.explain()).toMatchObject({ code: 2 });
});

test('the grunntilskudd names nobody who was counted: who is missing would tell where a protected person lives', async () => {
  const lines = payoutLines(story, run(3)).filter((row) => row.component === 'grunntilskudd');
  expect(lines.length).toBeGreaterThan(1);
  for (const { line_id } of lines) expect(await out(line_id ?? '')).not.toMatch(/\b[0-9a-f]{32}\b/);
});
