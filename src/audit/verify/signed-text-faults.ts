import { type ErrorDetail, errorDetail } from '../../domain';
import { isValidOn, listHash, personNamed, type SignedList, signatureHolds } from '../../ledger';
import { unapprovedRates } from '../approved-rates';
import type { Manifest } from '../manifest-schema';
import type { ApprovalIndex } from './approval-shape';

/** What a signed text is held against. */
export interface SignedContext {
  readonly index: ApprovalIndex;
  readonly manifest: Manifest;
  readonly approvers: readonly SignedList[];
  readonly rates: readonly SignedList[];
}

/** Facts of a signed text, in the order of its rows. */
const ROWS = [
  'norsktilskudd approval',
  'run',
  'role',
  'name',
  'at',
  'manifest',
  'posting_head',
  'rule_lock',
  'parameters',
  'payments',
  'paid',
  'corrections',
  'persons_corrected',
  'held',
  'approvers',
  'rates',
] as const;

/** What is wrong with one signature and the text that it stands on; empty when it holds. */
export function signedTextFaults(
  text: string,
  entry: ApprovalIndex['signatures'][number],
  context: SignedContext,
): ErrorDetail[] {
  const faults: ErrorDetail[] = [];
  const { file } = entry;
  const facts = factsOf(text);
  if (facts === undefined) return [errorDetail('APPROVAL_TEXT_UNREADABLE', { file })];
  for (const [name, expected] of expectedFacts(entry, context)) {
    const found = facts.get(name) ?? '';
    if (found !== expected) faults.push(errorDetail('APPROVAL_TEXT_DIFFERS', { file, fact: name, expected, found }));
  }
  const list = context.approvers.find((candidate) => listHash(candidate) === facts.get('approvers'));
  const person = list && personNamed(list.persons, entry.name);
  const day = entry.at.slice(0, 10);
  const may =
    list !== undefined &&
    list.validFrom <= day &&
    person?.roles.includes(entry.role) === true &&
    isValidOn(person, day) &&
    person.publicKey === entry.public_key;
  if (!may) faults.push(errorDetail('APPROVAL_NOT_ALLOWED', { file, name: entry.name, role: entry.role }));
  if (!signatureHolds(entry.public_key, text, entry.signature))
    faults.push(errorDetail('APPROVAL_SIGNATURE_WRONG', { file, name: entry.name }));
  faults.push(...ratesFaults(file, facts.get('rates') ?? '', context));
  return faults;
}

/** Facts by name; undefined where the rows are not those of format 1. */
function factsOf(text: string): ReadonlyMap<string, string> | undefined {
  const rows = text.split('\n').map((row) => row.split('\t'));
  const inOrder = rows.length === ROWS.length + 1 && ROWS.every((name, place) => rows[place]?.[0] === name);
  if (!inOrder || rows.at(-1)?.join('') !== '' || rows.slice(0, -1).some((row) => row.length !== 2)) return undefined;
  return new Map(rows.slice(0, -1).map(([name = '', value = '']) => [name, value]));
}

function expectedFacts(entry: ApprovalIndex['signatures'][number], context: SignedContext): [string, string][] {
  const { manifest, index } = context;
  const { identity, netting } = manifest;
  return [
    ['norsktilskudd approval', '1'],
    ['run', manifest.run_id],
    ['role', entry.role],
    ['name', entry.name],
    ['at', entry.at],
    ['manifest', index.manifest_sha256],
    ['posting_head', identity.posting_head],
    ['rule_lock', identity.rule_lock_sha256],
    ['parameters', identity.parameters_sha256],
    ['payments', String(netting.reduce((sum, row) => sum + row.payments, 0))],
    ['paid', String(netting.reduce((sum, row) => sum + row.paid_nok, 0))],
  ];
}

/** The rates list that the signer had before them, and every rates file of the run on it. */
function ratesFaults(file: string, hash: string, context: SignedContext): ErrorDetail[] {
  const list = context.rates.find((candidate) => listHash(candidate) === hash);
  if (hash !== '' && list === undefined) return [errorDetail('APPROVAL_RATES_UNKNOWN', { file, hash })];
  return unapprovedRates(context.manifest, list);
}
