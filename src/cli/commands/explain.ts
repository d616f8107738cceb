import { type ExplainTarget, executeExplain, explainScenario } from '../../app';
import { NorsktilskuddError } from '../../domain';
import { explanationJson, renderExplanation } from '../../report';
import { command } from '../declare/command';
import { optionalArgument } from '../declare/flag';
import { text } from '../declare/kinds';
import type { Input } from '../declare/source';
import { FLAGS } from '../flags/flags';
import { lineOf, runOf } from '../flags/run-id';
import { SETTINGS } from '../flags/settings';
import * as sources from '../flags/sources';
import { columnsOf } from '../view';

const target = {
  line: lineOf(optionalArgument('line', '[line]', text)),
  person: FLAGS.person,
  recipient: FLAGS.recipient,
  component: FLAGS.component,
  batch: runOf(FLAGS.wholeRun),
} as const;

/** `explain`: why an amount, why nothing, where every figure comes from (data contract 5). */
export const explainCommand = command('explain', {
  examples: [
    'norsktilskudd explain 2018-T2-0123456789ab-17',
    'norsktilskudd explain --person 201212345603 --lang nb',
    'norsktilskudd explain --person 201212345603 --why-not',
    'norsktilskudd explain --person 201212345603 --scenario higher.json --extract extracts/2018-T4 --year 2018',
    'norsktilskudd explain --recipient 0301 --run 2018-T2-0123456789ab --format html',
  ],
  input: {
    ...target,
    runId: runOf(FLAGS.run),
    whyNot: FLAGS.whyNot,
    format: FLAGS.format,
    scenario: FLAGS.scenario,
    set: FLAGS.set,
    term: FLAGS.scenarioTerm,
    ...sources.sizing,
    actor: sources.actorIfNamed,
    pseudonymKeyFile: sources.pseudonymKeyFile,
    lang: sources.hidden(SETTINGS.lang.alone),
  },
  async run({ scenario, set, term, actor, ...input }, { terminal: { cwd } }) {
    const target = targetOf(input);
    const isScenario = scenario !== undefined || set.length > 0 || term !== undefined;
    if (!isScenario) return executeExplain({ ...input, actor, target });
    const request = { ...input, scenario, set, term, target, cwd };
    return { explanation: await explainScenario({ ...input, as: actor }, request), folder: undefined };
  },
  json: {
    schema: { $ref: '../../report/explanation/explanation.schema.json' },
    ending: '',
    encode: ({ explanation, folder }, { language }) => explanationJson(explanation, language, folder),
  },
  isAsItStands: ({ format }) => format === 'html' || format === 'json',
  text({ explanation, folder }, context, { format = 'text', lang }) {
    // Documents speak bokmål unless another language is asked for.
    const isAsked = lang !== undefined || context.terminal.env.NORSKTILSKUDD_LANG !== undefined;
    const language = format === 'html' && !isAsked ? 'nb' : context.language;
    return renderExplanation(explanation, format, language, folder, columnsOf(context));
  },
});

function targetOf({ line, person, recipient, component, batch }: Input<typeof target>): ExplainTarget {
  const targets: ExplainTarget[] = [
    ...(line === undefined ? [] : [{ kind: 'line', lineId: line } as const]),
    ...(person === undefined ? [] : [{ kind: 'person', person } as const]),
    ...(recipient === undefined ? [] : [{ kind: 'recipient', recipient } as const]),
    ...(component === undefined ? [] : [{ kind: 'component', component } as const]),
    ...(batch === undefined ? [] : [{ kind: 'batch', runId: batch } as const]),
  ];
  const [asked, ...others] = targets;
  if (asked === undefined || others.length > 0) throw new NorsktilskuddError('usage', 'EXPLAIN_WHAT');
  return asked;
}
