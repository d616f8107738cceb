import { faultPoint } from './faults';

/** The moment now, for the journal and logs only; it never reaches a result. UTC, `2026-11-24T12:00:00Z`. */
export function nowUtc(): string {
  faultPoint('clock.now');
  return `${new Date().toISOString().slice(0, 19)}Z`;
}

/** Milliseconds of a clock that never runs backwards, for progress. */
export function monotonicMilliseconds(): number {
  return performance.now();
}
