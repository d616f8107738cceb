import { executeScenarios, type ScenarioResult, scenariosOfLine, scenarioTables, withSizingTools } from '../../app';
import { NorsktilskuddError } from '../../domain';
import { command } from '../declare/command';
import { argumentList } from '../declare/flag';
import * as kind from '../declare/kinds';
import { FLAGS } from '../flags/flags';
import { SETTINGS } from '../flags/settings';
import * as sources from '../flags/sources';
import { type Group, groupCode, groupName } from '../scenario/group-names';
import { scenariosJson } from '../scenario/scenario-json';
import { scenariosText } from '../scenario/scenario-text';
import { tablesWanted, writeTables } from '../tables/write-tables';

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
  ...sources.sizing,
  ...sources.unseenActor,
  tables: tablesWanted,
  schema: FLAGS.schema,
} as const;

/** `scenario`: what a sizing would be under another law, from files or in a line. Never payable, never in a ledger. */
export const scenarioCommand = command('scenario', {
  examples: [
    'norsktilskudd scenario --set persontilskudd.year2/high=+3% --extract extracts/2018-T4 --year 2018',
    'norsktilskudd scenario --set persontilskudd.decision_within_days=90 --by fylke --extract extracts/2018-T4 --year 2018',
    'norsktilskudd scenario --stack higher.json,grunntilskudd.steps=1-5:low --extract extracts/2018-T4 --year 2018',
    'norsktilskudd scenario --solve persontilskudd --appropriation 310000000 --extract extracts/2018-T4 --year 2018',
    'norsktilskudd scenario higher.json by-months.json --extract extracts/2018-T4 --year 2018',
    'norsktilskudd scenario --schema',
  ],
  input,
  async run({ files, set, only, uprate, stack, baseline, solve, appropriation, by, tables, schema, ...rest }, context) {
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
    const steps = stack.flatMap(partsOfStack);
    const isStack = steps.length > 0;
    const line = { set, only, uprate, stack: steps, solve };
    const sum = solve && { component: solve, sumNok: appropriation ?? 0 };
    const scenarios = await withSizingTools(rest, rest, ({ defaults, shelf }) => {
      return executeScenarios(scenariosOfLine(files, line, cwd), defaults, shelf, {
        baseline,
        isStack,
        by,
        solve: sum,
      });
    });
    const group = ({ answer: { by: divided }, nameOf }: ScenarioResult, place: number): Group => ({
      group: place,
      by: divided,
      nameOf,
    });
    const namesOf = (result: ScenarioResult, place: number): [string, string] => {
      const one = group(result, place);
      return [groupCode(one), groupName(one, context)];
    };
    await writeTables(tables, () => scenarioTables(scenarios, namesOf), context);
    return { isStack, scenarios };
  },
  warnings: (answer) => (answer === 'schema' ? [] : answer.scenarios.flatMap(({ warnings }) => warnings)),
  json: scenariosJson,
  text: scenariosText,
});

/** Steps between commas; a comma within a value (`1-5:low,6-200:high`) parts nothing. */
function partsOfStack(text: string): string[] {
  return text.split(/,(?=[^,]*(?:=|\.json))/).filter((part) => part !== '');
}
