import { type ErrorDetail, type MessageParams, NorsktilskuddError } from '../domain';
import { holdsPersonId } from './holds-person-id';

/** Digits that may be an id; the hash in a run id may be digits alone and is none. */
const CANDIDATE = /(?<![0-9a-z]|T\d-)\d{6}[ .-]?\d{5,6}(?![0-9a-z])/gi;

/**
 * A failure as it may be told: what a user typed in the wrong place, or what stood in a wrong column, may be the id of a
 * person, and what is told ends in logs. Paths are left as they are, or nobody would find the file.
 */
export function maskPersonIds(failure: NorsktilskuddError): NorsktilskuddError {
  const details = failure.details.map(({ code, params }): ErrorDetail => ({ code, params: maskedParams(params) }));
  return new NorsktilskuddError(failure.kind, failure.code, maskedParams(failure.params), details);
}

function maskedParams(params: MessageParams): MessageParams {
  return Object.fromEntries(
    Object.entries(params).map(([name, value]) => [name, typeof value === 'string' ? masked(value) : value]),
  );
}

function masked(text: string): string {
  if (/[/\\]/.test(text)) return text;
  return text.replace(CANDIDATE, (found) => (holdsPersonId(found) ? found.replace(/\d/g, '*') : found));
}
