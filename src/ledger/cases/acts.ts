import { type ErrorDetail, errorDetail, isSamePerson } from '../../domain';
import { textsOfCase } from '../deletions/acts';
import { deletedIn } from '../deletions/deletion-reads';
import { inRow, type LaterActs } from '../later/later-act';
import type { OpenLedger } from '../posting-reads';
import { detailsHash } from './case-details';
import { allCases } from './case-reads';
import { CASES } from './tables';

/** Acts of cases, held to their rows. */
export const CASE_ACTS: LaterActs = {
  tables: CASES,
  contentOf: {
    'open-case': inRow(
      'case_number, kind, recipient, reference, hash AS details_hash',
      'FROM cases JOIN case_details USING (journal) WHERE journal = ?',
    ),
    'decide-case': inRow('case_number, decision', 'FROM case_decisions WHERE journal = ?'),
    'close-case': inRow('case_number', 'FROM case_closings WHERE journal = ?'),
    'propose-act': inRow(
      'act AS case_act, case_number, kind, hash AS details_hash',
      'FROM case_acts JOIN case_details USING (journal) WHERE journal = ?',
    ),
    'confirm-act': inRow('act AS case_act', 'FROM case_confirmations WHERE journal = ?'),
    'drop-act': inRow('act AS case_act', 'FROM case_drops WHERE journal = ?'),
  },
  rows: {
    cases: ['open-case'],
    case_decisions: ['decide-case'],
    case_closings: ['close-case'],
    case_acts: ['propose-act'],
    case_confirmations: ['confirm-act', 'confirm-claim'],
    case_drops: ['drop-act'],
    case_details: ['open-case', 'propose-act'],
  },
  faults: caseFaults,
};

/** Details have their hashes, unless an act has deleted them, and two persons stand behind every decision and every act that counts. */
function caseFaults(ledger: OpenLedger): ErrorDetail[] {
  const gone = [...deletedIn(ledger, 'cases').keys()].flatMap((number) => textsOfCase(ledger, number));
  const deleted = new Set(gone.map(({ journal }) => journal));
  const details = ledger.db
    .prepare('SELECT journal, hash, text FROM case_details')
    .all()
    .filter(([journal, hash, text]) => detailsHash(String(text)) !== hash && !deleted.has(Number(journal)))
    .map(([journal]) => errorDetail('LEDGER_ACT_DIFFERS', { sequence: Number(journal), act: 'case_details' }));
  if (details.length > 0) return details;
  return allCases(ledger).flatMap(({ caseNumber, opened, decided, acts }) => {
    const own = acts.filter(({ proposed, confirmed }) => confirmed && isSamePerson(proposed.actor, confirmed.actor));
    const ownDecision = decided !== undefined && isSamePerson(opened.actor, decided.actor);
    return [
      ...own.map(({ act }) => errorDetail('LEDGER_CASE_ONE_PERSON', { caseNumber, act })),
      ...(ownDecision ? [errorDetail('LEDGER_CASE_DECIDED_ALONE', { caseNumber })] : []),
    ];
  });
}
