import { errorDetail, type MessageParams, NorsktilskuddError, withoutPersonIds } from '../domain';
import { pathExists } from '../effects';

/**
 * A failure as it may be reported: what a user typed in the wrong place, or what stood in a wrong column, may be the id of a
 * person, and what is reported ends in logs. The path of something that is there is left as it is, or nobody would find it.
 */
export function maskPersonIds(failure: NorsktilskuddError): NorsktilskuddError {
  const details = failure.details.map(({ code, params }) => errorDetail(code, maskedParams(params)));
  return new NorsktilskuddError(failure.kind, failure.code, maskedParams(failure.params), details);
}

/** Values of a message as they may be reported. */
export function maskedParams(params: MessageParams): MessageParams {
  return Object.fromEntries(
    Object.entries(params).map(([name, value]) => [name, typeof value === 'string' ? masked(value) : value]),
  );
}

function masked(text: string): string {
  const path = existingPart(text);
  const rest = text.slice(path.length);
  return path + withoutPersonIds(rest);
}

/** The beginning of a text that is the path of something that is there; empty for none. */
function existingPart(text: string): string {
  let end = /[/\\]/.test(text) ? text.length : 0;
  while (end > 0 && !pathExists(text.slice(0, end))) {
    end = Math.max(text.lastIndexOf('/', end - 1), text.lastIndexOf('\\', end - 1), 0);
  }
  return text.slice(0, end);
}
