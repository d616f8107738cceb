import { countDateOf, type RuleSet } from '../../../rules';
import { CountWatch, eachPersonOfBlock, QualityCheck, RowsAfterTaking } from '../../analysis';
import {
  asDay,
  type Day,
  type ErrorDetail,
  type Finding,
  formatDay,
  lastDayOfYear,
  type RunRequest,
  yearOf,
} from '../../domain';
import { discardTree, makeWorkFolder } from '../../effects';
import { contextOf } from '../../engine';
import {
  ExtractRejected,
  importAndOpen,
  type LoweredLimits,
  type ProgressListener,
  rejectDetails,
  type Snapshot,
} from '../../register';
import { type FindingGroup, groupFindings } from '../import/finding-groups';
import { type ImportReport, importReport } from '../import/import-report';
import { importOptions } from '../register/open-place';
import { readRuleInputs } from '../run/rule-inputs';
import { RegisterSummary } from './register-summary';

/** What a user asked `doctor` for. Paths are absolute. */
export interface DoctorInput {
  readonly extract: string;
  readonly columns: string | undefined;
  readonly readingLimits: LoweredLimits;
  /** Grant year whose facts are looked at; undefined: the year in which the extract was taken. */
  readonly grantYear: number | undefined;
  readonly onProgress: ProgressListener;
}

/** What is in an extract and what is odd about it. */
export interface DoctorReport {
  /** Undefined where a whole file is at fault, so that nothing more can be reported. */
  readonly content: { readonly imported: ImportReport; readonly summary: RegisterSummary } | undefined;
  readonly grantYear: number;
  /** `YYYY-MM-DD` */
  readonly asOf: string;
  /** What cannot be read, a kind at a time. */
  readonly rejected: readonly ErrorDetail[];
  readonly rejectedRows: number;
  readonly findings: readonly FindingGroup[];
}

/** Looks an extract over without a ledger; nothing is kept. */
export function executeDoctor(input: DoctorInput): DoctorReport {
  const ruleInputs = readRuleInputs([]);
  const folder = makeWorkFolder('doctor');
  try {
    const reading = { ...input, ruleInputs, snapshotFolder: folder, rejectLimitPercent: 100 };
    const { result, snapshot } = importAndOpen(importOptions(input.extract, reading));
    try {
      return lookOver(input, snapshot, importReport(result, snapshot, 0, undefined), ruleInputs.rules);
    } finally {
      snapshot.close();
    }
  } catch (cause) {
    if (!(cause instanceof ExtractRejected)) throw cause;
    return unreadable(input, cause);
  } finally {
    discardTree(folder);
  }
}

function lookOver(input: DoctorInput, snapshot: Snapshot, imported: ImportReport, rules: RuleSet): DoctorReport {
  const summary = new RegisterSummary();
  for (const block of snapshot.blocks()) summary.add(block);
  const taken: Day = asDay(snapshot.takenAt ?? summary.lastRegistered);
  const grantYear = input.grantYear ?? yearOf(taken);
  const asOf = asDay(Math.min(taken, lastDayOfYear(grantYear)));
  const odd = oddFacts(snapshot, { grantYear, term: 4, asOf, excluded: [] }, rules);
  return {
    content: { imported, summary },
    grantYear,
    asOf: formatDay(asOf),
    rejected: rejectDetails(snapshot.rejects()),
    rejectedRows: imported.rejectedRows,
    findings: groupFindings([...snapshot.findings(), ...odd], snapshot.fileNames),
  };
}

/** What the persons of the register show without any rates. */
function oddFacts(snapshot: Snapshot, request: RunRequest & { readonly asOf: Day }, rules: RuleSet): Finding[] {
  const quality = new QualityCheck(request, rules);
  const afterTaking = new RowsAfterTaking(snapshot.takenAt, request.asOf);
  const count = new CountWatch(
    contextOf(request.grantYear, request, rules),
    rules.places.translationTo(asDay(countDateOf(request.grantYear, rules.limits))),
  );
  for (const block of snapshot.blocks()) {
    afterTaking.observe(block);
    eachPersonOfBlock(block, request.asOf, (person) => {
      quality.observe(person);
      count.observe(person);
    });
  }
  return [...quality.finishPersons(), ...afterTaking.finish(snapshot), ...count.finish()];
}

function unreadable(input: DoctorInput, { details, params, findings }: ExtractRejected): DoctorReport {
  return {
    content: undefined,
    grantYear: input.grantYear ?? 0,
    asOf: '',
    rejected: details,
    rejectedRows: typeof params.rows === 'number' ? params.rows : 0,
    findings: groupFindings(findings),
  };
}
