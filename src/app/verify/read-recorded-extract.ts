import { importAndOpen, type Snapshot, type SnapshotReading } from '../../register';
import { registerHashOf } from '../register/open-place';
import type { RuleInputs } from '../run/rule-inputs';

/** Reads an extract as a run read it, into a snapshot in the work folder. */
export function readRecordedExtract(
  ruleInputs: RuleInputs,
  reading: SnapshotReading,
  extract: string,
  work: string,
): Snapshot {
  return importAndOpen({
    folder: extract,
    snapshotFolder: work,
    places: ruleInputs.rules.places,
    registerHash: registerHashOf(ruleInputs),
    rejectLimitPercent: reading.rejectLimitPercent,
    columnMapping: reading.columns,
  }).snapshot;
}
