import {
  type ComparedCase,
  type Comparison,
  compareLines,
  compareOpening,
  comparePerson,
  executeCompare,
  keyIdsInUse,
  parseSide,
  protectionOf,
  type SizingTools,
  withSizingTools,
} from '../../app';
import { accessLogPath, logAccess, pseudonymsOf, readPseudonymKeyInUse } from '../../audit';
import { nowUtc } from '../../effects';
import { compareLinesJson, compareLinesText, type ShownPersons, writeLines } from '../compare/compare-lines';
import { tellOpeningComparison } from '../compare/compare-opening';
import { compareReportJson, compareReportText } from '../compare/compare-report';
import { writeComparison } from '../compare/compare-tables';
import { tellPerson } from '../compare/person-view';
import type { CliContext } from '../context';
import { command } from '../declare/command';
import { argument } from '../declare/flag';
import { text } from '../declare/kinds';
import { FLAGS } from '../flags/flags';
import { SETTINGS } from '../flags/settings';
import * as sources from '../flags/sources';
import { tellProtection } from '../privacy/tell-protection';
import { tellWarnings } from '../tell-warnings';

/** `compare`: two sizings beside each other, the difference split into effects that add up to the krone. */
export const compareCommand = command('compare', {
  examples: [
    'norsktilskudd compare 2018-T3-0123456789ab 2018-T4-0123456789ab',
    'norsktilskudd compare 2018 higher.json --extract extracts/2018-T4 --out compared/',
    'norsktilskudd compare extracts/2018-T4@2018 extracts/2019-T4@2019 --rates rates-2019.csv',
  ],
  input: {
    a: argument('side', '<a>', text),
    b: argument('otherSide', '<b>', text),
    ...sources.sizing,
    measure: FLAGS.measure,
    person: FLAGS.person,
    out: FLAGS.outFolder,
    as: SETTINGS.as,
    pseudonymKeyFile: sources.pseudonymKeyFile,
  },
  run: ({ a, b, measure, person, out, ...input }, context) =>
    withSizingTools(input, input, async (tools) => {
      const { cwd } = context.terminal;
      const opening = compareOpening(a, b, tools.installation.db);
      if (opening !== undefined) {
        tellOpeningComparison(opening, out, context);
        return;
      }
      const [one, other] = [parseSide(a, tools, cwd), parseSide(b, tools, cwd)];
      const comparison = executeCompare(one.size, other.size, tools);
      tellProtection(tools.shelf.protection, context);
      tellWarnings(comparison.warnings, context);
      if (person !== undefined) {
        tellPerson(comparePerson(comparison, person.revealNumber(), tools), comparison, context);
      } else if (measure === 'lines') tellLines(one, other, comparison, out, tools, context);
      else await tellSizes(comparison, out, tools, context);
    }),
});

async function tellSizes(
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

function tellLines(
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
