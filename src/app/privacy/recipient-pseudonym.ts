import { openTraceStore } from '../../audit';
import { isFolder } from '../../effects';
import { RecipientPseudonyms, TraceReader } from '../../trace';

/**
 * The general pseudonym behind one that a recipient was shown: among the parts of a run. undefined where no part has it,
 * or the run's folder is gone.
 *
 * @throws NorsktilskuddError verification RUN_FILE_CHANGED
 */
export function generalPseudonym(pseudonym: string, key: Uint8Array, runFolder: string): string | undefined {
  if (!isFolder(runFolder)) return undefined;
  const store = openTraceStore(runFolder);
  try {
    const reader = new TraceReader(store);
    const made = new RecipientPseudonyms(key);
    for (const { leaf, kind, records } of reader.leaves()) {
      if (kind === 'kommune' || kind === 'adjustment') return undefined; // Persons come first.
      const recipients = new Set(records.flatMap(({ parts }) => parts.map(({ recipient }) => recipient)));
      if (recipients.size === 0) continue;
      const general = reader.pseudonym(leaf);
      for (const recipient of recipients) if (made.text(general, recipient) === pseudonym) return general;
    }
    return undefined;
  } finally {
    store.close();
  }
}
