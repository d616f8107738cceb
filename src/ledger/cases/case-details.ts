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
} from '../../domain';
import { nameIn } from '../codes';
import { fieldsOf } from '../journal';

/*
 * What an act of a case says may name a person, so it stands apart from the bytes of the journal, which hold its hash: the
 * text is canonical JSON of what is not empty, with a salt, so that nobody finds a DUF number by trying.
 */

/** The text of an act's details. */
export function detailsText(details: Partial<CaseActDetails>, salt: string): string {
  const said: Record<string, Canonical> = { salt };
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
