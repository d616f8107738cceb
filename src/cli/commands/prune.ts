import { type Pruning, pruneSnapshots } from '../../app';
import { formatDay } from '../../domain';
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
  ...sources.signedAct,
  runsFolder: sources.runsFolder,
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

function prune({ isDry: dryRun, clock, ...given }: Input<typeof input>, context: CliContext): void {
  tell(pruneSnapshots(given, { ...given, ...clock, dryRun }), context);
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
  if (kept.length > 0) out(`\n${say(context, 'prune.kept')}\n${snapshotTable(kept, context)}`);
  if (going.length + leftBehind.length === 0) {
    out(say(context, 'prune.nothing_delete'));
    return;
  }
  const done = isDry ? say(context, 'prune.would_deleted') : say(context, 'prune.deleted');
  out(`\n${done}\n`);
  if (going.length > 0) out(snapshotTable(going, context));
  const whose = say(context, 'prune.left_behind_work');
  for (const path of leftBehind) out(`${path}  ${whose}\n`);
}
