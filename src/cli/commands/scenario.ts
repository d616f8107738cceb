import {
  executeScenarios,
  expectLooker,
  reportScenarios,
  type ScenarioResult,
  scenarioMicro,
  scenariosOfLine,
  scenarioTables,
  withSizingTools,
} from '../../app';
import { NorsktilskuddError } from '../../domain';
import type { CliContext } from '../context';
import { command } from '../declare/command';
import { argumentList } from '../declare/flag';
import * as kind from '../declare/kinds';
import { FLAGS } from '../flags/flags';
import { SETTINGS } from '../flags/settings';
import * as sources from '../flags/sources';
import { tellProtection } from '../privacy/tell-protection';
import { type Group, groupCode, groupName } from '../scenario/group-names';
import { scenariosJson } from '../scenario/scenario-json';
import { scenariosText } from '../scenario/scenario-text';
import { refuseMicroWithoutTables, tablesWanted, writeTables } from '../tables/write-tables';

const input = {
  files: argumentList('scenarioFile', '[files...]', kind.text),
  set: FLAGS.set,
  only: FLAGS.only,
  uprate: FLAGS.uprate,
  baseline: FLAGS.baseline,
  stack: FLAGS.stack,
  solve: FLAGS.solve,
  appropriation: SETTINGS.appropriation.alone,
  by: FLAGS.by,
  term: FLAGS.scenarioTerm,
  ...sources.sizing,
  as: SETTINGS.as,
  pseudonymKeyFile: sources.pseudonymKeyFile,
  micro: FLAGS.micro,
  tables: tablesWanted,
  report: FLAGS.reportFolder,
  schema: FLAGS.schema,
} as const;

/** `scenario`: what a sizing would be under another law, from files or in a line. Never payable, never in a ledger. */
export const scenarioCommand = command('scenario', {
  examples: [
    'norsktilskudd scenario --set persontilskudd.year2/high=+3% --extract extracts/2018-T4 --year 2018',
    'norsktilskudd scenario --set persontilskudd.decision_within_days=90 --by fylke --extract extracts/2018-T4 --year 2018',
    'norsktilskudd scenario --stack higher.json,grunntilskudd.steps=1-5:low --extract extracts/2018-T4 --year 2018',
    'norsktilskudd scenario --set terms.shares=four_terms --term 2 --extract extracts/2018-T4 --year 2018',
    'norsktilskudd scenario --solve persontilskudd --appropriation 310000000 --extract extracts/2018-T4 --year 2018',
    'norsktilskudd scenario higher.json by-months.json --extract extracts/2018-T4 --year 2018',
    'norsktilskudd scenario higher.json --extract extracts/2018-T4 --year 2018 --report pages --as kari',
    'norsktilskudd scenario --schema',
  ],
  input,
  async run(
    { files, set, only, uprate, stack, baseline, solve, appropriation, by, micro, tables, report, schema, ...rest },
    context,
  ) {
    if (schema) return 'schema';
    const { cwd } = context.terminal;
    const asked = [files, set, only, stack].some((words) => words.length > 0);
    if (!asked && [uprate, baseline, solve, by].every((flag) => flag === undefined)) {
      throw new NorsktilskuddError('usage', 'USAGE_MISSING_ARGUMENT', {
        argument: 'FILE',
        command: context.commandName,
      });
    }
    if ((solve === undefined) !== (appropriation === undefined)) {
      const flag = solve === undefined ? '--solve' : '--appropriation';
      throw new NorsktilskuddError('usage', 'FLAG_MISSING', { flag });
    }
    if (report !== undefined) expectLooker(rest);
    const steps = stack.flatMap(partsOfStack);
    const isStack = steps.length > 0;
    const line = { set, only, uprate, stack: steps, solve };
    const sum = solve && { component: solve, sumNok: appropriation ?? 0 };
    refuseMicroWithoutTables(micro, tables);
    return withSizingTools(rest, rest, async (tools) => {
      const asked = scenariosOfLine(files, line, cwd);
      const options = { baseline, isStack, by, solve: sum };
      const scenarios = executeScenarios(asked, tools.defaults, tools.shelf, options);
      if (micro) tellProtection(tools.shelf.protection, context);
      const persons = micro ? scenarioMicro(scenarios, tools) : undefined;
      await writeTables(
        tables,
        () => scenarioTables(scenarios, (result, place) => namesOfGroup(result, place, context), persons),
        context,
      );
      const pages = report === undefined ? undefined : await reportScenarios(asked, tools, options, report);
      return { isStack, scenarios, report: pages };
    });
  },
  warnings: (answer) => (answer === 'schema' ? [] : answer.scenarios.flatMap(({ warnings }) => warnings)),
  json: scenariosJson,
  isAsItStands: ({ schema }) => schema,
  text: scenariosText,
});

/** Steps between commas; a comma within a value (`1-5:low,6-200:high`) parts nothing. */
function partsOfStack(text: string): string[] {
  return text.split(/,(?=[^,]*(?:=|\.json))/).filter((part) => part !== '');
}

/** Code and name of a group that an answer is divided by. */
function namesOfGroup(
  { answer: { by }, nameOf }: ScenarioResult,
  place: number,
  context: CliContext,
): [code: string, name: string] {
  const one: Group = { group: place, by, nameOf };
  return [groupCode(one), groupName(one, context)];
}
