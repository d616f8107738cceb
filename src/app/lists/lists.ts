import { basename, join } from 'node:path';
import { isReleased, shippedTables } from '../../../rules';
import {
  makeSigningKey,
  parseListFile,
  parsePersonFile,
  readSigningKey,
  SHIPPED_RATES,
  SHIPPED_RATES_ON_LIST,
  writeListFile,
  writePersonFile,
} from '../../audit';
import { errorDetail, NorsktilskuddError, sha256Hex } from '../../domain';
import { nowUtc, pathExists } from '../../effects';
import {
  type AdoptedList,
  actorKey,
  LIST_KINDS,
  type ListedFile,
  type ListedRight,
  type ListKind,
  listHash,
  listText,
  type SignedList,
  type SigningRole,
} from '../../ledger';
import { type Act, type Acted, actBy, withLedger } from '../acts/act';
import { readGivenFile } from '../read-given-file';
import { type Acceptance, isSpecialAcceptance, readAcceptances } from '../run/acceptance';
import { readRuleInputs } from '../run/rule-inputs';
import { loadShippedRules } from '../shipped-rules';
import { LETTER_TEXTS_FILE, readTables } from '../tables/read-tables';

/** The next version of a list, to be signed by two. */
export interface ListProposal {
  readonly kind: ListKind;
  /** File that it is written to; nothing may be there. */
  readonly out: string;
  /** `YYYY-MM-DD` */
  readonly validFrom: string;
  /** Of approvers: a file of each person. */
  readonly persons: readonly string[];
  /** Of approvers: who may do what, up to which amount, as `run:confirm=approver:50000000`. */
  readonly rights: readonly ListedRight[];
  /** Of rates: the files. */
  readonly rates: readonly string[];
  /** Of tables: the folder with newer ones. */
  readonly tables: string | undefined;
  /** Of assumptions and assumed rates: `NAME=REFERENCE`. */
  readonly accept: readonly string[];
}

/** A list in a file. */
export interface ListInFile {
  readonly file: string;
  readonly list: SignedList;
  readonly hash: string;
}

/**
 * Makes the next version of a list: what it follows is read from the ledger, where there is one.
 *
 * @param command that is named where something is wrong with what is accepted
 * @throws NorsktilskuddError usage LIST_FILE_EXISTS, USAGE_REFUSED
 */
export function proposeList(db: string, proposal: ListProposal, command = 'norsktilskudd'): ListInFile {
  const { kind, out, validFrom, persons, rights, rates, tables, accept } = proposal;
  const accepted = kind === 'assumptions' ? assumptionsOf(accept, command) : [];
  if (pathExists(out)) throw new NorsktilskuddError('usage', 'LIST_FILE_EXISTS', { file: out });
  const { previous, approvers } = lastLists(db, kind);
  const list: SignedList = {
    kind,
    version: (previous?.version ?? 0) + 1,
    validFrom,
    previous: previous === undefined ? '' : listHash(previous),
    approvers: kind !== 'approvers' && approvers !== undefined ? listHash(approvers) : '',
    persons: kind === 'approvers' ? persons.map((file) => parsePersonFile(readGivenFile(file, '--person'), file)) : [],
    ...(kind === 'approvers' && rights.length > 0 ? { rights } : {}),
    files: filesOf(kind, rates, tables),
    ...(kind === 'assumptions' ? { accepted } : {}),
    signatures: [],
  };
  writeListFile(out, list);
  return { file: out, list, hash: listHash(list) };
}

/** Assumptions and assumed rates, each with its reference; anything else is accepted for one run at a time. */
function assumptionsOf(values: readonly string[], command: string): Acceptance[] {
  const accepted = readAcceptances(values, loadShippedRules(), command);
  const details = accepted.flatMap(({ name, reference }) => {
    if (isSpecialAcceptance(name)) return [errorDetail('ACCEPT_NO_ASSUMPTION', { flag: '--accept', name })];
    return reference === '' ? [errorDetail('ACCEPT_NO_REFERENCE', { flag: '--accept', name })] : [];
  });
  if (details.length > 0) throw new NorsktilskuddError('usage', 'USAGE_REFUSED', { command }, details);
  return accepted;
}

/**
 * Files of a list: of rates those given and the table that ships, so that the list covers every cell that a run can use; of
 * tables those of the folder that no release had.
 */
