import { join } from 'node:path';
import {
  actsUnderIds,
  CASE_TABLES,
  type CaseAct,
  EMPTY_CASE_ACT,
  NO_PERSON,
  parseComponent,
  sha256Hex,
  withoutPersons,
} from '../../domain';
import { pathExists } from '../../effects';
import type { BatchInfo, Ledger } from '../../ledger';
import { CASES_BEFORE_FILE, casesBeforeText, FROZEN_BEFORE_FILE, frozenBeforeText } from '../../payout';
import { openSnapshot } from '../../register';
import { pseudonymsOf } from '../pseudonym';
import type { Findings } from '../verifier/findings';
import type { RunContents } from './run-contents';

/** Acts of cases and frozen grants that the run started from are those of the ledger then. */
export function compareCases(
  run: RunContents,
  { postingHead, journal, snapshot }: BatchInfo,
  ledger: Ledger,
  key: Uint8Array | undefined,
  findings: Findings,
): void {
  const { manifest } = run;
  if (manifest.identity.format === 1) return;
  const sha256Of = (file: string): string => manifest.files.find(({ name }) => name === file)?.sha256 ?? '';
  const compare = (file: string, text: string, found = sha256Of(file)): void =>
    findings.compare('VERIFY_LEDGER_LINE', file, hashOf(text), found, { line: 1, column: '*' });
  const { frozen = [] } = ledger.postedState(postingHead, journal);
  compare(FROZEN_BEFORE_FILE, frozen.length === 0 ? '' : frozenBeforeText(frozen));
  if (key === undefined) return;
  const acts = ledger.caseActs({ postingHead, before: journal });
  const { of } = pseudonymsOf(key);
  const deleted = actsWithoutTexts(ledger);
  const rest = (act: CaseAct): CaseAct => (deleted.has(act.act) ? withoutPersons(act) : act);
  const isWhole = acts.every(({ act }) => !deleted.has(act));
  const found = isWhole ? sha256Of(CASES_BEFORE_FILE) : hashOf(textOfRows(run, rest));
  const asWritten = casesBeforeText(acts.map(rest), of);
  // Of persons whose ids were merged the run has the ids of its extract, as far as that is still stored.
  const identities = hashOf(asWritten) === found ? undefined : identitiesOf(ledger, snapshot);
  if (identities) compare(CASES_BEFORE_FILE, casesBeforeText(actsUnderIds(acts.map(rest), identities), of), found);
  else if (asWritten === '') compare(CASES_BEFORE_FILE, asWritten, found);
}

/** SHA-256 of the text of a file, empty where there is no such file. */
function hashOf(text: string): string {
  return text === '' ? '' : sha256Hex(text);
}

/** Acts of which two persons have deleted what they say of persons. */
function actsWithoutTexts(ledger: Ledger): ReadonlySet<number> {
  const cases = ledger.cases().filter(({ textsDeletedOn }) => textsDeletedOn !== '');
  return new Set(cases.flatMap(({ acts }) => acts.map(({ act }) => act)));
}

/** The text of the acts of a folder, as far as the ledger still says it of each. */
function textOfRows({ cases }: RunContents, rest: (act: CaseAct) => CaseAct): string {
  const refs = cases.map(({ personRef }) => personRef);
  // The place of a pseudonym stands for its person, from 1.
  const acts = cases.map(({ line: _, personRef, component, table, ...row }, place) =>
    rest({
      ...EMPTY_CASE_ACT,
      ...row,
      component: parseComponent(component) ?? '',
      table: CASE_TABLES.find((name) => name === table) ?? '',
      personId: personRef === '' ? NO_PERSON : place + 1,
    }),
  );
  return casesBeforeText(acts, (place) => refs[place - 1] ?? '');
}

/** Former ids of the extract that a run read; undefined where it is no longer stored. */
function identitiesOf(ledger: Ledger, snapshotId: string): ReadonlyMap<number, number> | undefined {
  const path = join(`${ledger.path}.d`, 'snapshots', `${snapshotId}.db`);
  if (!pathExists(path)) return undefined;
  const snapshot = openSnapshot(path);
  try {
    return snapshot.identities;
  } finally {
    snapshot.close();
  }
}
