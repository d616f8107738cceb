import { dirname } from 'node:path';
import { openPseudonymKey, pseudonymsOf } from '../../audit';
import { asRecipientCode, type CaseActDetails, formatRecipientCode, NO_PERSON, NorsktilskuddError } from '../../domain';
import { makeFolder } from '../../effects';
import type { CaseActInfo, CaseInfo } from '../../ledger';
import { withLedger } from '../acts/act';
import type { Installation } from '../installation';
import { keyIdsInUse } from '../privacy/keys-in-use';
import { type KnownProtection, shelfBeside } from '../privacy/known-protection';

/** What an act says as it may be shown: persons by pseudonym, and no place of somebody whose address is protected. */
export interface ShownAct extends Omit<CaseActInfo, 'details'> {
  readonly kind: CaseActDetails['kind'];
  /** By name, in the order of the data contract; what an act says nothing of is left out. */
  readonly says: readonly (readonly [name: ShownField, value: string])[];
}

/** Names of what an act says, as the columns of cases_before.csv. */
export type ShownField =
  | 'grant_year'
  | 'component'
  | 'person'
  | 'recipient_id'
  | 'basis_recipient_id'
  | 'from_date'
  | 'to_date'
  | 'amount'
  | 'code'
  | 'table'
  | 'key'
  | 'row'
  | 'withdraws';

export interface ShownCase extends Omit<CaseInfo, 'acts' | 'recipient' | 'personId'> {
  /** Empty for none. */
  readonly recipientId: string;
  /** Pseudonym, empty for none. */
  readonly person: string;
  readonly acts: readonly ShownAct[];
}

type ReadingInstallation = Pick<Installation, 'db' | 'pseudonymKeyFile'>;

/** Every case as it may be shown. */
export function casesOf(installation: ReadingInstallation): ShownCase[] {
  const { db } = installation;
  const cases = withLedger(db, true, (ledger) => {
    ledger.prove();
    return ledger.cases();
  });
  const shelf = shelfBeside(db);
  try {
    const viewer = new Viewer(installation, shelf.protection);
    return cases.map((one) => viewer.caseOf(one));
  } finally {
    shelf.close();
  }
}

/** One case. @throws NorsktilskuddError usage LEDGER_CASE_UNKNOWN */
export function caseOf(installation: ReadingInstallation, caseNumber: number): ShownCase {
  const found = casesOf(installation).find((one) => one.caseNumber === caseNumber);
  if (found === undefined) throw new NorsktilskuddError('usage', 'LEDGER_CASE_UNKNOWN', { caseNumber });
  return found;
}

/** An act of a case that has just been done. */
export function shownAct(installation: ReadingInstallation, found: CaseActInfo): ShownAct {
  const shelf = shelfBeside(installation.db);
  try {
    return new Viewer(installation, shelf.protection).actOf(found);
  } finally {
    shelf.close();
  }
}

class Viewer {
  readonly #installation: ReadingInstallation;
  readonly #protection: KnownProtection;
  #pseudonym: ((personId: number) => string) | undefined;

  constructor(installation: ReadingInstallation, protection: KnownProtection) {
    this.#installation = installation;
    this.#protection = protection;
  }

  caseOf({ acts, recipient, personId, ...rest }: CaseInfo): ShownCase {
    const recipientId = this.#mayShowPlace(personId) ? codeText(recipient) : '';
    return { ...rest, recipientId, person: this.#person(personId), acts: acts.map((act) => this.actOf(act)) };
  }

  actOf({ details, ...act }: CaseActInfo): ShownAct {
    const { personId } = details;
    const places = this.#mayShowPlace(personId);
    const all: readonly (readonly [ShownField, string])[] = [
      ['grant_year', numberText(details.grantYear)],
      ['component', details.component],
      ['person', this.#person(personId)],
      ['recipient_id', places ? codeText(details.recipient) : ''],
      ['basis_recipient_id', places ? codeText(details.basisRecipient) : ''],
      ['from_date', details.fromDay],
      ['to_date', details.toDay],
      ['amount', details.kind === 'pin_count' ? String(details.amount) : numberText(details.amount)],
      ['code', details.code],
      ['table', details.table],
      ['key', places ? details.key : ''],
      ['row', places ? details.row : ''],
      ['withdraws', numberText(details.withdraws)],
    ];
    return { ...act, kind: details.kind, says: all.filter(([, value]) => value !== '') };
  }

  /** Nobody learns where somebody with a protected address lives, nor where that is not known. */
  #mayShowPlace(personId: number): boolean {
    return personId === NO_PERSON || this.#protection.of([personId]) === false;
  }

  #person(personId: number): string {
    if (personId === NO_PERSON) return '';
    const { db, pseudonymKeyFile } = this.#installation;
    makeFolder(dirname(pseudonymKeyFile));
    this.#pseudonym ??= pseudonymsOf(openPseudonymKey(pseudonymKeyFile, keyIdsInUse(db), false)).of;
    return this.#pseudonym(personId);
  }
}

function codeText(code: number): string {
  return code === 0 ? '' : formatRecipientCode(asRecipientCode(code));
}

function numberText(value: number): string {
  return value === 0 ? '' : String(value);
}
