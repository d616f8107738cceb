import { join } from 'node:path';
import type { Problems } from '../../audit/verify/problems';
import type { RunContents } from '../../audit/verify/run-contents';
import type { Rate } from '../../domain';
import { readText } from '../../effects';
import { RATES_TABLE, readSmallTable, rowsOrStop } from '../../register';
import { type RuleInputs, readRuleInputs } from '../run/rule-inputs';
import { loadShippedRules } from '../shipped-rules';

const PARAMETERS = 'parameters.csv';

/**
 * The rules that a run used: those of this program, which must have the same lock and registers, with the rates of the
 * given files, or of parameters.csv where none are given.
 */
export function recordedRules(run: RunContents, ratesFiles: readonly string[], problems: Problems): RuleInputs {
  const inputs = readRuleInputs(ratesFiles);
  const { identity } = run.manifest;
  const compare = (name: string, expected: string, found: string): void =>
    problems.compare('VERIFY_INPUT_DIFFERS', 'manifest.json', expected, found, { name });
  compare('rules.lock.json', identity.rule_lock_sha256, inputs.ruleLockSha256);
  for (const { name, sha256 } of identity.registers) {
    compare(name, sha256, inputs.registers.find((file) => file.name === name)?.sha256 ?? '-');
  }
  for (const file of inputs.files) {
    const sealed = run.manifest.inputs.find((other) => other.name === file.name);
    compare(file.name, sealed?.sha256 ?? '-', file.sha256);
  }
  if (ratesFiles.length > 0) return inputs;
  return { ...inputs, rules: loadShippedRules([ratesOf(join(run.folder, PARAMETERS))]) };
}

/** The rates of parameters.csv, read as a rates file. */
function ratesOf(path: string): readonly Rate[] {
  const [header = '', ...rows] = readText(path).split('\n');
  const rates = rows.filter((row) => row.startsWith('rate,'));
  const bytes = Buffer.from(`${[header, ...rates].join('\n')}\n`, 'utf8');
  return rowsOrStop(path, readSmallTable(bytes, path, RATES_TABLE));
}
