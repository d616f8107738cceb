import { runIdsOf } from '../../app';
import { closestWord, NorsktilskuddError } from '../../domain';
import { Problems } from '../declare/problems';
import type { Call, Source } from '../declare/source';
import { db } from './sources';

const WHOLE = /^\d{4}-T\d-[0-9a-f]{12}(-annulment)?$/;
/** The beginning of an id, or of the part of it that no other has: four signs at least. */
const SHORT = /^(\d{4}-T\d[0-9a-f-]*|(?!\d{4}$)[0-9a-f]{4,12})(-annulment)?$/;

/** The id of a run, of which its beginning is enough where no other run of the ledger begins so. */
export function runOf(source: Source<string>): Source<string>;
export function runOf(source: Source<string | undefined>): Source<string | undefined>;
export function runOf(source: Source<string | undefined>): Source<string | undefined> {
  return {
    words: source.words,
    read(call) {
      const read = source.read(call);
      return read?.value === undefined ? read : { value: wholeId(read.value, call) };
    },
  };
}

/** Several ids of runs; what is none, such as a folder, stays as it is. */
export function runsNamed(source: Source<readonly string[]>): Source<readonly string[]> {
  return {
    words: source.words,
    read(call) {
      const read = source.read(call);
      return read && { value: read.value.map((given) => wholeId(given, call)) };
    },
  };
}

/** A line: the id of its run, and its number there. */
export function lineOf(source: Source<string | undefined>): Source<string | undefined> {
  return {
    words: source.words,
    read(call) {
      const read = source.read(call);
      const [, run, line] = /^(.+)-(\d+)$/.exec(read?.value ?? '') ?? [];
      if (run === undefined || !SHORT.test(run)) return read;
      return { value: `${wholeId(run, call)}-${line}` };
    },
  };
}

/** The id that a text is the beginning of; several are told, and of none the command itself tells. */
function wholeId(given: string, call: Call): string {
  if (WHOLE.test(given) || !SHORT.test(given)) return given;
  const [, ending = ''] = /(-annulment)$/.exec(given) ?? [];
  const begun = given.slice(0, given.length - ending.length);
  const ids = knownRuns(call).filter((id) => !id.endsWith('-annulment'));
  const found = ids.filter((id) => id.startsWith(begun) || id.slice(id.indexOf('-T') + 4).startsWith(begun));
  const [only] = found;
  if (found.length > 1) call.problems.add('RUN_ID_AMBIGUOUS', { value: given, candidates: found.join(', ') });
  return found.length === 1 && only !== undefined ? `${only}${ending}` : given;
}

function knownRuns(call: Call): readonly string[] {
  const ledger = db.read({ ...call, problems: new Problems() })?.value; // Its faults are told where it is read itself.
  return ledger === undefined ? [] : runIdsOf(ledger);
}

/** A failure for want of a run, with the id that was probably meant. */
export function withSuggestedRun(cause: unknown, call: Call): unknown {
  if (!(cause instanceof NorsktilskuddError) || cause.code !== 'LEDGER_RUN_UNKNOWN') return cause;
  const suggestion = closestWord(String(cause.params.runId ?? ''), knownRuns(call));
  if (suggestion === undefined) return cause;
  return new NorsktilskuddError(
    cause.kind,
    cause.code,
    { ...cause.params, runId: String(cause.params.runId), suggestion },
    cause.details,
  );
}
