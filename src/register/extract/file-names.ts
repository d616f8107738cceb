import { foldName, resemblesName, trimBlanks } from '../../domain';
import { TABLES, type TableName } from '../tables/table-spec';
import { TABLE_SPECS } from '../tables/table-specs';

const CSV = /\.csv$/i;
/** What a table may end with that was saved or sent in another form. */
const OTHER_FORM = /\.(?:csv|txt|tsv|xlsx?|ods)$/i;

/** Files that a table may be: what ends in `.csv` and is not hidden, as the copies that some systems keep beside files are. */
export function isTableFile(name: string): boolean {
  return CSV.test(trimBlanks(name)) && !name.startsWith('.');
}

/** Files under a name of a table, however it is written. */
export function filesOfTable(names: readonly string[], table: TableName): string[] {
  const forms = TABLE_SPECS[table].fileNames.map((name) => foldName(stem(name)));
  return names.filter((name) => isTableFile(name) && forms.includes(foldName(stem(name))));
}

/** Files whose name resembles that of a table, or is its name with another ending; those of another table are not. */
export function alikeFiles(names: readonly string[], table: TableName): string[] {
  const known = TABLE_SPECS[table].fileNames.map(stem);
  return names.filter((name) => {
    if (name.startsWith('.') || !(OTHER_FORM.test(trimBlanks(name)) || !name.includes('.'))) return false;
    const owner = TABLES.find((each) => TABLE_SPECS[each].fileNames.some((file) => isSame(stem(file), stem(name))));
    return owner === undefined ? known.some((each) => resemblesName(stem(name), each)) : owner === table;
  });
}

function isSame(first: string, second: string): boolean {
  return foldName(first) === foldName(second);
}

/** A name without its endings. */
function stem(name: string): string {
  let rest = trimBlanks(name);
  while (OTHER_FORM.test(rest)) rest = rest.replace(OTHER_FORM, '');
  return rest;
}

/** True for names that reading format 1 took for tables or told as unknown ones: all that end in `.csv`. */
export function isFormerTableName(name: string): boolean {
  return CSV.test(name);
}
