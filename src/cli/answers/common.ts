import {
  componentOfCell,
  type FindingGroup,
  type ImportReport,
  type PayeeFault,
  rateClassOfCell,
  yearNumberOfCell,
} from '../../app';
import { type ErrorDetail, formatDecimals, RATE_CLASSES } from '../../domain';
import { messageAction, messageText } from '../../messages';
import {
  at,
  choice,
  day,
  decimal,
  flag,
  hash,
  kroner,
  list,
  object,
  optional,
  orNull,
  type Reader,
  record,
  type Shape,
  text,
  textOrNull,
  value,
  whole,
} from '../declare/answer';

/*
 * What several commands answer.
 */

/** A message by its code, with the values that its text names. */
export const detail = object({ code: text, params: record(value) });

/** A whole number of some smaller unit as a decimal text. @example unitsOf(2) // 725 is "7.25" */
export function unitsOf(digits: number): Shape<number> {
  return { ...decimal, encode: (count) => formatDecimals(count, digits) };
}

export const hundredths = unitsOf(2);

/** The same with its values beside the code. */
export const flatDetail: Shape<ErrorDetail> = {
  schema: { type: 'object', properties: { code: text.schema }, required: ['code'], additionalProperties: {} },
  ending: '',
  encode: ({ code, params }) => ({ code, ...params }),
};

/** The same with its text and what to do. */
export const saidDetail = object({
  code: text,
  message: at(({ code, params }: ErrorDetail, to) => messageText(code, to.language, params), text),
  action: at(({ code, params }: ErrorDetail, to) => messageAction(code, to.language, params), text),
  params: record(value),
});

/** Whatever stands in a cell of a sizing. */
export interface Celled {
  readonly cell: number;
}

/** What a cell of a sizing is: component, number of the year and class of the rate; null where it has none. */
export const cellFields = {
  component: at(({ cell }: Celled) => componentOfCell(cell), text),
  year_number: at(({ cell }: Celled) => yearNumberOfCell(cell) || null, orNull(whole)),
  rate_class: at(({ cell }: Celled) => RATE_CLASSES[rateClassOfCell(cell) - 1] ?? null, orNull(text)),
};

export const severity = choice('error', 'warning', 'info');

/** Findings of one kind, with their places. */
export const findingGroup = object({
  severity,
  code: text,
  times: whole,
  places: list(text),
  message: at(({ code, first }: FindingGroup, to: Reader) => messageText(code, to.language, first.params), text),
  action: at(({ code, first }: FindingGroup, to: Reader) => messageAction(code, to.language, first.params), text),
});

/** A file of an extract. */
export const extractFile = object({
  table: text,
  file: text,
  bytes: whole,
  sha256: hash,
  encoding: text,
  rows: whole,
  rejected_rows: whole,
}) satisfies Shape<ImportReport['files'][number]>;

/**
 * The batch posted last; null where nothing is posted. Its id has a name of its own: scripts that look for `"run_id":"` in
 * the answer of a run find the run.
 */
export const lastPosted = orNull(
  object({
    posted_run_id: at('runId', text),
    kind: text,
    year: at('grantYear', whole),
    term: whole,
    supplement: at('supplementNumber', whole),
    posted_on: day,
    paid: kroner,
  }),
);

export const standsBehind = object({
  persons: whole,
  signed: at('isSigned', flag),
  same_account: textOrNull,
});

/** Persons of whom nothing is taken back. */
export const withheld = object({ reason: text, persons: whole, sum: kroner });

/** What is wrong with those who are paid. */
export const payee = object({
  kind: text,
  recipients: at(({ recipientIds }: PayeeFault) => recipientIds.length, whole),
  recipient_ids: list(text),
  paid: kroner,
});

/** Where the money of payments is. */
export const paymentSums = {
  payments: whole,
  posted: kroner,
  paid: kroner,
  refused: kroner,
  returned: kroner,
  blocked: kroner,
  waiting: kroner,
  unknown: kroner,
  no_news: at('no_newsNok', kroner),
};

const figures = record(value);
export const acceptedName = object({ name: text, reference: text });
export const accepted = object({ name: text, reference: text, figures });
export const wanted = object({ name: text, status: text, figures });
export const blocker = object({ code: text, name: text, status: text, figures: optional(figures) });

/** Stored snapshots, and what keeps them. */
export const snapshots = list(
  object({
    snapshot: text,
    stored: at(({ file }: { readonly file: string | undefined }) => file !== undefined, flag),
    taken_at: orNull(text),
    bytes: whole,
    persons: whole,
    rows: whole,
    runs: list(object({ run_id: text, state: text })),
    kept_because: at('hold', text),
    posted_on: text,
    pruned_on: text,
    prunable: flag,
    damaged: flag,
  }),
);
