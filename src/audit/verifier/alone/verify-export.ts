/**
 * Checks one recipient's export of a run (norsktilskudd export-trace): plain Node, no packages; have
 * src/audit/export/EXPORT.md beside it. In this order (check-export):
 *
 *   1. index    the files and no other, each with its hash; the roots are those of the manifest
 *   2. proofs   every entry leads to its root (merkle)
 *   3. entries  payouts with their lines, and the parts of the trace, as the proofs hold them
 *   4. tables   netting, and the two tables, which are what the entries give and nothing else
 *   5. persons  the recipient's own persons by number, held to those lines (check-export-persons)
 *
 *   node verify-export.cjs FOLDER --manifest manifest.json [--seal HASH] [--persons FILE [--persons-seal HASH] [--key FILE]]
 *                          [--list] [--lang nb|en]
 *
 * --manifest  the published manifest of the run: the roots of its two hash trees are what everything is held to
 * --seal      SHA-256 of export.json as export-trace printed it: proofs show that what is here is true, the seal that all
 *             is here that was handed out
 * --persons   persons.csv of the folder beside (--persons): with --persons-seal its SHA-256 as export-trace printed it, for numbers,
 *             codes and reasons; with --key the pseudonym key of the installation, for the numbers alone
 * --list      prints the parts of the trace in the export as CSV
 *
 * Every fault is reported with its place. Exit code 0: everything checks; 5: something does not; 2: wrong use.
 */
import { type CheckedExport, checkExport, type ExportPart } from '../check-export';
import { checkExportPersons } from '../check-export-persons';
import { readWhole } from '../files';
import { keysOf, sha256 } from '../hashes';
import { DISK } from './disk';
import { Report, readArguments } from './report';

/** Checks what the arguments name; returns the exit code. */
export function main(args: readonly string[]): number {
  const call = readArguments(args, ['manifest', 'seal', 'persons', 'persons-seal', 'key'], ['list']);
  const [folder, ...others] = call?.given ?? [];
  const { manifest, seal, list, persons } = call?.flags ?? {};
  if (!call || folder === undefined || others.length > 0 || manifest === undefined) {
    console.error('node verify-export.cjs FOLDER --manifest manifest.json [--seal HASH]');
    console.error('    [--persons FILE [--persons-seal HASH] [--key FILE]] [--list] [--lang nb|en]');
    return 2;
  }
  const report = new Report(call.flags.lang);
  const checked = report.attempt(folder, (findings): CheckedExport | undefined => {
    const found = checkExport(DISK, folder, String(manifest), findings);
    if (seal !== undefined)
      findings.compare('EXPORT_DIFFERS', 'export.json', String(seal), found?.seal ?? '', { what: '--seal' });
    return found;
  });
  if (checked && persons !== undefined) checkPersons(String(persons), checked, call.flags, report);
  if (seal === undefined) report.say('alone.unsealed');
  if (list) printParts(checked?.parts ?? []);
  if (checked && checked.hidden > 0) report.say('alone.hidden', { count: checked.hidden });
  if (report.count === 0) report.say('alone.fine');
  else report.say('alone.faults', { count: report.count });
  return report.code;
}

/** The recipient's own persons, as far as proofs, seal and key go. */
function checkPersons(
  file: string,
  checked: CheckedExport,
  { 'persons-seal': seal, key: keyFile }: Readonly<Record<string, string | boolean | undefined>>,
  report: Report,
): void {
  const deleted = report.attempt(file, (findings) => {
    if (seal !== undefined) {
      const what = '--persons-seal';
      findings.compare('EXPORT_DIFFERS', file, String(seal), sha256(readWhole(DISK, file)), { what });
    }
    const text = keyFile === undefined ? '' : readWhole(DISK, String(keyFile)).toString('latin1').trim();
    const keys = text === '' ? undefined : keysOf(Buffer.from(text, 'hex'), checked.runId);
    return checkExportPersons(DISK, file, checked, findings, keys);
  });
  if (deleted !== undefined && deleted > 0) report.say('alone.persons_deleted', { lines: deleted });
  if (seal === undefined) report.say(keyFile === undefined ? 'alone.persons_unsealed' : 'alone.persons_reasons');
}

/** The parts as CSV. */
function printParts(parts: readonly ExportPart[]): void {
  if (parts[0]) console.log(Object.keys(parts[0]).join());
  for (const part of parts) console.log(Object.values(part).join());
}
