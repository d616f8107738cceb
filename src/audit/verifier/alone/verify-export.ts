/**
 * Checks one recipient's export of a run (norsktilskudd export-trace): plain Node, no packages; have
 * src/audit/export/EXPORT.md beside it. In this order (check-export):
 *
 *   1. index    the files and no other, each with its hash; the roots are those of the manifest
 *   2. proofs   every entry leads to its root (merkle)
 *   3. entries  payouts with their lines, and the parts of the trace, as the proofs hold them
 *   4. tables   netting, and the two tables, which are what the entries give and nothing else
 *
 *   node verify-export.cjs FOLDER --manifest manifest.json [--seal HASH] [--list] [--lang nb|en]
 *
 * --manifest  the published manifest of the run: the roots of its two hash trees are what everything is held to
 * --seal      SHA-256 of export.json as export-trace printed it: proofs show that what is here is true, the seal that all
 *             is here that was handed out
 * --list      prints the parts of the trace in the export as CSV
 *
 * Every fault is reported with its place. Exit code 0: everything checks; 5: something does not; 2: wrong use.
 */
import { type CheckedExport, checkExport, type ExportPart } from '../check-export';
import { DISK } from './disk';
import { Report, readArguments } from './report';

/** Checks what the arguments name; returns the exit code. */
export function main(args: readonly string[]): number {
  const call = readArguments(args, ['manifest', 'seal'], ['list']);
  const [folder, ...others] = call?.given ?? [];
  const { manifest, seal, list } = call?.flags ?? {};
  if (!call || folder === undefined || others.length > 0 || manifest === undefined) {
    console.error('node verify-export.cjs FOLDER --manifest manifest.json [--seal HASH] [--list] [--lang nb|en]');
    return 2;
  }
  const report = new Report(call.flags.lang);
  const checked = report.attempt(folder, (findings): CheckedExport | undefined => {
    const found = checkExport(DISK, folder, String(manifest), findings);
    if (seal !== undefined)
      findings.compare('EXPORT_DIFFERS', 'export.json', String(seal), found?.seal ?? '', { what: '--seal' });
    return found;
  });
  if (seal === undefined) report.say('alone.unsealed');
  if (list) printParts(checked?.parts ?? []);
  if (checked && checked.hidden > 0) report.say('alone.hidden', { count: checked.hidden });
  if (report.count === 0) report.say('alone.fine');
  else report.say('alone.faults', { count: report.count });
  return report.code;
}

/** The parts as CSV. */
function printParts(parts: readonly ExportPart[]): void {
  if (parts[0]) console.log(Object.keys(parts[0]).join());
  for (const part of parts) console.log(Object.values(part).join());
}
