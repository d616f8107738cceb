import type { Manifest } from '../manifest-schema';
import type { Problems } from './problems';
import type { TableRow } from './read-table';

/** A check that is fed row by row. */
export interface RowCheck {
  readonly take: (row: TableRow) => void;
  readonly finish: () => void;
}

/** Findings by severity against the manifest's counts. */
export function countFindings(manifest: Manifest, problems: Problems): RowCheck {
  const counts = new Map<string, number>();
  return {
    take: (row) => {
      const severity = row.text('severity');
      counts.set(severity, (counts.get(severity) ?? 0) + 1);
    },
    finish: () => {
      for (const [severity, sealed] of Object.entries(manifest.counts.findings)) {
        const params = { path: `counts.findings.${severity}`, of: 'findings.csv' };
        problems.compare('VERIFY_MANIFEST_FIGURE', 'manifest.json', counts.get(severity) ?? 0, sealed, params);
      }
    },
  };
}

/** Rejected rows, each counted once whatever its number of reasons, against the manifest's count. */
export function countRejected(manifest: Manifest, problems: Problems): RowCheck {
  let rows = 0;
  let before = '';
  return {
    take: (row) => {
      const place = `${row.text('file')} ${row.text('line')}`;
      if (row.text('line') !== '' && place !== before) rows += 1;
      before = place;
    },
    finish: () => {
      const params = { path: 'counts.rejected_rows', of: 'rejected.csv' };
      problems.compare('VERIFY_MANIFEST_FIGURE', 'manifest.json', rows, manifest.counts.rejected_rows, params);
    },
  };
}
