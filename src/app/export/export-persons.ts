import { stringify } from 'csv-stringify/sync';
import { pseudonymsOf } from '../../audit';
import { formatRecipientCode, type RecipientCode } from '../../domain';
import type { Language } from '../../messages';
import { type PersonsOfRecipient, recipientPersonsHtml } from '../../report';
import { RecipientPseudonyms } from '../../trace';
import type { OpenRun } from '../explain/open-run-context';
import { letterLines } from '../letters/letter-lines';
import type { TextFile } from '../write-folder';

/** Which persons are told of, and what proves their sums. */
export interface PersonsSource {
  readonly context: OpenRun;
  readonly recipient: RecipientCode;
  readonly pseudonymKey: Uint8Array;
  /** SHA-256 of the export's index. */
  readonly seal: string;
  readonly language: Language;
}

const COLUMNS = ['person_id', 'person_ref', 'grant_year', 'component', 'code', 'reason', 'cause', 'amount'];

/**
 * What a recipient is told of its own persons: by the DUF number that it knows, beside the pseudonym by which the export names
 * them, with reason and cause of each line, as a table and as a page. Persons with a protected address, and those who have been
 * deleted from the ledger, are told of by number and sum.
 */
export function personFiles({ context, recipient, pseudonymKey, seal, language }: PersonsSource): readonly TextFile[] {
  const { batch, manifest } = context;
  const recipientId = formatRecipientCode(recipient);
  const general = pseudonymsOf(pseudonymKey);
  const own = new RecipientPseudonyms(pseudonymKey);
  const all = letterLines(context).filter((line) => line.recipientId === recipientId);
  const hidden = all.filter(({ duf, person }) => duf === '' && person !== '');
  const lines = all
    .filter(({ duf, person }) => duf !== '' || person === '')
    .map(({ duf, grantYear, component, code, kind, cause, amountNok }) => {
      const personRef = duf === '' ? '' : own.text(general.of(Number(duf)), recipient);
      return { personId: duf, personRef, grantYear, component, code, reason: kind, cause, amountNok };
    })
    .sort((a, b) => (sortKey(a) < sortKey(b) ? -1 : 1));
  const persons: PersonsOfRecipient = {
    ...{ runId: batch.runId, rehearsal: manifest.identity.rehearsal, recipientId, lines, seal },
    manifestHash: batch.manifestHash,
    hiddenPersons: new Set(hidden.map(({ person }) => person)).size,
    hiddenNok: hidden.reduce((sum, { amountNok }) => sum + amountNok, 0),
  };
  const rows = lines.map((line) => [
    ...[line.personId, line.personRef, line.grantYear, line.component, line.code, line.reason, line.cause],
    line.amountNok,
  ]);
  return [
    { name: 'persons.csv', text: stringify([COLUMNS, ...rows]) },
    { name: 'persons.html', text: recipientPersonsHtml(persons, language) },
  ];
}

const sortKey = ({
  personId,
  grantYear,
  component,
  code,
}: Record<'personId' | 'component' | 'code', string> & { readonly grantYear: number }): string =>
  [personId, grantYear, component, code].join(' ');
