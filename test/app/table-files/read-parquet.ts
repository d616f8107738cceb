import { readFileSync } from 'node:fs';

/** What of hyparquet is used; its own types are for ES modules alone. */
const {
  parquetReadObjects,
}: { parquetReadObjects(options: { readonly file: ArrayBuffer }): Promise<Record<string, unknown>[]> } =
  require('hyparquet');

/** Rows of a Parquet file; days as `YYYY-MM-DD`. */
export async function parquetRows(path: string): Promise<Record<string, unknown>[]> {
  const file = Uint8Array.from(readFileSync(path)).buffer;
  const rows = await parquetReadObjects({ file });
  return rows.map((row) =>
    Object.fromEntries(
      Object.entries(row).map(([name, value]) => [
        name,
        value instanceof Date ? value.toISOString().slice(0, 10) : value,
      ]),
    ),
  );
}
