import {
  assert,
  CASE_ACT_KINDS,
  CASE_TABLES,
  type Canonical,
  type CaseActDetails,
  COMPONENTS,
  canonicalJson,
  EMPTY_CASE_ACT,
  sha256Hex,
  withoutPersons,
} from '../../domain';
import { nameIn } from '../codes';
import { fieldsOf } from '../journal';

/*
 * What an act of a case says may name a person, so it stands apart from the bytes of the journal, which hold its hash: the
 * text is canonical JSON of what is not empty, with a salt, so that nobody finds a DUF number by trying.
 */

/** The text of an act's details. */
export function detailsText(details: Partial<CaseActDetails>, salt: string): string {
  return saidText(details, { salt });
}

/**
 * What stays of a text when its time is over: what money, rights and withdrawals rest on. The salt goes, too: nobody finds out by
 * trying whom the hash in the journal names.
 */
export function restOfText(text: string): string {
  const opensCase = fieldsOf(text, ['kind']).kind === undefined;
  return saidText(opensCase ? {} : withoutPersons(detailsOf(text)), {});
}

function saidText(details: Partial<CaseActDetails>, said: Record<string, Canonical>): string {
  for (const [name, value] of Object.entries(details)) if (value !== 0 && value !== '') said[name] = value;
  return canonicalJson(said);
}

/** Hash of the text as the journal has it. */
export function detailsHash(text: string): string {
  return sha256Hex(text);
}

/** The details of a text. */
export function detailsOf(text: string): CaseActDetails {
  const found = fieldsOf(text, ['kind', ...Object.keys(EMPTY_CASE_ACT)]);
  const whole = (name: keyof CaseActDetails): number => Number(found[name] ?? 0);
  const words = (name: keyof CaseActDetails): string => String(found[name] ?? '');
  const component = words('component');
  const table = words('table');
  return {
    kind: nameIn(CASE_ACT_KINDS, found.kind),
    grantYear: whole('grantYear'),
    component: component === '' ? '' : nameIn(COMPONENTS, component),
    personId: whole('personId'),
    recipient: whole('recipient'),
    basisRecipient: whole('basisRecipient'),
    fromDay: words('fromDay'),
    toDay: words('toDay'),
    amount: whole('amount'),
    code: words('code'),
    table: table === '' ? '' : nameIn(CASE_TABLES, table),
    key: words('key'),
    row: words('row'),
    withdraws: whole('withdraws'),
  };
}

/** Person of a case by the text that its opening wrote. */
export function personOf(text: string): number {
  const { personId } = fieldsOf(text, ['personId']);
  assert(personId === undefined || typeof personId === 'number', 'a case names its person by a number');
  return personId ?? 0;
}
