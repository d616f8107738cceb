import { join } from 'node:path';
import { type Findings, type Manifest, manifestOf, RECIPIENTS_COPY, type RunContents } from '../../audit';
import { canonicalJson, type ErrorDetail, errorDetail } from '../../domain';
import { readText } from '../../effects';
import { MANIFEST_FILE } from '../../payout';

/**
 * Compares the manifest of a run with that of the same run calculated again, line by line. Another build of the program
 * is a note and no fault; what hangs on the key is checked elsewhere.
 *
 * @param skipped files that were not compared as bytes
 */
export function compareManifests(
  run: RunContents,
  again: string,
  skipped: ReadonlySet<string>,
  problems: Findings,
): ErrorDetail[] {
  const { reading: _reading, ...made } = manifestOf(readText(join(again, MANIFEST_FILE)));
  const sealed = run.manifest;
  const comparable = {
    ...made,
    program: sealed.program,
    ...(sealed.reading && { reading: sealed.reading }),
    inputs: sealed.inputs,
    trace: sealed.trace && made.trace && { ...made.trace, ...keyedRoots(sealed.trace) },
    files: made.files.flatMap((file) => {
      const other = sealed.files.find(({ name }) => name === file.name);
      // Runs of earlier builds have no copy of the recipients file.
      if (file.name === RECIPIENTS_COPY && other === undefined) return [];
      return skipped.has(file.name) ? (other ?? file) : file;
    }),
  };
  const [found, expected] = [run.text.split('\n'), canonicalJson(comparable, 'lines').split('\n')];
  for (const line of linesThatDiffer(found, expected)) {
    const params = { line: line + 1, column: '', expected: expected[line] ?? '-', found: found[line] ?? '-' };
    if (params.expected !== params.found) problems.add('VERIFY_RECALCULATION_DIFFERS', MANIFEST_FILE, params);
  }
  const [before, now] = [sealed.program, made.program].map(
    (build) => `${build.version}+${build.build_sha256.slice(0, 12)}`,
  );
  return before === now ? [] : [errorDetail('VERIFY_OTHER_BUILD', { expected: before ?? '', found: now ?? '' })];
}

function keyedRoots(trace: NonNullable<Manifest['trace']>) {
  const { root_sha256, recipients_root_sha256 } = trace;
  return { root_sha256, recipients_root_sha256 };
}

/** Where lines were taken out or put in, only the first of them: those behind it stand as they did, a few lines away. */
function linesThatDiffer(found: readonly string[], expected: readonly string[]): number[] {
  const all = found.map((_, line) => line).filter((line) => found[line] !== expected[line]);
  if (found.length === expected.length) return all;
  return [all[0] ?? Math.min(found.length, expected.length)];
}
