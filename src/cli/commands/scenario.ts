import { resolve } from 'node:path';
import { executeScenarios } from '../../app/scenario/execute-scenarios';
import { readScenarioFile, scenarioJsonSchema } from '../../app/scenario/scenario-file';
import { NorsktilskuddError } from '../../domain';
import type { CommandModule } from '../command-table';
import { type CliContext, say } from '../context';
import { examplesText } from '../examples-text';
import { SIZING_FLAGS, withSizingFlags } from '../facts/sizing-tools';
import { addFlags } from '../flag-table';
import type { RegisterFlags } from '../register/register-flags';
import { scenarioReportJson, scenarioReportText, writeScenarioFolder } from '../scenario/scenario-report';
import { tellWarnings } from '../tell-warnings';

interface ScenarioFlags extends RegisterFlags {
  readonly out?: string;
  readonly schema?: boolean;
}

/** `scenario`: what a sizing would be at other rates or choices. Never payable, never in a ledger. */
export const scenarioCommand: CommandModule = {
  configure(command, context) {
    command
      .description(
        say(context, {
          nb: 'Beregner scenarioer over et uttrekk: andre satser, andre valg, utelatte tilskudd. Kan aldri utbetales.',
          en: 'Works scenarios out over an extract: other rates, other choices, components left out. Never payable.',
        }),
      )
      .addHelpText(
        'before',
        examplesText(context, [
          'norsktilskudd scenario higher.json by-months.json --extract extracts/2018-T4 --year 2018',
          'norsktilskudd scenario --schema',
        ]),
      )
      .argument('[files...]', say(context, { nb: 'scenariofiler (JSON)', en: 'scenario files (JSON)' }))
      .action((files: readonly string[], flags: ScenarioFlags) => scenario(files, flags, context));
    addFlags(command, context, ...SIZING_FLAGS, 'outFolder', 'schema', 'json');
  },
};

async function scenario(files: readonly string[], flags: ScenarioFlags, context: CliContext): Promise<void> {
  const { terminal } = context;
  if (flags.schema === true) {
    terminal.out(scenarioJsonSchema());
    return;
  }
  if (files.length === 0) {
    const params = { argument: 'FILE', command: context.commandName };
    throw new NorsktilskuddError('usage', 'USAGE_MISSING_ARGUMENT', params);
  }
  const results = await withSizingFlags(flags, context, ({ defaults, shelf }) =>
    executeScenarios(
      files.map((file) => readScenarioFile(resolve(terminal.cwd, file))),
      defaults,
      shelf,
    ),
  );
  tellWarnings(
    results.flatMap(({ warnings }) => warnings),
    context,
  );
  if (flags.out !== undefined) writeScenarioFolder(results, resolve(terminal.cwd, flags.out));
  terminal.out(context.json ? scenarioReportJson(results) : scenarioReportText(results, context));
}
