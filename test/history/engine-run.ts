import { join } from 'node:path';
import { loadRules, type RuleSet, SHIPPED_FILES, type ShippedTexts } from '../../rules';
import { readShippedRates } from '../../rules/shipped-rows';
import { asRecipientCode, formatRecipientCode, knownDay, NO_TRACE, parseComponent } from '../../src/domain';
import { readText } from '../../src/effects';
import { calculate } from '../../src/engine';
import { ExtractRejected, importAndOpen } from '../../src/register';
import type { OracleFiles } from '../oracle/files';
import type { OracleCommand } from '../oracle/run';
import { caseActsOf } from './case-acts';
import { engineFiles, linesAsPostings } from './engine-files';
import { type EngineLedger, postedStateOf } from './engine-ledger';

const DATA = join(__dirname, '..', '..', 'rules', 'data');

/** Shipped rules under the rates of a file. */
export function rulesWith(ratesPath: string): RuleSet {
  const read = (name: keyof ShippedTexts): string => readText(join(DATA, SHIPPED_FILES[name]));
  const texts: ShippedTexts = {
    kommuner: read('kommuner'),
    fylker: read('fylker'),
    regions: read('regions'),
    rates: read('rates'),
    assumptions: read('assumptions'),
    limits: read('limits'),
  };
  return loadRules(texts, [readShippedRates(readText(ratesPath))]);
}

/** One run by register and engine, with a ledger in memory; undefined where rows are rejected. */
export function runEngine(
  ledger: EngineLedger,
  command: OracleCommand,
  extractFolder: string,
  rules: RuleSet,
  workFolder: string,
): { files: OracleFiles; next: EngineLedger } | undefined {
  const snapshot = importOrReject(extractFolder, command.rejectLimit, rules, workFolder);
  if (!snapshot) return undefined;
  const excluded = command.excluded.flatMap((name) => parseComponent(name) ?? []);
  const term = ([1, 2, 3, 4] as const).find((candidate) => candidate === command.term) ?? 1;
  try {
    const result = calculate({
      request: {
        grantYear: command.year,
        term,
        asOf: knownDay(command.asOf),
        takenAt: snapshot.takenAt ?? undefined,
        excluded,
      },
      register: snapshot,
      posted: postedStateOf(ledger),
      rules,
      trace: NO_TRACE,
      cases: caseActsOf(command.acts ?? []),
    });
    const coverage = result.computed.map(({ grantYear, component }) => ({
      grantYear,
      component,
      runYear: command.year,
      runTerm: command.term,
    }));
    const left = result.payouts.filter((row) => row.carriedOutNok !== 0);
    const files = engineFiles(result, command);
    const next = {
      opening: ledger.opening,
      batches: [...ledger.batches, { postings: linesAsPostings(result.lines), coverage, frozen: result.frozen ?? [] }],
      balances: new Map(left.map((row) => [`${textOf(row.recipient)}/${row.group}`, row.carriedOutNok])),
    };
    return { files, next };
  } finally {
    snapshot.close();
  }
}

function textOf(recipient: number): string {
  return formatRecipientCode(asRecipientCode(recipient));
}

function importOrReject(folder: string, limit: number | undefined, rules: RuleSet, workFolder: string) {
  try {
    return importAndOpen({
      folder,
      snapshotFolder: workFolder,
      places: rules.places,
      registerHash: 'tests',
      rejectLimitPercent: limit ?? null,
    }).snapshot;
  } catch (cause) {
    if (cause instanceof ExtractRejected) return undefined;
    throw cause;
  }
}
