import { basename, join } from 'node:path';
import { type Findings, RECIPIENTS_COPY, type RunContents } from '../../audit';
import { pathExists } from '../../effects';
import { cutOffDate } from '../../engine';
import type { ColumnMapping, SnapshotReading } from '../../register';
import { readColumns } from '../import/read-columns';
import { type RecipientInputs, readRecipients } from '../run/rule-inputs';

/** Files and limits that a user gives anew; a run holds its own, so that none is needed. */
export interface GivenInputs {
  readonly recipients: string | undefined;
  readonly columns: string | undefined;
  /** undefined: not given. */
  readonly rejectLimitPercent: number | undefined;
}

const MANIFEST = 'manifest.json';
/** Format of reading of the runs whose manifest names none. */
const FIRST_READING = 1;

/** The recipients file of a run: its own copy, or the one given, which must be the same. */
export function recordedRecipients(run: RunContents, given: GivenInputs, problems: Findings): RecipientInputs {
  const { identity, files, inputs } = run.manifest;
  const copy = join(run.folder, RECIPIENTS_COPY);
  const own = files.some((file) => file.name === RECIPIENTS_COPY) && pathExists(copy) ? copy : undefined;
  const recipients = readRecipients(given.recipients ?? own, cutOffDate(identity.grant_year, identity.term));
  const sealed = identity.recipients_sha256;
  if (recipients.sha256 !== sealed) {
    const { sha256: found } = recipients;
    if (given.recipients !== undefined) {
      const had = inputs.find((file) => file.sha256 === sealed)?.name ?? '';
      otherThanGiven(problems, '--recipients', basename(given.recipients), had);
    } else if (own === undefined) problems.add('VERIFY_RECIPIENTS_NEEDED', MANIFEST, { expected: sealed });
    else problems.add('VERIFY_INPUT_DIFFERS', RECIPIENTS_COPY, { name: RECIPIENTS_COPY, expected: sealed, found });
  }
  return { ...recipients, files: inputs.filter((file) => file.sha256 === recipients.sha256) };
}

/** How the extract of a run was read: as its manifest says, and as the flags say where they are given. */
export function recordedReading(run: RunContents, given: GivenInputs, problems: Findings): SnapshotReading {
  const { reading } = run.manifest;
  const columns = given.columns === undefined ? undefined : readColumns(given.columns);
  if (reading === undefined) {
    return { format: FIRST_READING, columns: columns ?? {}, rejectLimitPercent: given.rejectLimitPercent ?? null };
  }
  const sealed = reading.reject_limit_percent;
  const limit = given.rejectLimitPercent?.toString() ?? sealed;
  if (limit !== sealed) otherThanGiven(problems, '--reject-limit', limit, sealed);
  if (columns !== undefined && namesOf(columns) !== namesOf(reading.columns)) {
    otherThanGiven(problems, '--columns', basename(given.columns ?? ''), namesOf(reading.columns));
  }
  const format = 'format' in reading ? reading.format : FIRST_READING;
  return { format, columns: reading.columns, rejectLimitPercent: sealed === '' ? null : Number(sealed) };
}

/**
 * A flag that is not what the run used is a fault: who gives it believes that the run used it.
 *
 * @param had what the run used, empty for nothing
 */
export function otherThanGiven(problems: Findings, flag: string, value: string, had: string): void {
  if (had === '') problems.add('VERIFY_FLAG_UNUSED', MANIFEST, { flag, given: value });
  else problems.add('VERIFY_FLAG_DIFFERS', MANIFEST, { flag, given: value, had });
}

function namesOf(columns: ColumnMapping): string {
  return Object.entries(columns)
    .flatMap(([table, names]) => Object.entries(names).map(([column, name]) => `${table}.${column}=${name}`))
    .sort()
    .join(', ');
}
