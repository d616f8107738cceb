import { actingKey } from '../../app/approve/acting-key';
import { dropStoredFacts } from '../../app/facts/stored-facts';
import { SnapshotShelf } from '../../app/privacy/known-protection';
import { buildName, programBuild } from '../../app/program-build';
import { type StoredSnapshot, storedSnapshots } from '../../audit';
import { formatDay } from '../../domain';
import { leftBehindIn, nowUtc, removeTree } from '../../effects';
import { type Ledger, mayGo, openLedger, type SignedActBy } from '../../ledger';
import { type CliContext, say } from '../context';
import { command } from '../declare/command';
import { type Input, mapped, withDefault } from '../declare/source';
import { FLAGS } from '../flags/flags';
import * as sources from '../flags/sources';
import { PRUNING_RULES, snapshotJson, snapshotTable } from '../retention/snapshot-table';

const input = {
  retentionExpired: mapped(FLAGS.retentionExpired, (day) => (day === undefined ? undefined : formatDay(day))),
  isDry: FLAGS.dryRun,
  reason: withDefault(FLAGS.reason, ''),
  db: sources.db,
  snapshotFolder: sources.snapshotFolder,
  runsFolder: sources.runsFolder,
  actor: sources.actor,
  ...sources.signing,
  clock: sources.clock,
} as const;

/** `prune`: deletes snapshots that nothing posted rests on, or whose time of keeping is over. */
export const pruneCommand = command('prune', {
  examples: [
    'norsktilskudd prune --dry-run --as kari',
    'norsktilskudd prune --retention-expired 2029-01-01 --as kari --reason "ti år er gått"',
  ],
  input,
  helpEnd: (context) => say(context, PRUNING_RULES),
  run: prune,
});

function prune(given: Input<typeof input>, context: CliContext): void {
  const { db, snapshotFolder: folder, isDry, retentionExpired, actor, reason, clock } = given;
  const ledger = openLedger(db, { readOnly: isDry });
  try {
    // Before anything is said of what may go, or goes.
    ledger.prove();
    const snapshots = storedSnapshots(ledger, folder);
    const newest = newestExtracts(ledger, folder);
    const leftBehind = leftBehindOf(given);
    const going = snapshots.filter(
      (one) =>
        one.file !== undefined && mayGo(one, retentionExpired) && (one.hold !== '' || !newest.includes(one.snapshot)),
    );
    if (!isDry) {
      ledger.refuseBehind();
      const by = {
        actor,
        at: nowUtc(),
        build: buildName(programBuild()),
        reason,
        ...clock,
        ...actingKey(given, ledger),
      };
      for (const snapshot of going) remove(ledger, snapshot, by, retentionExpired);
      for (const path of leftBehind) removeTree(path);
      dropStoredFacts(db);
    }
    tell({ snapshots, going, leftBehind, isDry }, context);
  } finally {
    ledger.close();
  }
}

/** The newest extract says whose address is protected, in older runs too: without it everybody would count as protected. */
function newestExtracts(ledger: Ledger, folder: string): readonly string[] {
  const shelf = new SnapshotShelf({ folder, batches: ledger.batches() });
  try {
    return shelf.protection.newest;
  } finally {
    shelf.close();
  }
}

/** First the record, then the file: killed in between, the next call finds the file and deletes it. */
function remove(
  ledger: Ledger,
  { snapshot, file }: StoredSnapshot,
  by: SignedActBy,
  keptUntil: string | undefined,
): void {
  ledger.recordPruning(snapshot, by, keptUntil);
  if (file !== undefined) removeTree(file);
}

/** Half-built snapshots and run folders of work that was killed: they hold persons, and no act ever mentions them. */
function leftBehindOf({ db, snapshotFolder, runsFolder }: Input<typeof input>): string[] {
  return [`${db}.d`, snapshotFolder, runsFolder].flatMap(leftBehindIn);
}

interface Pruning {
  readonly snapshots: readonly StoredSnapshot[];
  readonly going: readonly StoredSnapshot[];
  readonly leftBehind: readonly string[];
  readonly isDry: boolean;
}

function tell({ snapshots, going, leftBehind, isDry }: Pruning, context: CliContext): void {
  const { out } = context.terminal;
  if (context.json) {
    const ids = going.map(({ snapshot }) => snapshot);
    const json = { dry_run: isDry, pruned: ids, left_behind: leftBehind, snapshots: snapshotJson(snapshots) };
    out(`${JSON.stringify(json)}\n`);
    return;
  }
  out(say(context, PRUNING_RULES));
  const kept = snapshots.filter((one) => !going.includes(one));
  if (kept.length > 0) out(`\n${say(context, { nb: 'Beholdt', en: 'Kept' })}\n${snapshotTable(kept, context)}`);
  if (going.length + leftBehind.length === 0) {
    out(say(context, { nb: '\nIngenting å slette.\n', en: '\nNothing to delete.\n' }));
    return;
  }
  const done = isDry
    ? say(context, { nb: 'Ville blitt slettet', en: 'Would be deleted' })
    : say(context, { nb: 'Slettet', en: 'Deleted' });
  out(`\n${done}\n`);
  if (going.length > 0) out(snapshotTable(going, context));
  const whose = say(context, {
    nb: 'etterlatt av arbeid som ble avbrutt',
    en: 'left behind by work that was broken off',
  });
  for (const path of leftBehind) out(`${path}  ${whose}\n`);
}
