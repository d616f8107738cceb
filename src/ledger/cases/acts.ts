import { type ErrorDetail, errorDetail, isSamePerson } from '../../domain';
import type { SqlValue } from '../../effects';
import { textsOfCase } from '../deletions/acts';
import { deletedIn } from '../deletions/deletion-reads';
import type { ActContent } from '../journal';
import type { LaterActs, LaterStoredAct } from '../later/later-act';
import type { OpenLedger } from '../posting-reads';
import { closeCaseAct, confirmAct, decideCaseAct, dropAct, openCaseAct, proposeAct } from './act-content';
import { detailsHash } from './case-details';
import { allCases } from './case-reads';
import { CASES } from './tables';

type Content = (row: readonly SqlValue[]) => ActContent;

/** What an act wrote, by the row that has its journal number. */
const reading =
  (sql: string, content: Content) =>
  ({ db }: OpenLedger, { journal }: LaterStoredAct): ActContent | undefined => {
    const row = db.prepare(sql).get(journal);
    return row && content(row);
  };

/** Acts of cases, held to their rows. */
export const CASE_ACTS: LaterActs = {
  tables: CASES,
  contentOf: {
    'open-case': reading(
      `SELECT case_number, kind, recipient, reference, hash FROM cases JOIN case_details USING (journal) WHERE journal = ?`,
      ([number, kind, recipient, reference, hash]) =>
        openCaseAct(Number(number), String(kind), Number(recipient), String(reference), String(hash)),
    ),
    'decide-case': reading('SELECT case_number, decision FROM case_decisions WHERE journal = ?', ([number, decision]) =>
      decideCaseAct(Number(number), String(decision)),
    ),
    'close-case': reading('SELECT case_number FROM case_closings WHERE journal = ?', ([number]) =>
      closeCaseAct(Number(number)),
    ),
    'propose-act': reading(
      'SELECT act, case_number, kind, hash FROM case_acts JOIN case_details USING (journal) WHERE journal = ?',
      ([act, number, kind, hash]) => proposeAct(Number(act), Number(number), String(kind), String(hash)),
    ),
    'confirm-act': reading('SELECT act FROM case_confirmations WHERE journal = ?', ([act]) => confirmAct(Number(act))),
    'drop-act': reading('SELECT act FROM case_drops WHERE journal = ?', ([act]) => dropAct(Number(act))),
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
