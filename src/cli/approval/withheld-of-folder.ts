import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { z } from 'zod';
import { pathExists, readText } from '../../effects';
import { sumWithheld, type Withheld } from './withheld';

const heldRows = z.array(z.object({ person_ref: z.string(), held_amount: z.string(), reason: z.string() }));

/** Withheld persons by reason, as held.csv of a run folder has them; none where the folder has no such file. */
export function withheldOf(runFolder: string): Withheld[] {
  const path = join(runFolder, 'held.csv');
  if (runFolder === '' || !pathExists(path)) return [];
  const rows = heldRows.parse(parse(readText(path), { columns: true }));
  return sumWithheld(
    rows.map(({ person_ref: person, held_amount: amount, reason }) => ({ person, reason, sumNok: Number(amount) })),
  );
}
