/** Values that a text may name. Never a person id: pass a pseudonym. */
export type MessageParams = Readonly<Record<string, string | number>>;

/**
 * Every code of an error or finding with the values that its texts name. The catalogue of texts declares them by
 * declaration merging (src/messages/codes.ts): the domain knows the type and imports no text.
 */
// biome-ignore lint/suspicious/noEmptyInterface: the catalogue adds its codes
export interface MessageValues {}

/** Codes of what a finding may be: those that have words for any number of them. Declared by the catalogue too. */
// biome-ignore lint/suspicious/noEmptyInterface: the catalogue adds its codes
export interface FindingValues {}

export type MessageCode = keyof MessageValues;
export type FindingCode = keyof FindingValues;

/** What a report reads beside the text: the place in a file or flag, what stood there, how often, what was meant. */
export interface ReportParams {
  readonly file?: string;
  readonly line?: number;
  readonly column?: string | number;
  readonly value?: string | number;
  readonly times?: number;
  readonly also?: string;
  readonly suggestion?: string;
  readonly flag?: string;
  readonly table?: string;
}

/** Values of a code: just those that its texts name. Of a code that is known at run time only, any. */
export type ParamsOf<Code extends MessageCode> = FindingCode extends Code ? MessageParams : MessageValues[Code];

type Without<Values, Known extends string> = [Known] extends [never] ? Values : Omit<Values, Known>;

/**
 * The values as the arguments of a call: none need be given where the texts name none.
 *
 * @template Known names of values that the callee gives itself
 */
export type ParamsArguments<
  Code extends MessageCode,
  Known extends string = never,
  Further extends readonly unknown[] = [],
> =
  Readonly<Record<string, never>> extends Without<ParamsOf<Code>, Known>
    ? [params?: Without<ParamsOf<Code>, Known>, ...further: Further]
    : [params: Without<ParamsOf<Code>, Known>, ...further: Further];

declare const checked: unique symbol;

/** A code with its values; made by errorDetail alone, which lets no wrong pair through. */
export interface ErrorDetail {
  readonly code: MessageCode;
  readonly params: MessageParams;
  readonly [checked]: true;
}

/**
 * One of several things wrong at once: a message code of its own with its values.
 *
 * @example errorDetail('RUN_FILE_CHANGED', { file: 'payouts.csv' })
 */
export function errorDetail<Code extends MessageCode>(code: Code, ...values: ParamsArguments<Code>): ErrorDetail;
export function errorDetail(code: MessageCode, params: MessageParams = {}): ErrorDetail {
  return { code, params } as ErrorDetail;
}
