import { type Finding, type FindingCode, type Severity, visibleText } from '../../domain';

/** Findings of one code about one column of one file, or about kommuner. */
export interface FindingGroup {
  readonly severity: Severity;
  readonly code: FindingCode;
  times: number;
  /** First places: `persons.csv:12 (national_id)`, or the numbers of the kommuner; none where there is no place. */
  readonly places: string[];
  /** The one in the first place. */
  readonly first: Finding;
}

const PLACES = 3;
/** Kommuner are named in greater number: each is one finding. */
const KOMMUNER = 12;
const SEVERITIES: readonly Severity[] = ['error', 'warning', 'info'];

/**
 * Findings in groups: errors, then warnings, then notes; within these in the order in which they first came. Places in
 * the order of their lines.
 *
 * @param fileNames names of the extract's files by English table name
 */
export function groupFindings(
  findings: Iterable<Finding>,
  fileNames: Readonly<Record<string, string>> = {},
): FindingGroup[] {
  const groups = new Map<string, { times: number; first: Finding[] }>();
  for (const found of findings) {
    const key = keyOf(found);
    const group = groups.get(key) ?? { times: 0, first: [] };
    groups.set(key, group);
    group.times += 1;
    const most = found.file === '' ? KOMMUNER : PLACES;
    const last = group.first.at(-1);
    if (group.first.length === most && last !== undefined && last.line <= found.line) continue;
    group.first.push(found);
    group.first.sort((one, other) => one.line - other.line);
    group.first.length = Math.min(group.first.length, most);
  }
  const all = [...groups.values()].flatMap(({ times, first }): FindingGroup[] => {
    const [lead] = first;
    if (lead === undefined) return [];
    return [{ severity: lead.severity, code: lead.code, times, first: lead, places: placesOf(first, fileNames) }];
  });
  return SEVERITIES.flatMap((severity) => all.filter((group) => group.severity === severity));
}

/** Findings without a row and a kommune are told apart by their values. */
function keyOf({ severity, code, file, line, column, kommune, params }: Finding): string {
  const values = line === 0 && kommune === '' ? JSON.stringify(params) : '';
  return [severity, code, file, column, values].join('\n');
}

function placesOf(findings: readonly Finding[], fileNames: Readonly<Record<string, string>>): string[] {
  return findings.flatMap(({ file, line, column, kommune }) => {
    if (file === '') return kommune === '' ? [] : [kommune];
    const place = `${fileNames[file] ?? file}${line === 0 ? '' : `:${line}`}${column === '' ? '' : ` (${column})`}`;
    return [visibleText(place)];
  });
}
