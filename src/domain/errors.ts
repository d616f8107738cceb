import type { ErrorDetail, MessageCode, MessageParams, ParamsArguments } from './message';

/** Kinds of failure a program may end with; each has its exit code (data contract 5). */
export type FailureKind = 'usage' | 'input' | 'rule' | 'verification' | 'refused';

const EXIT_CODES: Record<FailureKind, number> = { usage: 2, input: 3, rule: 4, verification: 5, refused: 6 };

/**
 * A failure that a user can act on. It carries data only: the text in bokmål or English is found in the message
 * catalogue under its code.
 */
export class NorsktilskuddError<Code extends MessageCode = MessageCode> extends Error {
  readonly kind: FailureKind;
  readonly code: MessageCode;
  readonly params: MessageParams;
  /** Further findings of the same kind, so that a user sees all of them at once. */
  readonly details: readonly ErrorDetail[];

  constructor(
    kind: FailureKind,
    code: Code,
    ...values: ParamsArguments<Code, never, [details?: readonly ErrorDetail[]]>
  );
  constructor(kind: FailureKind, code: MessageCode, params: MessageParams = {}, details: readonly ErrorDetail[] = []) {
    super(`${code} ${JSON.stringify(params)}`);
    this.name = 'NorsktilskuddError';
    this.kind = kind;
    this.code = code;
    this.params = params;
    this.details = details;
  }

  get exitCode(): number {
    return EXIT_CODES[this.kind];
  }
}

/** The program itself is wrong: stop, write nothing more (exit 1). */
export class InvariantError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'InvariantError';
  }
}

/** Throws InvariantError unless the condition holds. */
export function assert(condition: boolean, message: string): asserts condition {
  if (!condition) throw new InvariantError(message);
}
