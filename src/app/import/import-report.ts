import { asDay, formatDay, type Severity } from '../../domain';
import type { ImportResult, Snapshot } from '../../register';
import { type FindingGroup, groupFindings } from './finding-groups';

/** A file of the extract as it was read. */
export interface ImportedFile {
  readonly table: string;
  readonly file: string;
  readonly bytes: number;
  readonly rows: number;
  readonly rejectedRows: number;
  readonly encoding: string;
  readonly sha256: string;
}

/** What an import came to, for people and programs. */
export interface ImportReport {
  readonly snapshotId: string;
  readonly path: string;
  /** True where the same extract had been read before. */
  readonly stored: boolean;
  /** Where a damaged snapshot of the extract was set aside; undefined for none. */
  readonly damagedPath: string | undefined;
  /** `YYYY-MM-DD`, empty where the extract does not say. */
  readonly takenAt: string;
  readonly source: string;
  readonly persons: number;
  /** Data rows of all tables, the rejected ones included. */
  readonly rows: number;
  readonly rejectedRows: number;
  readonly files: readonly ImportedFile[];
  readonly findings: Readonly<Record<Severity, number>>;
  readonly findingGroups: readonly FindingGroup[];
  readonly milliseconds: number;
  /** Folder with rejected.csv and findings.csv; undefined for none. */
  readonly out: string | undefined;
}

export function importReport(
  result: ImportResult,
  snapshot: Snapshot,
  milliseconds: number,
  out: string | undefined,
): ImportReport {
  const findings: Record<Severity, number> = { error: 0, warning: 0, info: 0 };
  for (const found of snapshot.findings()) findings[found.severity] += 1;
  const { rejectedRows, meta, takenAt } = snapshot;
  const files = snapshot.files.map(({ table, name, bytes, rows, encoding, sha256 }) => {
    return { table, file: name, bytes, rows, rejectedRows: rejectedRows[table] ?? 0, encoding, sha256 };
  });
  return {
    snapshotId: result.snapshotId,
    path: result.path,
    stored: result.stored,
    damagedPath: result.damagedPath,
    takenAt: takenAt === null ? '' : formatDay(asDay(takenAt)),
    source: meta.source,
    persons: snapshot.personCount,
    rows: files.reduce((sum, file) => sum + file.rows, 0),
    rejectedRows: Object.values(rejectedRows).reduce((sum, rows) => sum + rows, 0),
    files,
    findings,
    findingGroups: groupFindings(snapshot.findings(), snapshot.fileNames),
    milliseconds,
    out,
  };
}
