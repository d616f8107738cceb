import { type TableKind, type TableSet, writeTableFiles } from '../../app';
import { NorsktilskuddError } from '../../domain';
import type { CliContext } from '../context';
import { combine } from '../declare/source';
import { FLAGS } from '../flags/flags';

/** Where tables go, and as what. */
export interface TablesWanted {
  readonly folder: string;
  readonly kind: TableKind;
}

/** `--out FOLDER` with `--table KIND`; undefined where no tables are wanted. */
export const tablesWanted = combine({ out: FLAGS.tablesOut, kind: FLAGS.tableKind }, ({ out, kind }, problems) => {
  if (out === undefined && kind !== undefined) problems.missing(FLAGS.tablesOut.name);
  return out === undefined ? undefined : { folder: out, kind: kind ?? ('csv' as const) };
});

/** Writes the tables of a command, where they are wanted; a workbook says by which call. */
export async function writeTables(
  wanted: TablesWanted | undefined,
  tables: () => TableSet,
  { language, call = '' }: CliContext,
): Promise<void> {
  if (wanted === undefined) return;
  const { front, ...set } = tables();
  const facts = [...front.facts, ['tables.fact.call', call] as const];
  await writeTableFiles(wanted.folder, { ...set, front: { ...front, facts } }, { kind: wanted.kind, language });
}

/** @throws NorsktilskuddError usage FLAG_MISSING: persons are listed in a file alone */
export function refuseMicroWithoutTables(isMicro: boolean, wanted: TablesWanted | undefined): void {
  if (isMicro && wanted === undefined) throw new NorsktilskuddError('usage', 'FLAG_MISSING', { flag: '--out' });
}
