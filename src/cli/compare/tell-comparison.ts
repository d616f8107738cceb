import {
  type ComparedCase,
  type Comparison,
  compareLines,
  keyIdsInUse,
  protectionOf,
  type SizingTools,
} from '../../app';
import { accessLogPath, logAccess, pseudonymsOf, readPseudonymKeyInUse } from '../../audit';
import { nowUtc } from '../../effects';
import type { CliContext } from '../context';
import { compareLinesJson, compareLinesText, type ShownPersons, writeLines } from './compare-lines';
import { compareReportJson, compareReportText } from './compare-report';
import { writeComparison } from './compare-tables';

/** Tells two sizings beside each other, and writes their tables where a folder is given. */
export async function tellSizes(
  comparison: Comparison,
  out: string | undefined,
  tools: SizingTools,
  context: CliContext,
): Promise<void> {
  const { terminal } = context;
  const { places } = tools.defaults.rules;
  if (out !== undefined) {
    logExport(comparison, tools, ['persons.csv']);
    await writeComparison(comparison, shownPersons(comparison, tools), places, out, context);
  }
  terminal.out(context.json ? compareReportJson(comparison) : compareReportText(comparison, places, context));
}

/** The same line by line. */
export function tellLines(
  one: ComparedCase,
  other: ComparedCase,
  comparison: Comparison,
  out: string | undefined,
  tools: SizingTools,
  context: CliContext,
): void {
  const rows = compareLines(one, other, comparison, tools);
  if (out !== undefined) {
    logExport(comparison, tools, ['lines.csv']);
    writeLines(rows, shownPersons(comparison, tools), out);
  }
  if (context.json) {
    logExport(comparison, tools, ['lines']);
    context.terminal.out(compareLinesJson(rows, comparison, shownPersons(comparison, tools)));
  } else context.terminal.out(compareLinesText(rows, comparison, context));
}

/** What names persons, if only by pseudonym, is logged before it is handed out. */
function logExport({ a, b }: Comparison, { installation }: SizingTools, files: readonly string[]): void {
  const subjects = [a.label, b.label, ...files];
  logAccess(accessLogPath(installation.db), {
    kind: 'export',
    actor: installation.as ?? '',
    at: nowUtc(),
    runId: '',
    subjects,
  });
}

function shownPersons(comparison: Comparison, tools: SizingTools): ShownPersons {
  return { pseudonym: pseudonyms(tools).of, isProtected: protectionOf(comparison, tools.shelf) };
}

function pseudonyms({ installation }: SizingTools): ReturnType<typeof pseudonymsOf> {
  return pseudonymsOf(readPseudonymKeyInUse(installation.pseudonymKeyFile, keyIdsInUse(installation.db)));
}
