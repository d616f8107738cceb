import {
  asDay,
  at,
  type BoundCondition,
  type Condition,
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
import { eitherSide } from './turns';

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
  return {
    id: 'E4',
    paragraph,
    decisionKind,
    cells: ['decisions.outcome', 'decisions.kind', ...(neededFrom ? (['targetGroup.enteredOn'] as const) : [])],
    limits: neededFrom ? [neededFrom, withinDays] : [withinDays],
    turns: (context) =>
      [neededFromOf(context)].filter(Number.isFinite).map((day) => eitherSide('targetGroup.enteredOn', day)),
    bind(context): BoundCondition {
      limitsOf(context).oneOf(withinDays, ['none']);
      const from = neededFromOf(context);
      const isNeeded = ({ block }: PersonView, row: number): boolean => i32(block.targetGroup.enteredOn, row) >= from;
      return {
        isMet(person, row, outcome) {
          if (!isNeeded(person, row)) return true;
          return isAsked(context, person, row) && hasDecision(person, context, decisionKind, outcome);
        },
        reason: { nb: 'mangler innvilget vedtak (E4)', en: 'no granted decision (E4)' },
        say({ person, row, met, decisionRow }) {
          if (!isNeeded(person, row)) {
            return {
              code: 'DECISION_NOT_NEEDED',
              text: notNeeded(from),
              params: {},
              cells: [{ cell: 'targetGroup.enteredOn', row }],
            };
          }
          // Where it was not asked, it fails by name only if there is none.
          if (!isAsked(context, person, row) && hasStanding(person, context, decisionKind)) return undefined;
          return met && decisionRow >= 0
            ? sayDecision(person, decisionRow, DECISION_MET)
            : sayNone(person, context, decisionKind);
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

function hasStanding({ block, index }: PersonView, { asOf }: GrantYearContext, kind: number): boolean {
  return findGrantedDecision(block.decisions, index, asOf, kind) >= 0;
}

function sayDecision({ block }: PersonView, row: number, told: typeof DECISION_MET): Said {
  const { decisions } = block;
  const decidedDay = formatDay(asDay(i32(decisions.decidedOn, row)));
  const kindWord = at(DECISION_KINDS, u8(decisions.kind, row))[0];
  const cells = (['decisions.decidedOn', 'decisions.kind', 'decisions.outcome'] as const).map((cell) => ({
    cell,
    row,
  }));
  return { ...told, params: { decidedDay, kindWord }, cells };
}

/** That there is none, with the standing decisions that do not help, each with its kind and outcome. */
function sayNone(person: PersonView, { asOf }: GrantYearContext, wanted: number): Said {
  const { decisions } = person.block;
  const others: Record<string, Said> = {};
  findStandingDecision(decisions, person.index, asOf, (row) => {
    const isWanted = u8(decisions.kind, row) === wanted;
    const { params, ...said } = sayDecision(person, row, isWanted ? DECISION_OTHER : DECISION_OTHER_KIND);
    others[`decision/${u32(decisions.line, row)}`] = {
      ...said,
      params: { ...params, outcomeWord: at(OUTCOMES, u8(decisions.outcome, row))[0] },
      cells: [{ cell: isWanted ? 'decisions.outcome' : 'decisions.kind', row }],
    };
    return false;
  });
  return { ...DECISION_FAILED, params: { kindWord: at(DECISION_KINDS, wanted)[0] }, cells: [], others };
}

function notNeeded(from: number): Wording {
  if (!Number.isFinite(from)) return { nb: 'Det trengs ikke noe vedtak.', en: 'No decision is needed.' };
  const day = formatDay(asDay(from));
  return {
    nb: `Inntreden var før {=${day}}, så det trengs ikke noe vedtak.`,
    en: `The entry was before {=${day}}, so no decision is needed.`,
  };
}

const DECISION_MET = {
  code: 'DECISION_MET',
  text: {
    nb: 'Vedtaket av {decidedDay} om {kindWord} er innvilget og gjelder.',
    en: 'The decision of {decidedDay} on {kindWord} is granted and stands.',
  },
};
const DECISION_FAILED = {
  code: 'DECISION_FAILED',
  text: {
    nb: 'Det trengs et innvilget vedtak om {kindWord}. Personen har ikke noe som gjelder.',
    en: 'A granted decision on {kindWord} is needed. The person has none that stands.',
  },
};
const DECISION_OTHER = {
  code: 'DECISION_OTHER',
  text: {
    nb: 'Vedtaket av {decidedDay} om {kindWord} har utfallet «{outcomeWord}».',
    en: 'The decision of {decidedDay} on {kindWord} has the outcome “{outcomeWord}”.',
  },
};
const DECISION_OTHER_KIND = {
  code: 'DECISION_OTHER_KIND',
  text: {
    nb: 'Vedtaket av {decidedDay} gjelder noe annet: {kindWord}.',
    en: 'The decision of {decidedDay} is about something else: {kindWord}.',
  },
};
