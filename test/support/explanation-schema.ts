import * as z from 'zod';
import { EXPLANATION_KINDS } from '../../src/report/explanation/explanation';
import { EXPLANATION_FORMAT } from '../../src/report/explanation/render-json';

const whole = z.int();
const line = z.int().nonnegative();

const source = z.discriminatedUnion('kind', [
  z
    .strictObject({
      kind: z.literal('extract'),
      run: z.string().optional(),
      file: z.string(),
      line,
      column: z.string(),
    })
    .describe(
      'A cell of the extract; column empty for a whole row, line 0 for a whole file; run where it is the extract of another run.',
    ),
  z
    .strictObject({
      kind: z.literal('parameter'),
      name: z.string(),
      status: z.string(),
      source: z.string(),
      file: z.string(),
      line,
    })
    .describe('A rate, an assumption or a limit, at its line of parameters.csv in the run folder.'),
  z.strictObject({ kind: z.literal('rule'), module: z.string(), paragraph: z.string() }),
  z
    .strictObject({ kind: z.literal('register'), file: z.string(), key: z.string() })
    .describe('A row of a register that ships with the program.'),
  z
    .strictObject({ kind: z.literal('case'), case: whole, act: whole })
    .describe('An act of a case, which decides beside the register.'),
  z.strictObject({ kind: z.literal('posting'), run: z.string(), line }).describe('A line of a posted batch.'),
  z
    .strictObject({ kind: z.literal('run_file'), file: z.string(), line })
    .describe('A row of a file of the run folder; line 0 for the whole file.'),
  z.strictObject({ kind: z.literal('step'), step: z.string() }).describe('Steps with this id, or beginning with it.'),
]);

const step = z.strictObject({
  id: z.string().describe('The same in every explanation of the same thing.'),
  label: z.string(),
  code: z.string().describe('Names the sentence, whatever the language.'),
  params: z.record(z.string(), z.union([z.string(), z.number()])),
  text: z.string().describe('The sentence in the language of the explanation.'),
  met: z.boolean().optional().describe('Of a condition: whether it is met.'),
  sources: z.array(source),
  get steps() {
    return z.array(step);
  },
});

const table = z.strictObject({
  columns: z.array(z.strictObject({ name: z.string(), align: z.enum(['left', 'right']) })),
  rows: z.array(z.array(z.union([z.string(), z.number()]))),
});

const section = z.strictObject({
  id: z.string(),
  code: z.string(),
  text: z.string(),
  steps: z.array(step),
  table: table.optional(),
});

const explainedLine = z
  .strictObject({
    line_id: z.string(),
    grant_year: whole,
    component: z.string(),
    code: z.string(),
    recipient_id: z.string(),
    basis_recipient_id: z.string(),
    cumulative_due: whole,
    previously_posted: whole,
    amount: whole,
    reason: z.string(),
  })
  .describe('A row of payout_lines.csv; recipients are empty for a protected person.');

/** Shape of `explain --format json`. src/report/explanation/explanation.schema.json publishes it. */
export const explanationSchema = z
  .strictObject({
    format: z.literal(EXPLANATION_FORMAT),
    kind: z.enum(EXPLANATION_KINDS),
    language: z.enum(['nb', 'en']),
    mark: z.enum(['', 'REHEARSAL', 'SCENARIO']),
    run_id: z.string(),
    folder: z.string().describe('Folder from which the run was read.').optional(),
    subject: z.string().describe('Line id, pseudonym, recipient, component or run id.'),
    title: step,
    head: z.array(step),
    chapters: z.array(z.strictObject({ id: z.string(), title: step, sections: z.array(section) })),
    lines: z.array(explainedLine),
  })
  .describe('explain --format json');
