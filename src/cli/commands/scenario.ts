import { executeScenarios, readScenarioFile, scenarioJsonSchema, withSizingTools } from '../../app';
import { NorsktilskuddError } from '../../domain';
import { command } from '../declare/command';
import { argumentList } from '../declare/flag';
import { path } from '../declare/kinds';
import { FLAGS } from '../flags/flags';
import * as sources from '../flags/sources';
import { scenarioReportJson, scenarioReportText, writeScenarioFolder } from '../scenario/scenario-report';
import { tellWarnings } from '../tell-warnings';

/** `scenario`: what a sizing would be at other rates or choices. Never payable, never in a ledger. */
export const scenarioCommand = command('scenario', {
  examples: [
    'norsktilskudd scenario higher.json by-months.json --extract extracts/2018-T4 --year 2018',
    'norsktilskudd scenario --schema',
  ],
  input: {
    files: argumentList('scenarioFile', '[files...]', path),
    ...sources.sizing,
    ...sources.unseenActor,
    out: FLAGS.outFolder,
    schema: FLAGS.schema,
  },
  async run({ files, out, schema, ...input }, context) {
    const { terminal } = context;
    if (schema) {
      terminal.out(scenarioJsonSchema());
      return;
    }
    if (files.length === 0) {
      const params = { argument: 'FILE', command: context.commandName };
      throw new NorsktilskuddError('usage', 'USAGE_MISSING_ARGUMENT', params);
    }
    const results = await withSizingTools(input, input, ({ defaults, shelf }) =>
      executeScenarios(files.map(readScenarioFile), defaults, shelf),
    );
    tellWarnings(
      results.flatMap(({ warnings }) => warnings),
      context,
    );
    if (out !== undefined) writeScenarioFolder(results, out);
    terminal.out(context.json ? scenarioReportJson(results) : scenarioReportText(results, context));
  },
});
