import { findPerson, installationKey, isPseudonym } from '../../app/privacy/find-person';
import { generalPseudonym } from '../../app/privacy/recipient-pseudonym';
import { accessLogPath, logAccess, pseudonymsOf } from '../../audit';
import { formatPersonId, NorsktilskuddError } from '../../domain';
import { nowUtc } from '../../effects';
import { openLedger } from '../../ledger';
import type { CliContext } from '../context';
import { command } from '../declare/command';
import { argument, required } from '../declare/flag';
import type { Kind } from '../declare/kinds';
import type { Input } from '../declare/source';
import { FLAGS } from '../flags/flags';
import * as sources from '../flags/sources';

/** A pseudonym; what is none is not repeated, for it may be a person's number. */
const hidden: Kind<string> = (given, { name, problems }) => {
  if (isPseudonym(given)) return given;
  problems.badValue(name, '*'.repeat(given.length), '32 x 0-9a-f');
  return undefined;
};

const input = {
  pseudonym: argument('pseudonym', '<pseudonym>', hidden),
  runId: required(FLAGS.run),
  purpose: required(FLAGS.purpose),
  db: sources.db,
  actor: sources.actor,
  pseudonymKeyFile: sources.pseudonymKeyFile,
} as const;

/**
 * `reveal`: the person behind a pseudonym, general or as a recipient was shown it, for a stated purpose; every attempt stands
 * in the access log.
 */
export const revealCommand = command('reveal', {
  examples: [
    'norsktilskudd reveal 0f1e2d3c4b5a69788796a5b4c3d2e1f0 --run 2018-T1-0123456789ab --purpose "klage 18/123" --as kari',
  ],
  input,
  run: reveal,
});

function reveal({ pseudonym, runId, purpose, actor, ...settings }: Input<typeof input>, context: CliContext): void {
  const { terminal } = context;
  const key = installationKey(settings);
  const pseudonyms = pseudonymsOf(key);
  const ledger = openLedger(settings.db, { readOnly: true });
  try {
    ledger.proveJournal();
    const batch = ledger.batch(runId);
    if (batch === undefined) throw new NorsktilskuddError('usage', 'LEDGER_RUN_UNKNOWN', { runId });
    const access = { kind: 'reveal', actor, at: nowUtc(), runId, subjects: [pseudonym], purpose } as const;
    logAccess(accessLogPath(settings.db), access);
    const find = (name: string): number | undefined => findPerson(name, pseudonyms, ledger, settings, batch.snapshot);
    const personId = find(pseudonym) ?? find(generalPseudonym(pseudonym, key, batch.runFolder) ?? pseudonym);
    if (personId === undefined) throw new NorsktilskuddError('usage', 'PSEUDONYM_UNKNOWN', { pseudonym, runId });
    const digits = formatPersonId(personId);
    terminal.out(context.json ? `${JSON.stringify({ pseudonym, person_id: digits, run_id: runId })}\n` : `${digits}\n`);
  } finally {
    ledger.close();
  }
}
