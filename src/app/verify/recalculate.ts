import { basename, join } from 'node:path';
import {
  compareFiles,
  Findings,
  type Pseudonyms,
  personLeaves,
  pseudonymsOf,
  type RunContents,
  type RunIdentity,
} from '../../audit';
import { type ErrorDetail, errorDetail, type Finding, NorsktilskuddError, parseDay } from '../../domain';
import { discardTree, makeWorkFolder } from '../../effects';
import { cutOffDate } from '../../engine';
import { READER_VERSION, type Snapshot, type SnapshotReading } from '../../register';
import { TRACE_FILES } from '../../trace';
import { programBuild } from '../program-build';
import { acceptanceOf } from '../run/acceptance';
import { calculateIntoFolder } from '../run/calculate-into-folder';
import type { RecipientInputs, RuleInputs } from '../run/rule-inputs';
import { beforeOfRecord, type WantedSettings } from '../run/term-facts';
import { casesFromFolder } from './cases-from-folder';
import { checkExtract } from './check-extract';
import { compareManifests } from './compare-manifests';
import { earlierSnapshotId, readOtherwise, snapshotFolders, storedRegister } from './earlier-reading';
import { postedFromFolder } from './posted-from-folder';
import { readRecordedExtract } from './read-recorded-extract';
import { type GivenInputs, recordedReading, recordedRecipients } from './recorded-inputs';
import { recordedRules } from './recorded-rules';
import { type ResolvedPersons, resolvePersons } from './resolve-persons';

/** What a run is calculated again from. Paths are absolute. */
export interface RecalculationInput extends GivenInputs {
  readonly extract: string;
  /** The ledger, beside which the register of a run may be stored. */
  readonly db?: string | undefined;
  /** Empty: the rates of parameters.csv. */
  readonly rates: readonly string[];
  /** Folder of newer tables that the run used. */
  readonly tables?: string | undefined;
  readonly key: Uint8Array | undefined;
}

/** What calculating again came to. */
export interface Recalculation {
  readonly problems: readonly ErrorDetail[];
  readonly notes: readonly ErrorDetail[];
}

/** Details of a calculation that stopped, at most so many. */
const DETAILS_REPORTED = 50;

/** Files that hang on the key alone; the trees are checked from their entries. */
const KEYED_FILES: readonly string[] = [TRACE_FILES.persons, TRACE_FILES.tree];

/**
 * Calculates a run again from its extract and the sealed state that it started from, and compares every file with the
 * sealed one byte by byte. Neither the ledger nor a stored snapshot is trusted.
 */
export function recalculate(run: RunContents, input: RecalculationInput): Recalculation {
  const work = makeWorkFolder('verify');
  try {
    return new Recalculator(run, input, work).run();
  } catch (cause) {
    // What stops a calculation is a finding here: with the run's own inputs it must go through.
    if (!(cause instanceof NorsktilskuddError)) throw cause;
    return {
      problems: [...cause.details.slice(0, DETAILS_REPORTED), errorDetail(cause.code, cause.params)],
      notes: [],
    };
  } finally {
    discardTree(work);
  }
}

class Recalculator {
  readonly #run: RunContents;
  readonly #input: RecalculationInput;
  readonly #work: string;
  readonly #problems = new Findings();
  readonly #notes: ErrorDetail[] = [];

  constructor(run: RunContents, input: RecalculationInput, work: string) {
    this.#run = run;
    this.#input = input;
    this.#work = work;
  }

