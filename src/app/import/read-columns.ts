import { type ColumnMapping, parseColumnMapping } from '../../register';
import { readGivenJson } from '../read-given-file';

/** Reads the names of columns that --columns gives. Throws as readGivenJson and parseColumnMapping do. */
export function readColumns(file: string): ColumnMapping {
  return parseColumnMapping(readGivenJson(file, '--columns').value, file);
}
