import { type Exceptions, exceptions, exceptionsTables } from '../../app';
import { explainWord, letterWord } from '../../messages';
import { type CliContext, say } from '../context';
import { at, kroner, list, object, orNull, text, whole } from '../declare/answer';
import { command } from '../declare/command';
import { FLAGS } from '../flags/flags';
import * as sources from '../flags/sources';
import { headFields, headsText } from '../heads-text';
import { tablesWanted, writeTables } from '../tables/write-tables';
import { table } from '../view';

const run = object({
  run_id: text,
  grant_year: whole,
  term: whole,
  run_at: text,
  approved_at: text,
  hours: whole,
  run_by: text,
  approved_by: text,
  accepted: whole,
});
const held = object({
  reason: text,
  runs: whole,
  since: text,
  amounts: whole,
  persons: whole,
  held_nok: at('heldNok', orNull(kroner)),
});
const correction = object({
  grant_year: whole,
  component: text,
  cause: text,
  lines: whole,
  persons: whole,
  more_nok: at('moreNok', orNull(kroner)),
  less_nok: at('lessNok', orNull(kroner)),
});
const acts = object({ actor: text, role: text, runs: whole, paid_nok: at('paidNok', kroner) });

/** `exceptions`: what stands out of several posted runs. */
export const exceptionsCommand = command('exceptions', {
  examples: [
    'norsktilskudd exceptions',
    'norsktilskudd exceptions --year 2018',
    'norsktilskudd exceptions --out standing-out --table xlsx',
  ],
  input: { grantYear: FLAGS.year, db: sources.db, tables: tablesWanted },
  async run({ db, grantYear, tables }, context) {
    const found = exceptions(db, grantYear);
    await writeTables(tables, () => exceptionsTables(found, grantYear), context);
    return found;
  },
  json: object({
    runs: list(run),
    held: list(held),
    corrections: list(correction),
    acts: list(acts),
    ...headFields,
  }),
  text: exceptionsText,
});

function exceptionsText(found: Exceptions, context: CliContext): string[] {
  const { language } = context;
  const day = (time: string): string => time.slice(0, 16).replace('T', ' ');
  return [
    table(
      context,
      'exceptions.columns_run',
      'lllrlln',
      found.runs.map((row) => [
        ...[row.runId, day(row.runAt), day(row.approvedAt), row.hours],
        ...[row.runBy, row.approvedBy, row.accepted],
      ]),
    ),
    `\n${say(context, 'exceptions.held', { count: found.held.length })}`,
    found.held.length === 0
      ? ''
      : table(
          context,
          'exceptions.columns_held',
          'lnlnnk',
          found.held.map((row) => [
            ...[explainWord(row.reason, language), row.runs, row.since, row.amounts, row.persons],
            row.heldNok ?? '-',
          ]),
        ),
    `\n${say(context, 'exceptions.corrections', { count: found.corrections.length })}`,
    found.corrections.length === 0
      ? ''
      : table(
          context,
          'exceptions.columns_correction',
          'lllnnkk',
          found.corrections.map((row) => [
            ...[
              row.grantYear,
              explainWord(row.component, language),
              row.cause === 'various'
                ? explainWord(row.cause, language)
                : letterWord('cause', row.cause, 'cause.other', language),
            ],
            ...[row.lines, row.persons, row.moreNok ?? '-', row.lessNok ?? '-'],
          ]),
        ),
    `\n${table(
      context,
      'exceptions.columns_acts',
      'llnk',
      found.acts.map((row) => [row.actor, say(context, `exceptions.role_${row.role}`), row.runs, row.paidNok]),
    )}`,
    headsText(found, context),
  ];
}
