import { recipientText } from '../recipient-text';
import { analysisFacts } from '../table-files/front-facts';
import { type TableFile, withPlaceNames } from '../table-files/table-file';
import type { TableSet } from '../table-files/write-table-files';
import type { ImpactReport } from './impact';

const ANSWER = ['grant_year', 'assumption', 'limit', 'value', 'alternative'] as const;

/** The tables of open questions: impact (a row another answer), impact_recipients, and limits that move no whole year. */
export function impactTables({ head, impacts, unmoved, nameOf }: ImpactReport): TableSet {
  const { grantYear } = head;
  const answers = impacts.map(({ assumption, limit, value, alternative, missing, ...figures }) => {
    const { movedNok, totalNok, gain, lose } = figures;
    const known = missing.length === 0 ? [movedNok, totalNok, gain, lose] : [null, null, null, null];
    return [grantYear, assumption, limit, value, alternative, ...known, missing.join(', ')];
  });
  const recipients: TableFile = {
    name: 'impact_recipients',
    columns: [...ANSWER, 'recipient_id', 'difference'],
    rows: impacts.flatMap(({ assumption, limit, value, alternative, recipients: changed }) =>
      changed.map(({ recipient, amountNok }) => {
        return [grantYear, assumption, limit, value, alternative, recipientText(recipient), amountNok];
      }),
    ),
  };
  return {
    name: 'impact',
    tables: [
      { name: 'impact', columns: [...ANSWER, 'moved', 'total', 'gain', 'lose', 'missing'], rows: answers },
      withPlaceNames(recipients, 'recipient_id', nameOf),
      { name: 'unmoved_limits', columns: ['grant_year', 'limit'], rows: unmoved.map((limit) => [grantYear, limit]) },
    ],
    front: { facts: analysisFacts(head), rates: [] },
  };
}
