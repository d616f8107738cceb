import { type BatchSumRow, type Compared, recipientText, sumOfEffects, sumsByComponent } from '../../app';
import { analysisReport } from '../answers/analysis-report';
import { detail } from '../answers/common';
import { leftOut } from '../answers/left-out';
import {
  at,
  epochDay,
  flag,
  kroner,
  list,
  literal,
  number,
  object,
  oneOf,
  optional,
  orNull,
  text,
  whole,
} from '../declare/answer';
import { lawChange } from '../scenario/law-json';

const effects = { a: kroner, population: kroner, data: kroner, rule: kroner, rate: kroner, b: kroner };
const side = object({
  label: text,
  grant_year: whole,
  term: whole,
  as_of: epochDay,
  law: list(lawChange),
  folder: optional(text),
});
const warnings = { warnings: at('comparison.warnings', list(detail)) };
const tally = object({ count: whole, sum: kroner });
const ofRecipient = at(({ recipient }: { readonly recipient: number }) => recipientText(recipient), text);
const band = object({
  from_percent: orNull(number),
  to_percent: orNull(number),
  count: whole,
  sum: kroner,
});

type Components = ReturnType<typeof sumsByComponent>;
type Reasoned = ReturnType<Of<'size'>['comparison']['why']>;
const reason = { effect: text, what: text, component: text, amount: kroner };

const sizes = object({
  measure: literal('size'),
  ...warnings,
  a: at('comparison.a', side),
  b: at('comparison.b', side),
  order: literalList('population', 'data', 'rule', 'rate'),
  total: at('comparison.total', object(effects)),
  other_order: at(
    ({ comparison }: Of<'size'>) => sumsByComponent(comparison.otherOrder()),
    object({
      order: literalList('rate', 'rule', 'data', 'population'),
      total: at(sumOfEffects, object(effects)),
      components: at((rows: Components) => rows, list(object({ component: text, ...effects }))),
    }),
  ),
  why: at(
    ({ comparison }: Of<'size'>) => comparison.why(),
    object({
      sums: at(({ sums }: Reasoned) => sums, list(object({ ...reason, persons: orNull(whole) }))),
      recipients: at('rows', list(object({ recipient_id: ofRecipient, ...reason }))),
    }),
  ),
  persons: at('comparison.persons', object({ a: whole, b: whole })),
  left_out: at('comparison.leftOut', object({ a: leftOut, b: leftOut })),
  components: list(object({ component: text, ...effects })),
  recipients: at('comparison.rows', list(object({ recipient_id: ofRecipient, component: text, ...effects }))),
  report: optional(analysisReport),
  distribution: at(
    'comparison.distribution',
    object({ winners: tally, losers: tally, unchanged: whole, bands: list(band) }),
  ),
});

const lineEffects = { ...effects, settled: kroner };
const labels = { a: at('comparison.a.label', text), b: at('comparison.b.label', text) };
const lines = object({
  measure: literal('lines'),
  ...warnings,
  ...labels,
  a_folder: at(({ comparison }: Of<'lines'>) => comparison.a.folder, orNull(text)),
  b_folder: at(({ comparison }: Of<'lines'>) => comparison.b.folder, orNull(text)),
  sums: list(object({ component: text, ...lineEffects })),
  lines: list(object({ recipient_id: text, component: text, person_ref: text, ...lineEffects })),
});

const share = object({ code: text, recipient_id: at('recipient', text), days: number, amount: kroner });
const step = object({
  stage: text,
  stands: flag,
  amount: kroner,
  effect: at('changeNok', kroner),
  shares: list(share),
});
const laws = { a_law: at('comparison.a.law', list(lawChange)), b_law: at('comparison.b.law', list(lawChange)) };
const person = object({
  ...warnings,
  ...labels,
  ...laws,
  person_ref: at('compared.person', text),
  steps: at('compared.steps', list(step)),
});

const batches = object({
  a: at('a.runId', text),
  b: at('b.runId', text),
  rows: list(
    object({
      grant_year: whole,
      component: text,
      recipient_id: ofRecipient,
      a: kroner,
      b: kroner,
      difference: at(({ aNok, bNok }: BatchSumRow) => bNok - aNok, kroner),
    }),
  ),
});

/** Words that are always the same. */
function literalList(...words: readonly string[]): ReturnType<typeof literal> {
  return { schema: { type: 'array', items: { enum: words } }, take: () => words };
}

type Of<Kind> = Extract<Compared, { readonly kind: Kind }>;

/** A comparison for programs. */
export const compareJson = oneOf([sizes, lines, person, batches], (compared: Compared, to) => {
  switch (compared.kind) {
    case 'size':
      return sizes.encode(compared, to);
    case 'lines':
      return lines.encode(compared, to);
    case 'person':
      return person.encode(compared, to);
    case 'batches':
      return batches.encode(compared, to);
  }
});
