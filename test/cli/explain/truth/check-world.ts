import { explanationOfLine } from '../../../../src/app/explain/find-explanation';
import { openRunContext } from '../../../../src/app/explain/open-run-context';
import { pseudonymsOf } from '../../../../src/audit/pseudonym';
import { readPseudonymKey } from '../../../../src/audit/pseudonym-key';
import { formatPersonId } from '../../../../src/domain';
import { explainPerson } from '../../../../src/explain/person/explain-person';
import { personMaterial } from '../../../../src/explain/person/person-material';
import type { RunContext } from '../../../../src/explain/run/run-context';
import { openLedger } from '../../../../src/ledger';
import type { Explanation } from '../../../../src/report/explanation/explanation';
import { renderJson } from '../../../../src/report/explanation/render-json';
import { explanationSchema } from '../../../support/explanation-schema';
import { checkSources } from './check-sources';
import { checkSums } from './check-sums';
import { type ExplainedPerson, type ExplainedRun, type ExplainedWorld, stepsOf } from './explained-world';

/** An explanation as its reader gets it. */
export const told = (explanation: Explanation): ExplainedPerson =>
  explanationSchema.parse(JSON.parse(renderJson(explanation, 'en')));

/** Every id of a person in an extract: what follows from person_ids.csv, chains included. */
function idsOf(run: ExplainedRun, personRef: string): ReadonlySet<string> {
  const ids = new Set([personRef]);
  const names = ['person_ids.csv', 'person_id_endringer.csv'];
  const rows = names.flatMap((name) => {
    try {
      return [...run.extract.rows(name).values()];
    } catch {
      return [];
    }
  });
  for (const _ of rows) for (const row of rows) if (ids.has(row.person_id ?? '')) ids.add(row.old_person_id ?? '');
  return ids;
}

function explainOnePerson(context: RunContext, world: ExplainedWorld, personRef: string): Explanation {
  const pseudonyms = pseudonymsOf(readPseudonymKey(world.keyFile));
  const material = personMaterial(context, Number(personRef), (id) => {
    const pseudonym = pseudonyms.of(id);
    return { pseudonym, leaf: context.trace.findPseudonym(pseudonym) };
  });
  return explainPerson(material);
}

/** Sentences that tell of a change of numbers: in some years only one kommune was split, so they would name it. */
const NAMING = /^(TRANSLAT|HELD_NO_UNIQUE|HELD_DIFFERENCE|HELD_WAITS|LINE_RECIPIENT$|CAUSE_TRANSLATION|FIELD_PLACE$)/;

/** Of a person with a protected address no place is told, nor what only one place can be the reason of. */
function checkPrivacy(explanation: ExplainedPerson): string[] {
  if (!explanation.head.some(({ code }) => code === 'HEAD_PROTECTED')) return [];
  const lines = explanation.lines.filter((line) => line.recipient_id !== '' || line.basis_recipient_id !== '');
  const steps = [explanation.title, ...explanation.chapters.flatMap(stepsOf)].filter(
    ({ code, params }) =>
      NAMING.test(code) || Object.entries(params).some(([name, value]) => /[pP]lace$/.test(name) && value !== ''),
  );
  return [...lines, ...steps].map((told) => `${explanation.subject} names a place: ${JSON.stringify(told)}`);
}

/** Explains each line and each held person of a run and returns what is wrong with what is told. */
function checkRun(context: RunContext, world: ExplainedWorld, run: ExplainedRun): { told: number; faults: string[] } {
  const faults: string[] = [];
  let count = 0;
  const check = (explanation: ExplainedPerson, personRef: string): void => {
    const ids = personRef === '' ? new Set<string>() : allIds(world, personRef);
    faults.push(...checkSources(explanation, world, ids), ...checkSums(explanation), ...checkPrivacy(explanation));
    count += 1;
  };
  for (const row of world.rowsOf(run.runId, 'payout_lines.csv')) {
    const explanation = told(explanationOfLine(context, row.line_id ?? ''));
    check(explanation, row.person_ref ?? '');
    if (explanation.title.code === 'TITLE_LINE_PROTECTED') {
      expect(explanation.lines).toEqual([]);
      continue;
    }
    const line = explanation.lines.find(({ line_id }) => line_id === row.line_id);
    expect([row.line_id, line?.amount, line?.cumulative_due, line?.previously_posted, line?.code]).toEqual([
      row.line_id,
      Number(row.amount),
      Number(row.cumulative_due),
      Number(row.previously_posted),
      row.code,
    ]);
    if (line?.recipient_id) expect(line.recipient_id).toBe(row.recipient_id);
  }
  const held = new Set(world.rowsOf(run.runId, 'held.csv').map(({ person_ref: ref = '' }) => ref));
  for (const personRef of held) {
    if (personRef !== '') check(told(explainOnePerson(context, world, personRef)), personRef);
  }
  return { told: count, faults };
}

/** Ids of the person in any extract: a cause names rows of an earlier one. */
export function allIds({ runs }: ExplainedWorld, personRef: string): ReadonlySet<string> {
  const ref = formatPersonId(Number(personRef));
  return new Set([...runs.values()].flatMap((run) => [...idsOf(run, ref)]));
}

/**
 * Explains every line and every held person of every run and holds each address to the files and each sum to itself.
 *
 * @returns number of explanations that were checked
 */
export function checkWorld(world: ExplainedWorld): number {
  const ledger = openLedger(world.db, { readOnly: true });
  let explained = 0;
  try {
    for (const run of world.runs.values()) {
      const context = openRunContext(ledger, run.runId);
      const { told: count, faults } = checkRun(context, world, run);
      context.close();
      expect(faults).toEqual([]);
      explained += count;
    }
  } finally {
    ledger.close();
  }
  return explained;
}
