import {
  executeScenarios,
  readScenarioFile,
  recipientPairs,
  recipientText,
  type ScenarioResult,
  scenarioJsonSchema,
  withSizingTools,
  writeScenarios,
} from '../../app';
import { formatDay, NO_RECIPIENT, NorsktilskuddError } from '../../domain';
import { detail } from '../answers/common';
import { type CliContext, say } from '../context';
import { at, epochDay, kroner, list, literal, object, oneOf, orNull, text, whole } from '../declare/answer';
import { command } from '../declare/command';
import { argumentList } from '../declare/flag';
import { path } from '../declare/kinds';
import { FLAGS } from '../flags/flags';
import * as sources from '../flags/sources';
import { percentText } from '../percent-text';
import { table } from '../view';

const recipient = object({ recipient_id: text, amount: kroner, base_amount: orNull(kroner) });
const scenario = object({
  name: text,
  grant_year: whole,
  as_of: epochDay,
  size: kroner,
  held: kroner,
  warnings: list(detail),
  base_size: at(({ base }: ScenarioResult) => base?.sizeNok, orNull(kroner)),
  difference: at(changeOf, orNull(kroner)),
  recipients: at(
    (result: ScenarioResult) =>
      recipientPairs(result).map(({ recipient: code, amountNok, baseNok }) => ({
        recipientId: recipientText(code),
        amountNok,
        baseAmountNok: result.base === undefined ? null : baseNok,
      })),
    list(recipient),
  ),
});
const scenarios = object({
  mark: literal('SCENARIO'),
  payable: literal(false),
  scenarios: at((results: readonly ScenarioResult[]) => results, list(scenario)),
});

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
  async run({ files, out, schema, ...input }, { commandName }) {
    if (schema) return 'schema';
    if (files.length === 0) {
      throw new NorsktilskuddError('usage', 'USAGE_MISSING_ARGUMENT', { argument: 'FILE', command: commandName });
    }
    const results = await withSizingTools(input, input, ({ defaults, shelf }) =>
      executeScenarios(files.map(readScenarioFile), defaults, shelf),
    );
    if (out !== undefined) writeScenarios(results, out);
    return results;
  },
  warnings: (results) => (results === 'schema' ? [] : results.flatMap(({ warnings }) => warnings)),
  json: oneOf([scenarios], (results: readonly ScenarioResult[] | 'schema', to) =>
    results === 'schema' ? JSON.parse(scenarioJsonSchema()) : scenarios.encode(results, to),
  ),
  text: (results, context) => (results === 'schema' ? scenarioJsonSchema() : scenariosText(results, context)),
});

function changeOf({ sizeNok, base }: ScenarioResult): number | undefined {
  return base === undefined ? undefined : sizeNok - base.sizeNok;
}

/** The scenarios for people: one row each, and what may not be done with them. */
function scenariosText(results: readonly ScenarioResult[], context: CliContext): string {
  const rows = results.map((result) => {
    const { name, grantYear, asOf, sizeNok, heldNok, base } = result;
    const change = changeOf(result) ?? '-';
    const percent = typeof change === 'string' ? '-' : percentText(change, base?.sizeNok ?? 0, context.language);
    const pairs =
      base === undefined ? [] : recipientPairs(result).filter(({ recipient: code }) => code !== NO_RECIPIENT);
    const gain = pairs.filter(({ amountNok, baseNok }) => amountNok > baseNok).length;
    const lose = pairs.filter(({ amountNok, baseNok }) => amountNok < baseNok).length;
    return [name, grantYear, formatDay(asOf), sizeNok, heldNok, change, percent, gain, lose];
  });
  const mark = say(context, 'scenario.scenario_cannot_paid');
  return `${mark}\n\n${table(context, 'scenario.columns_scenario', 'lllkkdrrr', rows)}`;
}
