import { type ErrorDetail, errorDetail } from '../../domain';
import type { Snapshot } from '../../register';

/**
 * Whom an answer leaves out because rows of the extract could not be read: the persons concerned count nowhere, rejected
 * hours rows are only missing hours.
 */
export function leftOutWarnings(snapshot: Pick<Snapshot, 'rejectedRows'>): ErrorDetail[] {
  const { hours = 0, ...tables } = snapshot.rejectedRows;
  const others = Object.entries(tables).filter(([, rows]) => rows > 0);
  const rows = others.reduce((sum, [, count]) => sum + count, 0);
  const names = others.map(([table, count]) => `${table} ${count}`).join(', ');
  return [
    ...(rows > 0 ? [errorDetail('PERSONS_LEFT_OUT', { rows, tables: names })] : []),
    ...(hours > 0 ? [errorDetail('HOURS_LEFT_OUT', { rows: hours })] : []),
  ];
}
