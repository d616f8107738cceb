import { csvRecords } from '../../domain';
import type { Section } from '../../report';
import type { RunContext } from '../run/run-context';

/** The gravest first; within a severity as the file has them, by code. */
const SEVERITIES = ['error', 'warning', 'info'];
const placeOf = (severity: string): number => SEVERITIES.indexOf(severity);

/** Findings of a run by severity and kind, of one kommune where one is given. */
export function findingSection(context: RunContext, id: string, kommune?: string): Section {
  const counts = new Map<string, { severity: string; code: string; count: number }>();
  for (const { cell } of csvRecords(context.sealedText('findings.csv'))) {
    if (kommune !== undefined && cell('kommune') !== kommune) continue;
    const [severity, code] = [cell('severity'), cell('code')];
    const known = counts.get(`${severity} ${code}`) ?? { severity, code, count: 0 };
    known.count += 1;
    counts.set(`${severity} ${code}`, known);
  }
  if (counts.size === 0) return { id: `${id}/findings`, title: 'SECTION_FINDINGS', steps: [] };
  return {
    id: `${id}/findings`,
    title: 'SECTION_FINDINGS',
    steps: [],
    table: {
      columns: [
        { name: 'severity', align: 'left' },
        { name: 'finding', align: 'left' },
        { name: 'count', align: 'right' },
      ],
      rows: [...counts.values()]
        .sort((a, b) => placeOf(a.severity) - placeOf(b.severity))
        .map(({ severity, code, count }) => [severity, code, count]),
    },
  };
}
