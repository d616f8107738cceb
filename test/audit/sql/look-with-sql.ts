import { z } from 'zod';
import { command } from '../verify/two-terms';

const ANSWER = z.object({ sql: z.object({ compared: z.number() }) });

/** Verifies a run in SQL and from its extract alone, with nothing given that the run had; what is wrong as text. */
export async function lookWithSql(out: string, extract: string, work: string): Promise<string[]> {
  const {
    code,
    out: text,
    err,
  } = await command(work, 'verify', out, '--db', 'ledger.db', '--sql', '--extract', extract);
  if (code === 0) return ANSWER.parse(JSON.parse(text)).sql.compared >= 0 ? [] : ['nothing compared'];
  return [`verify ended with ${code}: ${err}${text}`.slice(0, 3000)];
}
