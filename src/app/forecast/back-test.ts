import { join } from 'node:path';
import { findCalendar, type RuleSet } from '../../../rules';
import {
  type BackTestRow,
  type BackTestScore,
  backTestScores,
  collectFacts,
  heldAgainst,
  planFacts,
  priceListOf,
  Repricer,
  simulateForecast,
  stopIfMissing,
} from '../../analysis';
import { asDay, type Component, type Day, NorsktilskuddError, yearOf } from '../../domain';
import { isFolder, listFolder } from '../../effects';
import { openSnapshot, type Snapshot, snapshotMetaAt } from '../../register';
import { sheetsOfYear } from '../init/year-sheet';
import type { Installation } from '../installation';
import { openPlace, type RegisterPlace, registerHashOf } from '../register/open-place';
import { readRuleInputs } from '../run/rule-inputs';

/** What a back test is asked for. */
export interface BackTestRequest {
  readonly from: number;
  readonly to: number;
  readonly excluded: readonly Component[];
  readonly seed: number;
  /** An extract that is stored first; without it what is stored already. */
  readonly place: RegisterPlace | undefined;
  readonly rejectLimitPercent: number | null;
}

/** Forecasts from earlier extracts held against the newest one. */
export interface BackTest {
  readonly heldOn: Day;
  readonly rows: readonly BackTestRow[];
  readonly scores: readonly BackTestScore[];
}

/** Days between two extracts of which one can be held against the other. */
const DAYS_LEAST = 28;

interface Stored {
  readonly path: string;
  readonly takenAt: Day;
}

/**
 * Holds what earlier stored extracts would have foreseen against what the newest stored one shows, each grant year as known on
 * the day of that one.
 *
 * @throws NorsktilskuddError usage BACK_TEST_NOTHING where no earlier extract is stored, or none that foresees a year
 */
export function backTest(
  { db, rates, columns, readingLimits }: Pick<Installation, 'db' | 'rates' | 'columns' | 'readingLimits'>,
  request: BackTestRequest,
): BackTest {
  const ruleInputs = readRuleInputs(sheetsOfYear(rates, request.to));
  const { rules } = ruleInputs;
  const snapshotFolder = join(`${db}.d`, 'snapshots');
  const { place, rejectLimitPercent } = request;
  if (place !== undefined) {
    openPlace(place, { ruleInputs, snapshotFolder, columns, readingLimits, rejectLimitPercent }).close();
  }
  const stored = storedExtracts(snapshotFolder, registerHashOf(ruleInputs));
  const newest = stored.at(-1);
  const rows: BackTestRow[] = [];
  if (newest !== undefined) {
    const later = openSnapshot(newest.path);
    try {
      for (const earlier of stored.slice(0, -1)) {
        if (newest.takenAt - earlier.takenAt >= DAYS_LEAST)
          rows.push(...testOf(earlier, later, newest.takenAt, rules, request));
      }
    } finally {
      later.close();
    }
  }
  if (newest === undefined || rows.length === 0) {
    throw new NorsktilskuddError('usage', 'BACK_TEST_NOTHING', {
      folder: snapshotFolder,
      from: request.from,
      to: request.to,
    });
  }
  return { heldOn: newest.takenAt, rows, scores: backTestScores(rows, 0) };
}

/** Stored extracts that say when they were taken, the oldest first; one of each day. */
function storedExtracts(folder: string, registerHash: string): Stored[] {
  if (!isFolder(folder)) return [];
  const byDay = new Map<number, Stored>();
  for (const name of listFolder(folder)
    .filter((one) => one.endsWith('.db'))
    .sort()) {
    const path = join(folder, name);
    const meta = snapshotMetaAt(path);
    if (meta.takenAt === null || meta.registerHash !== registerHash) continue;
    byDay.set(meta.takenAt, { path, takenAt: asDay(meta.takenAt) });
  }
  return [...byDay.values()].sort((a, b) => a.takenAt - b.takenAt);
}

function testOf(
  { path, takenAt }: Stored,
  later: Snapshot,
  heldOn: Day,
  rules: RuleSet,
  { from, to, excluded, seed }: BackTestRequest,
): BackTestRow[] {
  const earlier = openSnapshot(path);
  try {
    const years = Array.from({ length: to - from + 1 }, (_, index) => from + index).filter((year) => {
      return year >= yearOf(takenAt) && year <= yearOf(heldOn) && findCalendar(year, rules.limits) !== undefined;
    });
    return years.flatMap((year) => {
      const request = { from: year, to: year, asOf: takenAt, excluded, arrivals: [], seed, knownOn: heldOn };
      const forecast = simulateForecast(earlier, { ...request, rulesOf: () => rules });
      const facts = collectFacts(later, planFacts(rules, year, heldOn));
      const sized = new Repricer(facts).price(priceListOf(rules.rates, year), { excluded });
      stopIfMissing(sized.missing, rules.rates);
      return heldAgainst(forecast, sized.rows, year, heldOn);
    });
  } finally {
    earlier.close();
  }
}
