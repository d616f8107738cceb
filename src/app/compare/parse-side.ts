import { join, resolve } from 'node:path';
import { buildRateTable, withChoice } from '../../../rules';
import { NO_FILTER, priceListOf } from '../../analysis';
import { manifestInFolder } from '../../audit';
import {
  csvObjects,
  type ErrorDetail,
  errorDetail,
  isPin,
  NorsktilskuddError,
  PARAMETER_STATUSES,
  parseComponent,
  parseDay,
  RATE_CLASSES,
  RATE_KEYS,
  type Rate,
} from '../../domain';
import { isFolder, pathExists, readText } from '../../effects';
import { type BatchInfo, openLedger } from '../../ledger';
import { MANIFEST_FILE } from '../../payout';
import { basisOf, plainCase, type SizeCase } from '../facts/size-case';
import type { SizingTools } from '../facts/sizing-tools';
import { casesOfRun } from '../preview/cases-of-run';
import { isRunId } from '../run-id';
import { scenarioCase } from '../scenario/scenario-case';
import { readScenarioFile } from '../scenario/scenario-file';

/** A side of a comparison: a sizing, and the run that it comes from where it is one. */
export interface ComparedCase {
  readonly size: SizeCase;
  readonly batch: BatchInfo | undefined;
  /** True where nothing says at which term it is looked at. */
  readonly isTermOpen: boolean;
}

/**
 * Reads a side as a user writes it: a run's id, a scenario file, an extract folder or a year; the two last also together,
 * `extracts/2018-T4@2019`.
 *
 * @throws NorsktilskuddError usage COMPARE_SIDE_UNKNOWN
 */
export function parseSide(text: string, tools: SizingTools, cwd: string): ComparedCase {
  const { defaults, shelf } = tools;
  const [, name = text, year] = /^(.*?)@(\d{4})$/.exec(text) ?? [];
  const grantYear = year === undefined ? defaults.grantYear : Number(year);
  if (name.endsWith('.json') && pathExists(resolve(cwd, name))) {
    const file = readScenarioFile(resolve(cwd, name));
    return {
      size: scenarioCase(file, { ...defaults, grantYear }, shelf),
      batch: undefined,
      isTermOpen: file.term === undefined,
    };
  }
  if (isFolder(resolve(cwd, name))) {
    const place = { extract: resolve(cwd, name) };
    return { size: plainCase(text, { ...defaults, place, grantYear }, shelf), batch: undefined, isTermOpen: true };
  }
  if (/^\d{4}$/.test(name)) {
    return {
      size: plainCase(name, { ...defaults, grantYear: Number(name) }, shelf),
      batch: undefined,
      isTermOpen: true,
    };
  }
  const batch = findRun(name, tools.installation.db);
  if (batch === undefined) throw new NorsktilskuddError('usage', 'COMPARE_SIDE_UNKNOWN', { side: text });
  return { size: caseOfRun(batch, tools), batch, isTermOpen: false };
}

/**
 * Two sides at one term: a side that names none is looked at at the other's.
 *
 * @throws NorsktilskuddError input COMPARE_TERMS_DIFFER
 */
export function atOneTerm(a: ComparedCase, b: ComparedCase): readonly [ComparedCase, ComparedCase] {
  const [aTerm, bTerm] = [a.size.term, b.size.term];
  if (aTerm === bTerm) return [a, b];
  if (a.isTermOpen) return [{ ...a, size: { ...a.size, term: bTerm } }, b];
  if (b.isTermOpen) return [a, { ...b, size: { ...b.size, term: aTerm } }];
  const params = { a: a.size.label, b: b.size.label, aTerm, bTerm };
  throw new NorsktilskuddError('input', 'COMPARE_TERMS_DIFFER', params);
}

function findRun(runId: string, db: string): BatchInfo | undefined {
  // A run's id is looked for in the ledger that was given, which must then be there.
  if (!pathExists(db) && !isRunId(runId)) return undefined;
  const ledger = openLedger(db, { readOnly: true });
  try {
    return ledger.batch(runId);
  } finally {
    ledger.close();
  }
}

/** The sizing of a run: its snapshot, year and D, at the rates that its folder says it was given. */
function caseOfRun(batch: BatchInfo, { defaults, shelf }: SizingTools): SizeCase {
  const parameters = join(batch.runFolder, 'parameters.csv');
  const manifest = join(batch.runFolder, MANIFEST_FILE);
  if (!pathExists(parameters) || !pathExists(manifest)) {
    throw new NorsktilskuddError('verification', 'RUN_FOLDER_GONE', { folder: batch.runFolder });
  }
  const rows = csvObjects(readText(parameters));
  const rates = buildRateTable([rows.flatMap(rateOfRow)]);
  const { identity } = manifestInFolder(batch.runFolder);
  const place = { snapshotId: batch.snapshot };
  const split = rows.find((row) => row.kind === 'assumption' && row.key === 'A10');
  const rules = split === undefined ? defaults.rules : withChoice(defaults.rules, 'A10', split.value ?? '');
  return {
    label: batch.runId,
    folder: batch.runFolder,
    place,
    grantYear: batch.grantYear,
    asOf: shelf.asOf(place, batch.grantYear, parseDay(batch.asOf)),
    term: 4,
    rates,
    prices: priceListOf(rates, batch.grantYear),
    basis: basisOf(rules, batch.grantYear),
    rules,
    excluded: identity.excluded.flatMap((name) => parseComponent(name) ?? []),
    filter: NO_FILTER,
    ratesFiles: [],
    law: [],
    warnings: withoutCases(batch),
  };
}

/** Facts that cases decided in a run are not read: beside a run a comparison sees the extracts alone. */
function withoutCases({ runFolder, runId }: BatchInfo): ErrorDetail[] {
  const acts = casesOfRun(runFolder).filter(({ kind }) => isPin(kind)).length;
  return acts === 0 ? [] : [errorDetail('COMPARE_WITHOUT_CASES', { runId, acts })];
}

/** A row of parameters.csv as a rate; rows of other kinds are none. */
function rateOfRow(row: Readonly<Record<string, string>>): Rate[] {
  const key = RATE_KEYS.find((name) => name === row.key);
  const rateClass = RATE_CLASSES.find((name) => name === row.rate_class);
  const status = PARAMETER_STATUSES.find((name) => name === row.status);
  if (row.kind !== 'rate' || key === undefined || rateClass === undefined || status === undefined) return [];
  const { source = '', note = '' } = row;
  const figures = { grantYear: Number(row.grant_year), valueNok: Number(row.value) };
  return [{ key, rateClass, status, source, note, ...figures, file: 'parameters.csv', line: 0 }];
}
