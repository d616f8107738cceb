import { adoptedLists, adoptList, diffList, LIST_KINDS, listRows, listStep, proposeList, signList } from '../../app';
import { formatDay } from '../../domain';
import { nowUtc } from '../../effects';
import { listKindWord } from '../../messages';
import { acceptedName } from '../answers/common';
import { say } from '../context';
import { at, day, flag, hash, kroner, list as listOf, object, optional, orNull, text, whole } from '../declare/answer';
import { command, commandGroup } from '../declare/command';
import { argument, required } from '../declare/flag';
import { choice, path } from '../declare/kinds';
import type { Problems } from '../declare/problems';
import { type Given, mapped } from '../declare/source';
import { FLAGS } from '../flags/flags';
import { SETTINGS } from '../flags/settings';
import * as sources from '../flags/sources';
import { diffAnswer, diffText, rowAnswer, signedText } from '../lists/list-diff-text';
import { versionsText } from '../lists/versions-text';

const EXAMPLES = [
  'norsktilskudd lists propose approvers --person kari.key.person.json --person ola.key.person.json --out approvers-1.json',
  'norsktilskudd lists propose rates --rates rates-2019.csv --out rates-1.json',
  'norsktilskudd lists propose tables --tables tables-2027 --out tables-1.json',
  'norsktilskudd lists diff rates-1.json',
  'norsktilskudd lists sign rates-1.json --as "Kari Kjører" --key kari.key',
  'norsktilskudd lists adopt rates-1.json --as kari',
];

const proposed = {
  kind: argument('listKind', '<kind>', choice(...LIST_KINDS)),
  persons: FLAGS.personFile,
  rights: FLAGS.right,
  rates: SETTINGS.rates,
  tables: FLAGS.tables,
  accept: FLAGS.accept,
  validFrom: mapped(FLAGS.validFrom, (day) => (day === undefined ? nowUtc().slice(0, 10) : formatDay(day))),
  out: required(FLAGS.listOut),
  db: sources.db,
} as const;

/** Each kind of list has its own flag, and needs it. */
function needsItsOwn({ kind, persons = [], tables, accept = [] }: Given<typeof proposed>, problems: Problems): void {
  if (kind === 'approvers') problems.demand(FLAGS.personFile.name, persons[0]);
  if (kind === 'tables') problems.demand(FLAGS.tables.name, tables);
  if (kind === 'assumptions') problems.demand(FLAGS.accept.name, accept[0]);
}

type Adopted = ReturnType<typeof adoptedLists>;
type Signed = ReturnType<typeof signList>;

const file = argument('list', '<file>', path);
const ofList = { kind: at('list.kind', text), version: at('list.version', whole), sha256: at('hash', hash) };
const adopted = object({
  kind: text,
  version: whole,
  valid_from: day,
  previous: text,
  approvers: text,
  persons: listOf(object({ name: text, public_key: text, roles: listOf(text), valid_from: text, valid_to: text })),
  rights: optional(listOf(object({ act: text, step: text, role: text, limit: at('limitNok', orNull(kroner)) }))),
  files: listOf(object({ name: text, sha256: hash })),
  accepted: optional(listOf(acceptedName)),
  signatures: listOf(object({ name: text, signature: text })),
  sha256: hash,
});

/** `lists propose|diff|sign|adopt|show`: who may sign, and which rates may be used, each approved by two persons. */
export const listsCommand = commandGroup('lists', EXAMPLES, {
  propose: command('lists.propose', {
    input: proposed,
    check: needsItsOwn,
    run: (input, { commandName }) => proposeList(input.db, input, commandName),
    json: object({ file: text, ...ofList }),
    text: ({ file: out, list: { kind, version }, hash }, context) =>
      say(context, 'lists.version_hash', { kind: listKindWord(kind, context.language), version, out, hash }),
    next: ({ file: out, list }, { db }) => ({ step: listStep(out, list, db) }),
  }),
  diff: command('lists.diff', {
    input: { file, db: sources.db },
    run: (input) => diffList(input.db, input.file),
    json: object({ file: text, ...ofList, ...diffAnswer }),
    text: diffText,
    next: ({ file: proposal, list, hash, before }, { db }) =>
      before?.hash === hash ? undefined : { step: listStep(proposal, list, db) },
  }),
  sign: command('lists.sign', {
    input: {
      file,
      name: sources.actor,
      keyFile: required(SETTINGS.keyFile),
      keyPassphrase: sources.signing.keyPassphrase,
      db: sources.hidden(sources.db),
    },
    run: (input) => signList(input.file, input),
    json: object({
      file: text,
      ...ofList,
      signed_by: at('names', listOf(text)),
      public_key: hash,
      rows: at(({ list }: Signed) => listRows(list), listOf(rowAnswer)),
    }),
    text: ({ list, hash, names, publicKey }, context) => [
      say(context, 'lists.version_signed', {
        kind: listKindWord(list.kind, context.language),
        version: list.version,
        names: names.join(', '),
      }),
      signedText(list, hash, publicKey, context),
    ],
    next: ({ file: signed, list }, { db }) => ({ step: listStep(signed, list, db) }),
  }),
  adopt: command('lists.adopt', {
    input: { file, actor: sources.actor, acceptClock: sources.acceptClock, db: sources.db },
    run: (input) => adoptList(input.db, input.file, input),
    json: object({ ...ofList, already: flag, journal_head: text }),
    text: ({ list: { kind, version }, already, journalHead: head }, context) =>
      say(context, already ? 'lists.adopted_already' : 'lists.adopted', {
        kind: listKindWord(kind, context.language),
        version,
        head,
      }),
    next: () => ({}),
  }),
  show: command('lists.show', {
    input: { db: sources.db },
    run: ({ db }) => adoptedLists(db),
    json: object({
      requires_signatures: flag,
      versions: at(
        ({ versions }: Adopted) => versions.flat().map(({ list, hash: sha256 }) => ({ ...list, sha256 })),
        listOf(adopted),
      ),
    }),
    text: ({ versions, requiresSignatures }, context) => [
      say(context, requiresSignatures ? 'lists.signatures_required' : 'lists.no_signatures_required'),
      ...versions.flatMap((kind) => (kind.length > 0 ? [`\n${versionsText(kind, context)}`] : [])),
    ],
  }),
});
