import { REASONS_LISTED } from './reject-log';

/** Bounds of what is read of an extract (data contract 1, "Limits"). Settings can lower them. */
export interface ReadingLimits {
  /** Bytes of a line, in UTF-8 and without its end. */
  readonly lineBytes: number;
  /** Bytes of a field, in UTF-8. */
  readonly fieldBytes: number;
  /** Reasons for rejects that are listed; the rest is counted. */
  readonly rejectsListed: number;
}

export const READING_LIMITS: ReadingLimits = { lineBytes: 1 << 20, fieldBytes: 1 << 16, rejectsListed: REASONS_LISTED };

/** Limits that a setting lowers. */
export type LoweredLimits = { readonly [Name in keyof ReadingLimits]?: number | undefined };

/** The limits with those lowered that a setting lowers; none is ever raised. */
export function loweredLimits(lowered: LoweredLimits = {}): ReadingLimits {
  const lower = (name: keyof ReadingLimits): number => Math.min(READING_LIMITS[name], lowered[name] ?? Infinity);
  return { lineBytes: lower('lineBytes'), fieldBytes: lower('fieldBytes'), rejectsListed: lower('rejectsListed') };
}
