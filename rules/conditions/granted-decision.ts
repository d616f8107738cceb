import {
  asDay,
  at,
  type BoundCondition,
  type CodedText,
  type Condition,
  codedTexts,
  DECISION_KINDS,
  formatDay,
  type GrantYearContext,
  i32,
  type LimitKey,
  OUTCOMES,
  type Outcome,
  type PersonView,
  type Said,
  u8,
  u32,
  type Wording,
} from '../../src/domain';
import { findGrantedDecision, findStandingDecision } from '../common/standing-decision';
import { limitsOf } from '../parameters/limit-values';
import { eitherSide, notAfter, notBefore } from './turns';

interface DecisionLimits {
  /** Limit that says from which entries on a decision is needed; without it, from all. */
  readonly neededFrom?: LimitKey;
  readonly withinDays: LimitKey;
  /** Rows of which it is asked at all, of others nothing can be said. */
  isAsked?(context: GrantYearContext, person: PersonView, row: number): boolean;
}

/** E4: a standing granted decision of a kind, wherever and whenever it was made. */
export function grantedDecision(
  paragraph: string,
  decisionKind: number,
  { neededFrom, withinDays, isAsked = () => true }: DecisionLimits,
): Condition {
  const neededFromOf = (context: GrantYearContext): number =>
    neededFrom ? limitsOf(context).day(neededFrom) : Number.NEGATIVE_INFINITY;
  const withinOf = (context: GrantYearContext): number => limitsOf(context).days(withinDays);
  return {
    id: 'E4',
    paragraph,
    decisionKind,
    cells: ['decisions.outcome', 'decisions.kind', ...(neededFrom ? (['targetGroup.enteredOn'] as const) : [])],
    limits: neededFrom ? [neededFrom, withinDays] : [withinDays],
    cellsIn: (context) => (Number.isFinite(withinOf(context)) ? ['decisions.decidedOn', 'targetGroup.enteredOn'] : []),
    turns(context) {
      const needed = [neededFromOf(context)].filter(Number.isFinite);
      const within = [withinOf(context)].filter(Number.isFinite);
      return [
        ...needed.map((day) => eitherSide('targetGroup.enteredOn', day)),
        ...within.flatMap((days) => [
          notAfter('decisions.decidedOn', 'targetGroup.enteredOn', days),
          notBefore('targetGroup.enteredOn', 'decisions.decidedOn', -days),
        ]),
      ];
    },
    bind(context): BoundCondition {
      const within = withinOf(context);
      const from = neededFromOf(context);
      const isNeeded = ({ block }: PersonView, row: number): boolean => i32(block.targetGroup.enteredOn, row) >= from;
      return {
        isMet(person, row, outcome) {
          if (!isNeeded(person, row)) return true;
          if (!isAsked(context, person, row)) return false;
          return Number.isFinite(within)
            ? hasDecisionBy(
                person,
                context,
                decisionKind,
                outcome,
                i32(person.block.targetGroup.enteredOn, row) + within,
              )
            : hasDecision(person, context, decisionKind, outcome);
        },
        reason: { nb: 'mangler innvilget vedtak (E4)', en: 'no granted decision (E4)' },
        say({ person, row, met, decisionRow }) {
          if (!isNeeded(person, row)) {
            return {
              code: 'DECISION_NOT_NEEDED',
              text: notNeeded(from),
              params: {},
              cells: [{ cell: 'targetGroup.enteredOn', row }],
              limits: neededFrom ? [neededFrom] : [],
            };
          }
          const limits = [...(neededFrom ? [neededFrom] : []), ...(Number.isFinite(within) ? [withinDays] : [])];
          // Where it was not asked, it fails by name only if there is none.
          if (!isAsked(context, person, row) && hasStanding(person, context, decisionKind)) return undefined;
          if (!met) return { ...sayFailed(person, row, context, decisionKind, within), limits };
          const latest = i32(person.block.targetGroup.enteredOn, row) + within;
          const decided = decisionRow >= 0 ? decisionRow : findGrantedBy(person, context, decisionKind, latest);
          return { ...sayDecision(person, decided, SAY.DECISION_MET), limits };
        },
      };
    },
  };
}

/** Looks the decision up once for all rows of the person. */
function hasDecision(person: PersonView, context: GrantYearContext, kind: number, outcome: Outcome): boolean {
  if (outcome.decisionRow < 0) {
    outcome.decisionRow = findGrantedDecision(person.block.decisions, person.index, context.asOf, kind);
  }
  return outcome.decisionRow >= 0;
}

