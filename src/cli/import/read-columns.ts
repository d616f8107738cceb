import { type ColumnMapping, parseColumnMapping } from '../../register';
import { readGivenFile } from '../read-given-file';

/** Reads the names of columns that --columns gives. Throws as readGivenFile and parseColumnMapping do. */
export function readColumns(file: string): ColumnMapping {
  return parseColumnMapping(readGivenFile(file, '--columns').toString('utf8'), file);
}
