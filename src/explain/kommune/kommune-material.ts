import {
  asRecipientCode,
  at,
  COMPONENTS,
  type Component,
  formatRecipientCode,
  i32,
  lastDayOfYear,
  NO_PERSON,
} from '../../domain';
import { calculateKommuner } from '../../engine';
import type { CountedPosting } from '../../ledger';
import { type KommuneTraceRecord, LeafRecorder } from '../../trace';
import { checkReplay } from '../run/check-replay';
import { firstLeafOf, type KommuneLeaf, kommuneLeaves } from '../run/kommune-leaves';
import { orChanged, type RunContext } from '../run/run-context';

/** A kommune's amount of a component without persons, worked out again and found equal to the trace. */
export interface KommuneMaterial {
  readonly context: RunContext;
  readonly leaf: number;
  readonly component: Component;
  readonly kommune: number;
  readonly record: KommuneTraceRecord;
  /** Postings of the component to this kommune that counted. */
  readonly posted: readonly CountedPosting[];
}

/**
 * A kommune's leaf, replayed from the whole register (everybody is counted again) and checked.
 *
 * @throws NorsktilskuddError verification EXPLAIN_REPLAY_DIFFERS
 */
export function kommuneMaterial(
  context: RunContext,
  leaf: number,
  leaves = orChanged(context.folder, () => kommuneLeaves(context)),
): KommuneMaterial {
  const found = at(
    leaves.filter((each) => each.leaf === leaf),
    0,
  );
  const record = at(found.trace.records, 0);
  const component = at(COMPONENTS, record.component);
  const { kommune } = found.trace;
  checkReplay({
    runId: context.batch.runId,
    subject: formatRecipientCode(asRecipientCode(kommune)),
    stored: context.trace.words(leaf).words,
    replayed: replayed(context, component, record.grantYear, kommune, leaves),
  });
  const posted = context.ledger
    .countedPostings(context.batch.postingHead, [NO_PERSON])
    .filter(
      (each) =>
        each.grantYear === record.grantYear &&
        each.component === component &&
        basisOf(context, each.basisRecipient, record.grantYear) === kommune,
    );
  return { context, leaf, component, kommune, record, posted };
}

/** The code in force on the last day of the grant year. */
function basisOf({ rules }: RunContext, code: number, grantYear: number): number {
  return i32(rules.places.translationTo(lastDayOfYear(grantYear)).target, code);
}

/** Words of the leaf as the rule gives them now. */
function replayed(
  context: RunContext,
  component: Component,
  grantYear: number,
  kommune: number,
  leaves: readonly KommuneLeaf[],
): Int32Array {
  const { snapshot, ledger, batch, request, rules } = context;
  const trace = new LeafRecorder(kommune);
  calculateKommuner({
    component,
    grantYear,
    cases: context.cases,
    request,
    rules,
    trace,
    register: snapshot,
    posted: ledger.postedStateOfOne(batch.postingHead, [NO_PERSON]),
    firstLeaf: firstLeafOf(leaves, component, grantYear),
  });
  return trace.words();
}