/** The same by a last day, row by row; the decision of the row that triggers is kept. */
function hasDecisionBy(
  person: PersonView,
  context: GrantYearContext,
  kind: number,
  outcome: Outcome,
  latest: number,
): boolean {
  const found = findGrantedBy(person, context, kind, latest);
  if (found >= 0 && outcome.chosenRow < 0) outcome.decisionRow = found;
  return found >= 0;
}

function findGrantedBy(person: PersonView, { asOf }: GrantYearContext, kind: number, latest: number): number {
  const { decisions } = person.block;
  return findGrantedDecision(decisions, person.index, asOf, kind, (row) => i32(decisions.decidedOn, row) <= latest);
}

/** That there is no decision, or that the one there is came too late. */
function sayFailed(person: PersonView, row: number, context: GrantYearContext, kind: number, within: number): Said {
  const late = findGrantedDecision(person.block.decisions, person.index, context.asOf, kind);
  if (late < 0 || !Number.isFinite(within)) return sayNone(person, context, kind);
  const { params, cells, ...said } = sayDecision(person, late, SAY.DECISION_LATE);
  const enteredOn = asDay(i32(person.block.targetGroup.enteredOn, row));
  const limitDay = formatDay(asDay(enteredOn + within));
  return {
    ...said,
    params: { ...params, enteredDay: formatDay(enteredOn), withinDays: within, limitDay },
    cells: [...cells, { cell: 'targetGroup.enteredOn', row }],
  };
}

function hasStanding({ block, index }: PersonView, { asOf }: GrantYearContext, kind: number): boolean {
  return findGrantedDecision(block.decisions, index, asOf, kind) >= 0;
}

function sayDecision({ block }: PersonView, row: number, sentence: CodedText): Said {
  const { decisions } = block;
  const decidedDay = formatDay(asDay(i32(decisions.decidedOn, row)));
  const kindWord = at(DECISION_KINDS, u8(decisions.kind, row))[0];
  const cells = (['decisions.decidedOn', 'decisions.kind', 'decisions.outcome'] as const).map((cell) => ({
    cell,
    row,
  }));
  return { ...sentence, params: { decidedDay, kindWord }, cells };
}

/** That there is none, with the standing decisions that do not help, each with its kind and outcome. */
function sayNone(person: PersonView, { asOf }: GrantYearContext, wanted: number): Said {
  const { decisions } = person.block;
  const others: Record<string, Said> = {};
  findStandingDecision(decisions, person.index, asOf, (row) => {
    const isWanted = u8(decisions.kind, row) === wanted;
    const { params, ...said } = sayDecision(person, row, isWanted ? SAY.DECISION_OTHER : SAY.DECISION_OTHER_KIND);
    others[`decision/${u32(decisions.line, row)}`] = {
      ...said,
      params: { ...params, outcomeWord: at(OUTCOMES, u8(decisions.outcome, row))[0] },
      cells: [{ cell: isWanted ? 'decisions.outcome' : 'decisions.kind', row }],
    };
    return false;
  });
  return { ...SAY.DECISION_FAILED, params: { kindWord: at(DECISION_KINDS, wanted)[0] }, cells: [], others };
}

function notNeeded(from: number): Wording {
  if (!Number.isFinite(from)) return { nb: 'Det trengs ikke noe vedtak.', en: 'No decision is needed.' };
  const day = formatDay(asDay(from));
  return {
    nb: `Inntreden var før {=${day}}, så det trengs ikke noe vedtak.`,
    en: `The entry was before {=${day}}, so no decision is needed.`,
  };
}

const SAY = codedTexts({
  DECISION_MET: {
    nb: 'Vedtaket av {decidedDay} om {kindWord} er innvilget og gjelder.',
    en: 'The decision of {decidedDay} on {kindWord} is granted and stands.',
  },
  DECISION_LATE: {
    nb: 'Vedtaket av {decidedDay} om {kindWord} er innvilget, men for sent. Kravet er senest {limitDay}, {withinDays} etter inntreden {enteredDay}.',
    en: 'The decision of {decidedDay} on {kindWord} is granted, but too late. It would have to be made on {limitDay} at the latest, {withinDays} after the entry on {enteredDay}.',
  },
  DECISION_FAILED: {
    nb: 'Det trengs et innvilget vedtak om {kindWord}. Personen har ikke noe gyldig innvilget vedtak.',
    en: 'A granted decision on {kindWord} is needed. The person has none that stands.',
  },
  DECISION_OTHER: {
    nb: 'Vedtaket av {decidedDay} om {kindWord} har utfallet «{outcomeWord}».',
    en: 'The decision of {decidedDay} on {kindWord} has the outcome “{outcomeWord}”.',
  },
  DECISION_OTHER_KIND: {
    nb: 'Vedtaket av {decidedDay} gjelder noe annet: {kindWord}.',
    en: 'The decision of {decidedDay} is about something else: {kindWord}.',
  },
});
