import { resolve } from 'node:path';
import { compareLines } from '../../app/compare/compare-lines';
import { compareOpening } from '../../app/compare/compare-opening';
import { comparePerson } from '../../app/compare/compare-person';
import { type Comparison, executeCompare } from '../../app/compare/execute-compare';
import { type ComparedCase, parseSide } from '../../app/compare/parse-side';
import { protectionOf } from '../../app/compare/protected-persons';
import type { SizingTools } from '../../app/facts/sizing-tools';
import { keyIdsInUse } from '../../app/privacy/keys-in-use';
import { accessLogPath, logAccess, pseudonymsOf, readPseudonymKeyInUse } from '../../audit';
import { PersonId } from '../../domain';
import { nowUtc } from '../../effects';
import type { CommandModule } from '../command-table';
import { compareLinesJson, compareLinesText, type ShownPersons, writeLines } from '../compare/compare-lines';
import { tellOpeningComparison } from '../compare/compare-opening';
import { compareReportJson, compareReportText } from '../compare/compare-report';
import { writeComparison } from '../compare/compare-tables';
import { tellPerson } from '../compare/person-view';
import { type CliContext, say } from '../context';
import { examplesText } from '../examples-text';
import { SIZING_FLAGS, withSizingFlags } from '../facts/sizing-tools';
import { FlagReader } from '../flag-reader';
import { addFlags } from '../flag-table';
import { tellProtection } from '../privacy/tell-protection';
import type { RegisterFlags } from '../register/register-flags';
import { tellWarnings } from '../tell-warnings';

interface CompareFlags extends RegisterFlags {
  readonly measure?: string;
  readonly person?: string;
  readonly out?: string;
}

/** `compare`: two sizings beside each other, the difference split into effects that add up to the krone. */
export const compareCommand: CommandModule = {
  configure(command, context) {
    command
      .description(
        say(context, {
          nb: 'Sammenlikner to kjøringer, scenarioer, uttrekk eller år: endringen delt i personer, data, regler og satser.',
          en: 'Compares two runs, scenarios, extracts or years: the difference split into population, data, rule and rate.',
        }),
      )
      .addHelpText(
        'before',
        examplesText(context, [
          'norsktilskudd compare 2018-T3-0123456789ab 2018-T4-0123456789ab',
          'norsktilskudd compare 2018 higher.json --extract extracts/2018-T4 --out compared/',
          'norsktilskudd compare extracts/2018-T4@2018 extracts/2019-T4@2019 --rates rates-2019.csv',
        ]),
      )
      .argument(
        '<a>',
        say(context, { nb: 'kjøring, FIL.json, MAPPE@ÅR eller ÅR', en: 'run, FILE.json, FOLDER@YEAR or YEAR' }),
      )
      .argument('<b>', say(context, { nb: 'det samme', en: 'the same' }))
      .action((a: string, b: string, flags: CompareFlags) => compare(a, b, flags, context));
    addFlags(command, context, ...SIZING_FLAGS, 'measure', 'person', 'outFolder', 'as', 'pseudonymKeyFile', 'json');
  },
};

function compare(a: string, b: string, flags: CompareFlags, context: CliContext): Promise<void> {
  const reader = new FlagReader();
  const measure = reader.choice('--measure', flags.measure, ['size', 'lines'] as const, 'size');
  const personId = flags.person === undefined ? undefined : PersonId.parse(flags.person)?.revealNumber();
  if (flags.person !== undefined && personId === undefined) {
    reader.problem('FLAG_NO_DUF_NUMBER', { flag: '--person' });
  }
  reader.finish(context.commandName);
  return withSizingFlags(flags, context, async (tools) => {
    const opening = compareOpening(a, b, tools.installation.db);
    if (opening !== undefined) {
      const out = flags.out === undefined ? undefined : resolve(context.terminal.cwd, flags.out);
      tellOpeningComparison(opening, out, context);
      return;
    }
    const [one, other] = [a, b].map((side) => parseSide(side, tools, context.terminal.cwd));
    if (one === undefined || other === undefined) return;
    const comparison = executeCompare(one.size, other.size, tools);
    tellProtection(tools.shelf.protection, context);
    tellWarnings(comparison.warnings, context);
    if (personId !== undefined) tellPerson(comparePerson(comparison, personId, tools), comparison, context);
    else if (measure === 'lines') tellLines(one, other, comparison, flags.out, tools, context);
    else await tellSizes(comparison, flags, tools, context);
  });
}

async function tellSizes(
  comparison: Comparison,
  flags: CompareFlags,
  tools: SizingTools,
  context: CliContext,
): Promise<void> {
  const { terminal } = context;
  const { places } = tools.defaults.rules;
  if (flags.out !== undefined) {
    const folder = resolve(terminal.cwd, flags.out);
    logExport(comparison, tools, ['persons.csv']);
    await writeComparison(comparison, shownPersons(comparison, tools), places, folder, context);
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
    writeLines(rows, shownPersons(comparison, tools), resolve(context.terminal.cwd, out));
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
