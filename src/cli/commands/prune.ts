import { type GoingContents, type GoingRun, type KeptContent, type Pruning, pruneSnapshots } from '../../app';
import { formatDay } from '../../domain';
import type { TextKey } from '../../messages';
import { snapshots } from '../answers/common';
import { type CliContext, say } from '../context';
import { at, flag, list, object, text, textOrNull, whole } from '../declare/answer';
import { command } from '../declare/command';
import { mapped, withDefault } from '../declare/source';
import { FLAGS } from '../flags/flags';
import * as sources from '../flags/sources';
import { snapshotTable } from '../snapshot-table';

/** Rules by which snapshots are kept or go. */
const RULES = 'snapshots.rules_snapshot_open';

/** `prune`: deletes snapshots that nothing posted rests on, or whose time of keeping is over. */
export const pruneCommand = command('prune', {
  examples: [
    'norsktilskudd prune --dry-run --as kari',
    'norsktilskudd prune --retention-expired 2029-01-01 --as kari --reason "ti år er gått"',
    'norsktilskudd prune --runs --retention-expired 2029-01-01 --as kari --reason "ti år er gått"',
    'norsktilskudd prune --receipts --cases --retention-expired 2029-01-01 --as ola --reason "ti år er gått"',
  ],
  input: {
    retentionExpired: mapped(FLAGS.retentionExpired, (day) => (day === undefined ? undefined : formatDay(day))),
    runs: FLAGS.prunedRuns,
    letters: FLAGS.prunedLetters,
    reports: FLAGS.prunedReports,
    receipts: FLAGS.prunedReceipts,
    cases: FLAGS.prunedCases,
    dryRun: FLAGS.dryRun,
    reason: withDefault(FLAGS.reason, ''),
    ...sources.signedAct,
    runsFolder: sources.runsFolder,
  },
  helpEnd: (context) => say(context, RULES),
  run: (input) => pruneSnapshots(input, input),
  json: object({
    dry_run: at('isDry', flag),
    pruned: at(({ going }: Pruning) => going.map(({ snapshot }) => snapshot), list(text)),
    pruned_runs: at(runsOf('runs'), list(text)),
    pruned_letters: at(runsOf('letters'), list(text)),
    pruned_reports: at(runsOf('reports'), list(text)),
    contents: list(
      object({
        what: text,
        items: list(whole),
        proposed_by: at('proposedBy', textOrNull),
        deleted: at('isDeleted', flag),
      }),
    ),
    kept: list(object({ what: text, item: whole, because: at('hold', text) })),
    left_behind: list(text),
    snapshots,
  }),
  text: pruningText,
});

function runsOf(wanted: GoingRun['part']): (pruning: Pruning) => string[] {
  return ({ runFolders }) => runFolders.flatMap(({ part, runId }) => (part === wanted ? [runId] : []));
}

function pruningText(
  { snapshots, going, runFolders, contents, kept: stays, leftBehind, isDry }: Pruning,
  context: CliContext,
): string[] {
  const kept = snapshots.filter((one) => !going.includes(one));
  const keptTable = kept.length > 0 ? `\n${say(context, 'prune.kept')}\n${snapshotTable(kept, context)}` : '';
  const head = [say(context, RULES), keptTable, ...stays.map((one) => keptText(one, context))];
  if (going.length + runFolders.length + contents.length + leftBehind.length === 0)
    return [...head, say(context, 'prune.nothing_delete')];
  const reported = contents.map((one) => `${contentsText(one, isDry, context)}\n`);
  if (going.length + runFolders.length + leftBehind.length === 0) return [...head, '\n', ...reported];
  return [
    ...head,
    `\n${say(context, isDry ? 'prune.would_deleted' : 'prune.deleted')}\n`,
    going.length > 0 ? snapshotTable(going, context) : '',
    ...runFolders.flatMap(({ paths }) => paths.map((path) => `${path}\n`)),
    ...leftBehind.map((path) => `${path}  ${say(context, 'prune.left_behind_work')}\n`),
    ...reported,
  ];
}

/** Why the content of a receipt or case stays. */
function keptText({ what, item, hold }: KeptContent, context: CliContext): string {
  return say(context, `prune.kept_${what}`, { item, why: say(context, HOLDS[hold]) });
}

const HOLDS = {
  open: 'prune.hold_open',
  'open draft': 'prune.hold_draft',
  'can be corrected': 'prune.hold_correct',
  over: 'prune.hold_over',
} as const satisfies Record<KeptContent['hold'], TextKey>;

/** What went of receipts or cases, or who has to confirm it. */
function contentsText(
  { what, items, proposedBy, isDeleted }: GoingContents,
  isDry: boolean,
  context: CliContext,
): string {
  const values = { numbers: items.join(', '), actor: proposedBy };
  if (isDry) return say(context, `prune.would_${what}`, values);
  return say(context, isDeleted ? `prune.deleted_${what}` : `prune.proposed_${what}`, values);
}
