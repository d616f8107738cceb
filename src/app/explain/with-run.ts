import { type Ledger, openLedger } from '../../ledger';
import type { SnapshotShelf } from '../privacy/known-protection';
import { type OpenRun, openRunContext } from './open-run-context';

/**
 * Opens a run of a ledger with all that it rests on, looks at it and closes it.
 *
 * @param which the run's id, or what finds it in the ledger
 * @param shelf where its extract stands; beside the ledger where left out
 * @throws as openRunContext()
 */
export function withRun<T>(
  db: string,
  which: string | ((ledger: Ledger) => string),
  look: (context: OpenRun) => T,
  shelf?: SnapshotShelf,
): T {
  const ledger = openLedger(db, { readOnly: true, checkTotals: false });
  try {
    const context = openRunContext(ledger, typeof which === 'string' ? which : which(ledger), shelf);
    try {
      return look(context);
    } finally {
      context.close();
    }
  } finally {
    ledger.close();
  }
}

/** The same for a look that takes its time: the run is closed when it is over. */
export async function withRunAsync<T>(
  db: string,
  which: (ledger: Ledger) => string,
  look: (context: OpenRun) => Promise<T>,
): Promise<T> {
  const ledger = openLedger(db, { readOnly: true, checkTotals: false });
  try {
    const context = openRunContext(ledger, which(ledger));
    try {
      return await look(context);
    } finally {
      context.close();
    }
  } finally {
    ledger.close();
  }
}
