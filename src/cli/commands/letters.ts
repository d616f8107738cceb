import { checkLetters, type LettersCheck, writeLetters } from '../../app';
import { type Day, formatDay, NorsktilskuddError } from '../../domain';
import { detail } from '../answers/common';
import { say } from '../context';
import { day, flag, hash, kroner, list, object, text, whole } from '../declare/answer';
import { command, commandGroup } from '../declare/command';
import { argument } from '../declare/flag';
import * as kind from '../declare/kinds';
import { mapped } from '../declare/source';
import { FLAGS } from '../flags/flags';
import { runOf } from '../flags/run-id';
import { SETTINGS } from '../flags/settings';
import * as sources from '../flags/sources';
import { whileStepping } from '../step-display';

const EXAMPLES = [
  'norsktilskudd letters write 2018-T2-0123456789ab --date 2018-07-02 --archive-case 2018/123 --as kari',
  'norsktilskudd letters write 2018-T2-0123456789ab --recipient 4601 --language en --pdf --as kari',
  'norsktilskudd letters check 2018-T2-0123456789ab',
];

const run = runOf(argument('run', '<run>', kind.text));
const asText = (on: Day | undefined): string | undefined => (on === undefined ? undefined : formatDay(on));

/** `letters write|check`: grant letters and lists of persons of a posted run. */
export const lettersCommand = commandGroup('letters', EXAMPLES, {
  write: command('letters.write', {
    input: {
      runId: run,
      recipients: FLAGS.letterTo,
      date: mapped(FLAGS.letterDate, asText),
      on: mapped(FLAGS.plannedDay, asText),
      language: FLAGS.letterLanguage,
      archiveCase: FLAGS.archiveCase,
      isPdf: FLAGS.pdf,
      chromium: sources.hidden(SETTINGS.chromium),
      out: FLAGS.lettersOut,
      texts: FLAGS.letterTexts,
      db: sources.db,
      actor: sources.actor,
      letters: sources.hidden(SETTINGS.letters),
      payment: sources.hidden(SETTINGS.payment),
    },
    run: (input, context) =>
      whileStepping(context, (show) =>
        writeLetters({ ...input, onStep: (step, done, of) => show(`letters.step.${step}`, done, of) }),
      ),
    json: object({
      run_id: text,
      rehearsal: flag,
      date: day,
      shared: text,
      restricted: text,
      letters: whole,
      files: whole,
      paid: kroner,
      seal: hash,
    }),
    text: ({ rehearsal, ...written }, context) => [
      rehearsal ? say(context, 'letters.rehearsal') : '',
      say(context, 'letters.written', written),
    ],
    next: ({ runId }) => ({ runId }),
  }),
  check: command('letters.check', {
    input: { runId: run, out: FLAGS.lettersOut, db: sources.db },
    run: ({ db, runId, out }) => checkLetters(db, runId, out),
    json: object({
      run_id: text,
      folder: text,
      letters: whole,
      checked: list(text),
      paid: kroner,
      faults: list(detail),
    }),
    text: ({ runId, letters, paidNok, faults }: LettersCheck, context) =>
      faults.length > 0 ? '' : say(context, 'letters.checked', { runId, letters, paidNok }),
    end: ({ runId, folder, faults }) => {
      if (faults.length > 0)
        throw new NorsktilskuddError('verification', 'LETTERS_CHECK_FAILED', { runId, folder }, faults);
    },
  }),
});
