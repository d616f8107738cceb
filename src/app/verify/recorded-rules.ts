import { join } from 'node:path';
import { buildAssumptionTable, EARLIER_LOCK_FILES, loadRules, lockedHash, type RuleLock } from '../../../rules';
import { type DecidingFile, type Findings, type RunContents, tablesOf } from '../../audit';
import {
  type Assumption,
  type Component,
  csvRecords,
  type ErrorDetail,
  errorDetail,
  PARAMETER_STATUSES,
  sha256Hex,
} from '../../domain';
import { pathExists, readBytes, readText } from '../../effects';
import { runParameters } from '../../explain';
import { programFolder } from '../program-files';
import { type RuleInputs, readRuleInputs } from '../run/rule-inputs';
import { otherThanGiven } from './recorded-inputs';
import { recordedRegisters } from './recorded-registers';

/** The rules of a run, and what about them is worth a word though it is no fault. */
export interface RecordedRules {
  readonly ruleInputs: RuleInputs;
  readonly notes: readonly ErrorDetail[];
}

/**
 * The rules that a run used: its own registers, rates and assumptions (parameters.csv, or the rates files given), and
 * the modules of this program, which must be those that the run names. A program with more modules will do.
 */
export function recordedRules(
  run: RunContents,
  ratesFiles: readonly string[],
  problems: Findings,
  newer?: string,
): RecordedRules {
  const inputs = readRuleInputs(ratesFiles);
  const { identity } = run.manifest;
  const { texts, missing } = recordedRegisters(run.folder, tablesOf(identity), newer);
  for (const { name, sha256 } of missing) {
    const found = inputs.registers.find((file) => file.name === name)?.sha256 ?? '-';
    problems.compare('VERIFY_REGISTER_UNKNOWN', 'manifest.json', sha256, found, { name });
  }
  const had = run.manifest.inputs.filter((file) => file.sha256 !== identity.recipients_sha256);
  for (const { name, sha256 } of inputs.files) {
    if (had.some((file) => file.sha256 === sha256)) continue;
    otherThanGiven(problems, '--rates', name, had.map((file) => file.name).join(', '));
  }
  const parameters = readText(join(run.folder, 'parameters.csv'));
  const { rules } = runParameters(loadRules(texts), parameters);
  const assumptions = buildAssumptionTable(asSealed(rules.assumptions.assumptions, parameters));
  const rates = ratesFiles.length === 0 ? rules.rates : inputs.rules.rates;
  const notes = checkModules(run, inputs, problems);
  const asRun = (file: DecidingFile) => tablesOf(identity).find(({ name }) => name === file.name) ?? file;
  return {
    ruleInputs: {
      ...inputs,
      rules: { ...rules, rates, assumptions },
      // Those of another lock were held against it above.
      moduleSha256: (component, year) => recordedHash(run, component, year),
      ruleLockSha256: notes.length > 0 ? identity.rule_lock_sha256 : inputs.ruleLockSha256,
      registers: inputs.registers.map(asRun),
      tables: inputs.tables.map(asRun),
    },
    notes,
  };
}

/** The assumptions that stand in parameters.csv, with its words; those that the program has got since are left out. */
function asSealed(assumptions: readonly Assumption[], parameters: string): Assumption[] {
  const rows = new Map(csvRecords(parameters).map(({ cell }) => [cell('key'), cell]));
  return assumptions.flatMap((assumption) => {
    const cell = rows.get(assumption.id);
    const status = PARAMETER_STATUSES.find((name) => name === cell?.('status'));
    if (!cell || !status) return [];
    // The value is reported as it was; what it decides stands in the limits, or in code that reads nothing else.
    const value = cell('value');
    const alternatives = [...assumption.alternatives, value];
    return { ...assumption, value, alternatives, status, source: cell('source'), note: cell('note') };
  });
}

/** Under another lock every module that the run used must be the same; what was added since is a note. */
function checkModules(run: RunContents, inputs: RuleInputs, problems: Findings): ErrorDetail[] {
  const expected = run.manifest.identity.rule_lock_sha256;
  if (expected === inputs.ruleLockSha256) return [];
  const before = problems.count;
  const hashOf = moduleHashes(inputs.ruleLock, expected);
  for (const row of run.manifest.modules) {
    const { module, sha256 } = row;
    problems.compare('VERIFY_MODULE_DIFFERS', 'manifest.json', sha256, hashOf(row), { module });
  }
  return problems.count > before ? [] : [errorDetail('VERIFY_OTHER_LOCK', { expected, found: inputs.ruleLockSha256 })];
}

function recordedHash(run: RunContents, component: Component, grantYear: number): string {
  const rows = run.manifest.modules;
  return rows.find((row) => row.component === component && row.grant_year === grantYear)?.sha256 ?? '';
}

type ModuleRow = RunContents['manifest']['modules'][number];

/**
 * Hash of a module as manifests have it; `-` where this program has no such module. Runs under the lock of an earlier
 * format have hashes of that lock, whose law is held to be the same, grant year by grant year.
 */
function moduleHashes(ruleLock: RuleLock, lockSha256: string): (row: ModuleRow) => string {
  for (const file of EARLIER_LOCK_FILES) {
    const path = join(programFolder(), 'rules', file);
    const bytes = pathExists(path) ? readBytes(path) : Buffer.alloc(0);
    if (sha256Hex(bytes) !== lockSha256) continue;
    const { rules }: { rules: Record<string, { source: string; behaviour: string }> } = JSON.parse(
      bytes.toString('utf8'),
    );
    return ({ module }) => {
      const entry = rules[module];
      return entry ? sha256Hex(`${entry.source} ${entry.behaviour}`) : '-';
    };
  }
  return ({ component, grant_year: grantYear }) => lockedHash(ruleLock, component, grantYear) ?? '-';
}
