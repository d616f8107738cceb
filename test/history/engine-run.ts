import { join } from 'node:path';
import { loadRules, type RuleSet, SHIPPED_FILES, type ShippedTexts } from '../../rules';
import { readShippedRates } from '../../rules/shipped-rows';
import { hoursOfRegister, sizeRegister } from '../../src/analysis';
import { pinsOfYear } from '../../src/app/cases/cases-in-force';
import {
  actsUnderIds,
  asRecipientCode,
  type CaseAct,
  formatRecipientCode,
  knownDay,
  NO_TRACE,
  parseComponent,
  type RunResult,
} from '../../src/domain';
import { readText } from '../../src/effects';
import { calculate } from '../../src/engine';
import { ExtractRejected, importAndOpen, type Snapshot } from '../../src/register';
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
  const cases = caseActsOf(command.acts ?? []);
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
      cases,
    });
    holdAnalysis(result, snapshot, rules, { ...command, excluded: excluded, cases });
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

/** What analyses say of the register and its cases is what the run says: sizing and hours basis (rulebook 8, 9a). */
function holdAnalysis(
  result: Pick<RunResult, 'sizing' | 'hoursBasis'>,
  snapshot: Snapshot,
  rules: RuleSet,
  asked: Pick<OracleCommand, 'year' | 'asOf'> & {
    readonly excluded: Parameters<typeof sizeRegister>[4];
    readonly cases: readonly CaseAct[];
  },
): void {
  const { year, excluded } = asked;
  const pins = actsUnderIds(pinsOfYear(asked.cases, year), snapshot.identities);
  const asOf = knownDay(asked.asOf);
  const sized = sizeRegister(snapshot, rules, year, asOf, excluded, pins);
  const hours = hoursOfRegister(snapshot, rules, year, asOf, pins);
  const text = (rows: readonly object[]): string[] =>
    rows.map((row) => JSON.stringify(Object.entries(row).sort())).sort();
  expect(text(sized.rows)).toEqual(text(result.sizing));
  expect(text(hours)).toEqual(text(result.hoursBasis));
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