function filesOf(kind: ListKind, rates: readonly string[], tables: string | undefined): ListedFile[] {
  if (kind === 'approvers' || kind === 'assumptions') return [];
  if (kind === 'tables')
    return [...readTables(tables).tables.filter((table) => !isReleased(table)), ...textsIn(tables)];
  readRuleInputs(rates); // A sheet that is not filled in is refused here, before anybody signs it.
  const given = rates.map((file) => ({ name: basename(file), sha256: sha256Hex(readGivenFile(file, '--rates')) }));
  const shipped = shippedTables().filter(({ name }) => name === SHIPPED_RATES);
  return [...given, ...shipped.map((table) => ({ name: SHIPPED_RATES_ON_LIST, sha256: table.sha256 }))];
}

/** Texts of letters in a folder of newer tables. */
function textsIn(folder: string | undefined): ListedFile[] {
  const file = join(folder ?? '', LETTER_TEXTS_FILE);
  if (folder === undefined || !pathExists(file)) return [];
  return [{ name: LETTER_TEXTS_FILE, sha256: sha256Hex(readGivenFile(file, '--tables')) }];
}

function lastLists(
  db: string,
  kind: ListKind,
): { previous?: SignedList | undefined; approvers?: SignedList | undefined } {
  if (!pathExists(db)) return {};
  return withLedger(db, true, (ledger) => ({
    previous: ledger.adoptedLists(kind).at(-1)?.list,
    approvers: ledger.adoptedLists('approvers').at(-1)?.list,
  }));
}

/** Adds a signature to the list in a file; a second one of the same name takes the place of the first. */
export function signList(
  file: string,
  { name, keyFile, keyPassphrase }: ListSigner,
): ListInFile & { readonly names: readonly string[]; readonly publicKey: string } {
  const list = parseListFile(readGivenFile(file, 'FILE'), file);
  const { publicKey, sign } = readSigningKey(keyFile, keyPassphrase);
  const signature = sign(listText(list));
  const others = list.signatures.filter((signed) => actorKey(signed.name) !== actorKey(name));
  const signed = { ...list, signatures: [...others, { name, signature }] };
  writeListFile(file, signed);
  return { file, list: signed, hash: listHash(signed), names: signed.signatures.map((one) => one.name), publicKey };
}

/** Who signs a list, with which key. */
export interface ListSigner {
  readonly name: string;
  readonly keyFile: string;
  readonly keyPassphrase: string;
}

/** Adopts the list in a file that two have signed. The same again: "already". */
export function adoptList(db: string, file: string, act: Act): Acted<ListInFile & { readonly already: boolean }> {
  const list = parseListFile(readGivenFile(file, 'FILE'), file);
  return withLedger(db, false, (ledger) => {
    const { already, hash } = ledger.adoptList(list, actBy(act));
    return { file, list, hash, already, journalHead: ledger.journalHead() };
  });
}

/** Every adopted version, the kinds in their order. */
export function adoptedLists(db: string): {
  readonly requiresSignatures: boolean;
  readonly versions: readonly (readonly AdoptedList[])[];
} {
  return withLedger(db, true, (ledger) => ({
    versions: LIST_KINDS.map((kind) => ledger.adoptedLists(kind)),
    requiresSignatures: ledger.requiresSignatures(),
  }));
}

/** A key of somebody's own, made for an approval by signature. */
export interface NewKey {
  readonly name: string;
  readonly roles: readonly SigningRole[];
  /** Where the private key goes; what belongs on a list of approvers goes beside it, `.person.json`. */
  readonly file: string;
  /** Empty for none. */
  readonly passphrase: string;
}

/**
 * Makes a pair of keys for somebody.
 *
 * @throws NorsktilskuddError usage KEY_FILE_EXISTS
 */
export function makeKey({ name, roles, file, passphrase }: NewKey): {
  readonly file: string;
  readonly personFile: string;
  readonly publicKey: string;
} {
  const personFile = `${file}.person.json`;
  if (pathExists(personFile)) throw new NorsktilskuddError('usage', 'KEY_FILE_EXISTS', { file: personFile });
  const publicKey = makeSigningKey(file, passphrase);
  writePersonFile(personFile, { name, publicKey, roles: [...roles], validFrom: nowUtc().slice(0, 10), validTo: '' });
  return { file, personFile, publicKey };
}
