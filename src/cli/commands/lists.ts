import { formatDay } from '../../domain';
import { nowUtc } from '../../effects';
import { LIST_KINDS } from '../../ledger';
import { command, commandGroup } from '../declare/command';
import { argument, required } from '../declare/flag';
import { choice, path } from '../declare/kinds';
import type { Problems } from '../declare/problems';
import { type Given, mapped } from '../declare/source';
import { FLAGS } from '../flags/flags';
import { SETTINGS } from '../flags/settings';
import * as sources from '../flags/sources';
import { adoptListFile } from '../lists/adopt-list-file';
import { tellProposal } from '../lists/propose-list';
import { showLists } from '../lists/show-lists';
import { signListFile } from '../lists/sign-list-file';

const EXAMPLES = [
  'norsktilskudd lists propose approvers --person kari.key.person.json --person ola.key.person.json --out approvers-1.json',
  'norsktilskudd lists propose rates --rates rates-2019.csv --out rates-1.json',
  'norsktilskudd lists propose tables --tables tables-2027 --out tables-1.json',
  'norsktilskudd lists sign rates-1.json --as "Kari Kjører" --key kari.key',
  'norsktilskudd lists adopt rates-1.json --as kari',
];

const proposed = {
  kind: argument('listKind', '<kind>', choice(...LIST_KINDS)),
  personFiles: FLAGS.personFile,
  rates: SETTINGS.rates,
  tables: FLAGS.tables,
  accept: FLAGS.accept,
  validFrom: mapped(FLAGS.validFrom, (day) => (day === undefined ? nowUtc().slice(0, 10) : formatDay(day))),
  out: required(FLAGS.listOut),
  db: sources.db,
} as const;

/** Each kind of list has its own flag, and needs it. */
function needsItsOwn(
  { kind, personFiles = [], tables, accept = [] }: Given<typeof proposed>,
  problems: Problems,
): void {
  if (kind === 'approvers') problems.demand(FLAGS.personFile.name, personFiles[0]);
  if (kind === 'tables') problems.demand(FLAGS.tables.name, tables);
  if (kind === 'assumptions') problems.demand(FLAGS.accept.name, accept[0]);
}

const list = argument('list', '<file>', path);

/** `lists propose|sign|adopt|show`: who may sign, and which rates may be used, each approved by two persons. */
export const listsCommand = commandGroup('lists', EXAMPLES, {
  propose: command('lists.propose', { input: proposed, check: needsItsOwn, run: tellProposal }),
  sign: command('lists.sign', {
    input: {
      file: list,
      name: sources.actor,
      keyFile: required(SETTINGS.keyFile),
      keyPassphrase: sources.signing.keyPassphrase,
    },
    run: signListFile,
  }),
  adopt: command('lists.adopt', {
    input: { file: list, actor: sources.actor, clock: sources.clock, db: sources.db },
    run: adoptListFile,
  }),
  show: command('lists.show', { input: { db: sources.db }, run: ({ db }, context) => showLists(db, context) }),
});
