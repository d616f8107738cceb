import { resolve } from 'node:path';
import { executeSample, type SampleReport } from '../../app/sample/execute-sample';
import { type RecordReport, recordOutcome } from '../../app/sample/record-outcome';
import { sampleResults } from '../../app/sample/sample-results';
import { OUTCOME_RESULTS } from '../../audit/sample/outcomes';
import { formatKroner } from '../../domain';
import { explainWord } from '../../messages/explain/explain-text';
import type { CommandModule } from '../command-table';
import { loadSettings, type SettingFlags, type Settings } from '../config/settings';
import { type CliContext, say } from '../context';
import { examplesText } from '../examples-text';
import { FlagReader } from '../flag-reader';
import { addFlags } from '../flag-table';
import { folderReadText } from '../folder-read';
import { resultsJson, resultsText } from '../sample/results-text';
import { textTable } from '../text-table';

interface SampleFlags extends SettingFlags {
  readonly seed?: string;
  readonly size?: string;
  readonly byAmount?: boolean;
  readonly out?: string;
  readonly item?: string;
  readonly result?: string;
  readonly note?: string;
  readonly correct?: string;
}

const SIZE = 30;
const SIZE_MOST = 2000;

const FLAGS = [
  'sampleSeed',
  'sampleSize',
  'byAmount',
  'item',
  'result',
  'note',
  'correct',
  'sampleOut',
  'db',
  'as',
  'pseudonymKeyFile',
  'json',
] as const;

/** `sample`: a control sample of a run; `sample record`: what a controller found. */
export const sampleCommand: CommandModule = {
  configure(command, context) {
    command
      .description(
        say(context, {
          nb: 'Trekker et kontrollutvalg av en kjøring: med sjekkliste og hver linje forklart. Med record føres det som ble funnet; results viser feil og anslag for hele kjøringen.',
          en: 'Draws a control sample of a run: with a checklist and every line explained. With record what was found is noted; results shows errors and what they come to for the whole run.',
        }),
      )
      .addHelpText(
        'before',
        examplesText(context, [
          'norsktilskudd sample 2018-T1-0123456789ab --seed manifest --by-amount --size 30 --as kari',
          'norsktilskudd sample record 2018-T1-0123456789ab --item 2018-T1-0123456789ab-17 --result ok --as kari',
          'norsktilskudd sample results 2018-T1-0123456789ab',
        ]),
      )
      .argument('<run>', say(context, { nb: 'kjøringen, record eller results', en: 'the run, record or results' }))
      .argument(
        '[recorded]',
        say(context, { nb: 'kjøringen, etter record eller results', en: 'the run, after record or results' }),
      )
      .action((run: string, recorded: string | undefined, flags: SampleFlags) => {
        const settings = loadSettings(flags, context.terminal);
        if (run === 'record') record(recorded, flags, settings, context);
        else if (run === 'results') results(recorded, flags, settings, context);
        else draw(run, flags, settings, context);
      });
    addFlags(command, context, ...FLAGS);
  },
};

function draw(runId: string, flags: SampleFlags, settings: Settings, context: CliContext): void {
  const reader = new FlagReader();
  const input = {
    db: settings.db,
    runId,
    seed: flags.seed === undefined ? 'manifest' : reader.freeText('--seed', flags.seed),
    size: reader.whole('--size', flags.size, SIZE, SIZE_MOST),
    byAmount: flags.byAmount ?? false,
    out: flags.out === undefined ? undefined : resolve(context.terminal.cwd, flags.out),
    pseudonymKeyFile: settings.pseudonymKeyFile,
    language: context.language,
    actor: reader.required('--as', settings.as),
  };
  reader.finish(context.commandName);
  const report = executeSample(input);
  context.terminal.out(context.json ? drawnJson(report) : drawnText(report, context));
}

function drawnJson({ folder, readFrom, drawn, population, already }: SampleReport): string {
  const items = drawn.map(({ item, inclusionMillionths }) => ({
    item: item.id,
    stratum: item.stratum,
    amount: item.stratum === 'protected' ? null : item.amountNok,
    inclusion_millionths: inclusionMillionths,
  }));
  return `${JSON.stringify({ folder, read_from: readFrom, population, already, items })}\n`;
}

function drawnText(report: SampleReport, context: CliContext): string {
  const { folder, readFrom, drawn, population, already } = report;
  const columns = say(context, { nb: 'nr|hva|gruppe|tilskudd|beløp', en: 'no|what|stratum|component|amount' }).split(
    '|',
  );
  const rows = drawn.map(({ item }, place) => [
    String(place + 1),
    item.id,
    explainWord(`stratum_${item.stratum}`, context.language),
    explainWord(item.component, context.language),
    item.stratum === 'protected' ? '-' : formatKroner(item.amountNok),
  ]);
  const counts = say(context, {
    nb: `\n${drawn.length} av ${population}, i ${folder}${already ? ' (fra før)' : ''}\n`,
    en: `\n${drawn.length} of ${population}, in ${folder}${already ? ' (already there)' : ''}\n`,
  });
  return `${textTable(columns, 'rlllr', rows)}${counts}${folderReadText(readFrom, context)}`;
}

function record(runId: string | undefined, flags: SampleFlags, settings: Settings, context: CliContext): void {
  const reader = new FlagReader();
  const input = {
    db: settings.db,
    runId: reader.required('RUN', runId),
    item: reader.required('--item', flags.item),
    result: reader.choice('--result', reader.required('--result', flags.result), OUTCOME_RESULTS, 'unclear'),
    note: reader.freeText('--note', flags.note),
    correctNok: reader.amount('--correct', flags.correct),
    out: flags.out === undefined ? undefined : resolve(context.terminal.cwd, flags.out),
    actor: reader.required('--as', settings.as),
  };
  reader.finish(context.commandName);
  const report = recordOutcome(input);
  context.terminal.out(context.json ? recordedJson(report) : recordedText(report, context));
}

function results(runId: string | undefined, flags: SampleFlags, settings: Settings, context: CliContext): void {
  const reader = new FlagReader();
  const run = reader.required('RUN', runId);
  reader.finish(context.commandName);
  const out = flags.out === undefined ? undefined : resolve(context.terminal.cwd, flags.out);
  const report = sampleResults({ db: settings.db, runId: run, out });
  context.terminal.out(context.json ? resultsJson(report) : resultsText(report, context));
}

function recordedJson({ folder, items, controlled, errors, unclear, errorNok }: RecordReport): string {
  return `${JSON.stringify({ folder, items, controlled, errors, unclear, error_amount: errorNok })}\n`;
}

function recordedText({ items, controlled, errors, unclear, errorNok }: RecordReport, context: CliContext): string {
  const text = {
    nb: '{controlled} av {items} kontrollert: {errors|feil|feil} ({errorNok}), {unclear|uklar|uklare}.\n',
    en: '{controlled} of {items} controlled: {errors|error|errors} ({errorNok}), {unclear|unclear|unclear}.\n',
  };
  return say(context, text, { items, controlled, errors, unclear, errorNok });
}
