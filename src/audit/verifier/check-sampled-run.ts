import type { CheckedSample } from './check-sample';
import { recordsOf } from './csv';
import { type Files, pathIn, readWhole } from './files';
import type { Findings } from './findings';
import { sha256 } from './hashes';

/** Reasons of lines that are strata of their own. */
const REASONS: readonly string[] = ['correction', 'arrears'];

/**
 * A sample against the run folder that it was drawn from: the very manifest, and every line and held amount of the run with
 * its kroner, none left out and none put in. Of strata, those that the folder tells: held, corrections, arrears.
 */
export function checkSampledRun(
  files: Files,
  run: string,
  { index, population }: CheckedSample,
  findings: Findings,
): void {
  const table = (name: string) => recordsOf(readWhole(files, pathIn(run, name)).toString('utf8'));
  const manifest = sha256(readWhole(files, pathIn(run, 'manifest.json')));
  findings.compare('SAMPLE_DIFFERENT', 'sample.json', manifest, index.manifest_sha256, { what: 'manifest_sha256' });
  const lines = table('payout_lines.csv').map(({ cell }) => {
    const reason = cell('reason');
    return { item: cell('line_id'), amount: cell('amount'), stratum: REASONS.includes(reason) ? reason : '' };
  });
  const held = table('held.csv').map(({ line, cell }) => {
    return { item: `held-${line}`, amount: String(Number(cell('held_amount'))), stratum: 'held' };
  });
  const all = [...lines, ...held];
  const known = new Map(population.map((row) => [row.item, row]));
  findings.compare('SAMPLE_DIFFERENT', 'population.csv', all.length, population.length, { what: run });
  for (const { item, amount, stratum } of all) {
    const row = known.get(item);
    const [found, listed] = [String(row?.amountNok ?? '-'), row?.stratum ?? '-'];
    findings.compare('SAMPLE_DIFFERENT', 'population.csv', amount, found, { what: `${item} amount` });
    // Who has a protected address is not told by the folder, nor who is new.
    const isFit =
      listed === stratum || listed === 'protected' || (stratum === '' && !['held', ...REASONS].includes(listed));
    if (!isFit) findings.compare('SAMPLE_DIFFERENT', 'population.csv', stratum, listed, { what: `${item} stratum` });
  }
}
