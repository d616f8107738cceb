import { basename, join } from 'node:path';
import { errorDetail, NorsktilskuddError } from '../../domain';
import { pathExists, writeWholeFile } from '../../effects';
import { readGivenFile, readGivenJson } from '../read-given-file';
import { loadShippedRules } from '../shipped-rules';
import { fillInFiles, rowsOf } from './make-installation';
import { ratesTemplate } from './template-files';

/** A year's sheet of rates beside the settings. */
export interface YearSheet {
  readonly files: readonly string[];
  /** Rates to be filled in; none where the program has every figure of the year. */
  readonly rates: number;
}

/**
 * Makes the sheet of rates of a further grant year in the folder of an installation, and names it and the year in the settings.
 * What else stands in the settings, ledger and recipients are left as they are.
 *
 * @param settings file of the settings
 * @throws NorsktilskuddError usage INIT_FILES_EXIST where the sheet is there already; input CONFIG_NOT_JSON
 */
export function addYearSheet(folder: string, settings: string, grantYear: number): YearSheet {
  const { rates: name } = fillInFiles(grantYear);
  const sheet = join(folder, name);
  if (pathExists(sheet)) {
    throw new NorsktilskuddError('usage', 'INIT_FILES_EXIST', { folder }, [
      errorDetail('FILE_EXISTS', { name: sheet }),
    ]);
  }
  const text = ratesTemplate(loadShippedRules(), grantYear);
  const rates = rowsOf(text);
  const { value } = readGivenJson(settings, '--config');
  const before = typeof value === 'object' && value !== null ? value : {};
  const named = 'rates' in before && Array.isArray(before.rates) ? before.rates.map(String) : [];
  const files = rates > 0 ? [...named, name] : named;
  const after = { ...before, ...(files.length > 0 ? { rates: files } : {}), grant_year: grantYear };
  if (rates > 0) writeWholeFile(sheet, text);
  writeWholeFile(settings, `${JSON.stringify(after, null, 2)}\n`);
  return { files: rates > 0 ? [sheet, settings] : [settings], rates };
}

/** Sheets of rates with cells that nobody has filled in, by their names. */
export function unfilledSheets(files: readonly string[], read: (file: string) => string): string[] {
  return files.filter((file) => pathExists(file) && hasEmptyValue(read(file))).map((file) => basename(file));
}

/**
 * Sheets that a run or an analysis of a year reads: all but those of later years alone that nobody has filled in yet, as `init --year` makes
 * them before the circular comes. What is of this year, such as a supplement, does not wait for them; without a year all are read.
 */
export function sheetsOfYear(files: readonly string[], grantYear: number | undefined): string[] {
  const isLater = (row: string): boolean => grantYear !== undefined && Number(row.split(/[,;]/)[1]) > grantYear;
  return files.filter((file) => {
    const text = pathExists(file) ? readGivenFile(file, '--rates').toString() : '';
    return !(hasEmptyValue(text) && dataRows(text).every(isLater));
  });
}

/** A row without a value, as `init` makes them; a run tells of each. */
function hasEmptyValue(text: string): boolean {
  return dataRows(text).some((row) => row.split(/[,;]/)[3] === '');
}

function dataRows(text: string): string[] {
  return text
    .split(/\r?\n/)
    .slice(1)
    .filter((row) => row.trim() !== '');
}
