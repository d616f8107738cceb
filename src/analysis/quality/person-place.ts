import {
  asRecipientCode,
  type Finding,
  type FindingCode,
  f64,
  finding,
  formatRecipientCode,
  i32,
  isProtectedPerson,
  type ParamsArguments,
  type PersonView,
  type Severity,
  u32,
} from '../../domain';

/** Where in the extract a finding points. */
export interface RowPlace {
  readonly file: string;
  readonly line: number;
  readonly column: string;
}

/** A finding about a person, with the kommune of the person's address at D; none where the address is protected. */
export function personFinding<Code extends FindingCode>(
  person: PersonView,
  asOf: number,
  severity: Severity,
  code: Code,
  place: RowPlace,
  ...values: ParamsArguments<Code>
): Finding {
  const personId = f64(person.block.personIds, person.index);
  return finding(severity, code, { ...place, personId, kommune: kommuneAt(person, asOf) }, ...values);
}

/** Kommune of the visible residence row that covers a day, else of the last one; empty where none or protected. */
export function kommuneAt(person: Pick<PersonView, 'block' | 'index'>, day: number): string {
  if (isProtectedPerson(person.block, person.index)) return '';
  const { residence } = person.block;
  const start = u32(residence.offsets, person.index);
  let last = -1;
  for (let row = u32(residence.offsets, person.index + 1) - 1; row >= start; row -= 1) {
    if (i32(residence.registeredOn, row) > day) continue;
    if (last < 0) last = row;
    if (i32(residence.fromDate, row) > day || i32(residence.toDate, row) < day) continue;
    last = row;
    break;
  }
  if (last < 0) return '';
  return formatRecipientCode(asRecipientCode(i32(residence.recipient, last)));
}