  run(): Recalculation {
    const { ruleInputs, notes } = recordedRules(this.#run, this.#input.rates, this.#problems, this.#input.tables);
    this.#notes.push(...notes);
    const recipients = recordedRecipients(this.#run, this.#input, this.#problems);
    const reading = recordedReading(this.#run, this.#input, this.#problems);
    checkExtract(this.#run, this.#input.extract, this.#problems);
    if (this.#problems.count === 0) this.#readAndCalculate(ruleInputs, recipients, reading);
    return { problems: this.#problems.list(), notes: this.#notes };
  }

  #readAndCalculate(ruleInputs: RuleInputs, recipients: RecipientInputs, reading: SnapshotReading): void {
    if (reading.format < Number(READER_VERSION)) {
      this.#calculateFromStored(ruleInputs, recipients, reading);
      return;
    }
    const snapshot = readRecordedExtract(ruleInputs, reading, this.#input.extract, this.#work);
    try {
      this.#checkReading(snapshot);
      if (this.#problems.count === 0) this.#calculate(ruleInputs, recipients, snapshot);
    } finally {
      snapshot.close();
    }
  }

  /**
   * A run of an earlier reading is calculated again from its stored register; its extract is held to that register as far
   * as it is read alike today.
   */
  #calculateFromStored(ruleInputs: RuleInputs, recipients: RecipientInputs, reading: SnapshotReading): void {
    const { extract, db } = this.#input;
    const { identity, reading: sealed } = this.#run.manifest;
    const code = sealed === undefined ? 'VERIFY_READING_UNKNOWN' : 'VERIFY_SNAPSHOT_DIFFERS';
    const found = earlierSnapshotId(this.#run, ruleInputs, reading, extract);
    this.#problems.compare(code, 'manifest.json', identity.snapshot_id, found);
    if (this.#problems.count > 0) return;
    const stored = storedRegister(this.#run, db);
    if (stored === undefined) {
      const folders = snapshotFolders(this.#run, db).join(', ');
      this.#notes.push(errorDetail('VERIFY_READING_NOT_STORED', { format: reading.format, folders }));
      return;
    }
    try {
      this.#notes.push(...readOtherwise(stored, ruleInputs, reading, { extract, work: this.#work }));
      this.#calculate(ruleInputs, recipients, stored);
    } finally {
      stored.close();
    }
  }

  /** What was read must be all that the run read, and be read in the same way. */
  #checkReading(snapshot: Snapshot): void {
    const { extract, identity, reading } = this.#run.manifest;
    for (const { name } of snapshot.files) {
      if (!extract.files.some((file) => file.name === name)) {
        this.#problems.add('VERIFY_EXTRACT_MORE', this.#input.extract, { name });
      }
    }
    if (this.#problems.count > 0) return;
    const code = reading === undefined ? 'VERIFY_READING_UNKNOWN' : 'VERIFY_SNAPSHOT_DIFFERS';
    this.#problems.compare(code, 'manifest.json', identity.snapshot_id, snapshot.snapshotId);
  }

  #calculate(ruleInputs: RuleInputs, recipients: RecipientInputs, snapshot: Snapshot): void {
    const leaves = personLeaves(this.#run);
    if (!leaves) return;
    const { key } = this.#input;
    const pseudonyms = key && pseudonymsOf(key);
    const persons = resolvePersons(this.#run, leaves, snapshot, pseudonyms);
    if (pseudonyms) this.#checkPseudonyms(persons, pseudonyms);
    const again = join(this.#work, basename(this.#run.folder));
    const { manifest } = this.#run;
    const { grant_year: grantYear, term, excluded, rehearsal, accepted } = manifest.identity;
    const previous = manifest.previous_batch;
    const posted = postedFromFolder(this.#run, persons);
    const cases = casesFromFolder(this.#run, persons);
    const { laterFindings } = calculateIntoFolder(
      {
        input: { grantYear, term: termOf(term), excluded },
        ruleInputs,
        accepted: accepted.map(acceptanceOf),
        ledger: {
          rehearsal,
          postedState: () => posted,
          batches: () => (previous ? [{ runId: previous.run_id, manifestHash: previous.manifest_sha256 }] : []),
        },
        snapshot,
        before: manifest.format === 1 ? undefined : beforeOfRecord(manifest.acceptance.before),
        key: key ?? new Uint8Array(32),
        build: programBuild(),
        pseudonyms: recordedPseudonyms(persons, key, manifest.identity.pseudonym_key_id),
      },
      {
        identity: this.#identity(ruleInputs, recipients, snapshot),
        recipients,
        cases,
        plan: { previousManifestHash: previous?.manifest_sha256 ?? '' },
        out: again,
      },
    );
    this.#notes.push(...laterKinds(manifest.format, laterFindings));
    this.#compare(again);
  }

  #identity(ruleInputs: RuleInputs, recipients: RecipientInputs, snapshot: Snapshot): RunIdentity {
    const { identity } = this.#run.manifest;
    return {
      grantYear: identity.grant_year,
      term: identity.term,
      asOf: parseDay(identity.as_of) ?? cutOffDate(identity.grant_year, identity.term),
      supplementNumber: identity.supplement,
      rehearsal: identity.rehearsal,
      snapshotId: snapshot.snapshotId,
      postingHead: identity.posting_head,
      rates: ruleInputs.rules.rates.rates,
      assumptions: ruleInputs.rules.assumptions.assumptions,
      limits: ruleInputs.rules.limits.limits,
      ruleLockSha256: ruleInputs.ruleLockSha256,
      tables: ruleInputs.tables,
      excluded: identity.excluded,
      accepted: identity.accepted,
      recipientsSha256: recipients.sha256,
      pseudonymKeyId: identity.pseudonym_key_id,
      casesSha256: identity.format === 1 ? '' : identity.cases_sha256,
      format: identity.format,
      ...(identity.format === 1 ? {} : { wants: wantsOf(identity.wants) }),
    };
  }

  /** Without the key, findings that name persons outside the trace cannot be put under their pseudonyms. */
  #compare(again: string): void {
    const skipped = new Set(KEYED_FILES);
    for (const { name } of this.#run.manifest.files) {
      if (skipped.has(name)) continue;
      if (name === 'findings.csv' && !this.#input.key) {
        skipped.add(name);
        compareFiles(this.#run.folder, again, name, this.#problems, 'person_ref');
      } else compareFiles(this.#run.folder, again, name, this.#problems);
    }
    if (!this.#input.key) {
      const columns = 'posted_before.csv person_ref, findings.csv person_ref, trace.persons, trace.tree';
      this.#notes.push(errorDetail('VERIFY_PSEUDONYMS_SKIPPED', { columns }));
    }
    this.#notes.push(...compareManifests(this.#run, again, skipped, this.#problems));
  }

  #checkPseudonyms(persons: ResolvedPersons, pseudonyms: Pseudonyms): void {
    let leaf = 0;
    for (const [pseudonym, id] of persons.idOf) {
      if (!persons.unnamed.has(id) && pseudonyms.of(id) !== pseudonym) {
        this.#problems.add('VERIFY_PSEUDONYM', TRACE_FILES.persons, { leaf });
      }
      leaf += 1;
    }
  }
}

/** Kinds of findings that the run was not searched for, as a note of what is not checked. */
function laterKinds(format: number, findings: readonly Finding[]): ErrorDetail[] {
  if (findings.length === 0) return [];
  const codes = [...new Set(findings.map(({ code }) => code))].sort().join(', ');
  return [errorDetail('VERIFY_FINDINGS_LATER', { format, count: findings.length, codes })];
}

/** The pseudonyms that the run gave; of persons whom its trace does not name, those of the key. */
function recordedPseudonyms(persons: ResolvedPersons, key: Uint8Array | undefined, keyId: string): Pseudonyms {
  const made = key && pseudonymsOf(key);
  return { keyId, of: (personId) => persons.pseudonymOf.get(personId) ?? made?.of(personId) ?? '' };
}

function wantsOf(wants: { appropriation_nok: number | ''; fewer_persons_percent: string }): WantedSettings {
  const { appropriation_nok: appropriation, fewer_persons_percent: percent } = wants;
  return { appropriationNok: appropriation === '' ? undefined : appropriation, fewerPersonsPercent: Number(percent) };
}

function termOf(term: number): 1 | 2 | 3 | 4 {
  return ([1, 2, 3, 4] as const).find((candidate) => candidate === term) ?? 1;
}
