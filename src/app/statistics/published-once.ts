import { join } from 'node:path';
import * as z from 'zod';
import { formatDay, JsonFault, NorsktilskuddError, parseJson, sha256Hex } from '../../domain';
import { makeFolder, nowUtc, pathExists, readText, writeWholeFile } from '../../effects';
import { statisticsRows } from './statistics-files';
import type { StatisticsReport } from './statistics-report';

/** What was published of a year, under its number. */
interface Publication {
  readonly as_of: string;
  readonly snapshot: string;
  readonly threshold: number;
  readonly sha256: string;
  readonly at: string;
  /** Why it was published again otherwise; empty for the first time. */
  readonly reason: string;
}

type Publications = Readonly<Record<string, readonly Publication[]>>;

/**
 * Writes down what is published of a year, before it is. The same again is nothing new. Anything else of that year is
 * refused: the difference of two publications can be one person, however well each is protected by itself. Where it must
 * be, a reason is given, and it stands beside the ledger.
 *
 * @throws NorsktilskuddError refused STATISTICS_PUBLISHED_OTHERWISE; verification STATISTICS_RECORD_DAMAGED
 */
export function publishOnce(db: string, report: StatisticsReport, reason: string): void {
  const file = join(`${db}.d`, 'statistics-published.json');
  const before = pathExists(file) ? publicationsIn(file) : {};
  const year = String(report.grantYear);
  const known = before[year] ?? [];
  const sha256 = sha256Hex(JSON.stringify(statisticsRows(report)));
  if (known.some((each) => each.sha256 === sha256)) return;
  const last = known.at(-1);
  if (last && reason === '') {
    throw new NorsktilskuddError('refused', 'STATISTICS_PUBLISHED_OTHERWISE', {
      year,
      asOf: last.as_of,
      publishedOn: last.at.slice(0, 10),
      file,
    });
  }
  const { snapshot, threshold, asOf } = report;
  const publication = { as_of: formatDay(asOf), snapshot, threshold, sha256, at: nowUtc(), reason };
  makeFolder(`${db}.d`);
  const after = { ...before, [year]: [...known, publication] };
  writeWholeFile(file, `${JSON.stringify(after, undefined, 2)}\n`, 0o600);
}

function publicationsIn(file: string): Publications {
  const damaged = new NorsktilskuddError('verification', 'STATISTICS_RECORD_DAMAGED', { file });
  try {
    const read = PUBLICATIONS.safeParse(parseJson(readText(file)));
    if (read.success) return read.data;
  } catch (cause) {
    if (!(cause instanceof JsonFault)) throw cause;
  }
  throw damaged;
}

const PUBLICATION = z.object({
  as_of: z.string(),
  snapshot: z.string(),
  threshold: z.number(),
  sha256: z.string(),
  at: z.string(),
  reason: z.string(),
});
const PUBLICATIONS = z.record(z.string(), z.array(PUBLICATION));
