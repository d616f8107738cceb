import { RULE_MODULES } from '../../../rules';
import {
  asRecipientCode,
  blockOfFacts,
  type Condition,
  dayOf,
  FAR_FUTURE,
  FAR_PAST,
  type GrantYearContext,
  type PersonView,
  packCountry,
  type RuleModule,
  type Said,
} from '../../domain';
import { contextOf } from '../../engine';
import { type Language, lawText } from '../../messages';
import { loadShippedRules } from '../shipped-rules';

/** What explanations say of somebody who meets a condition, and of somebody who does not. */
export interface ConditionSentences {
  readonly met: string;
  readonly notMet: string;
  /** Rules that say it so. */
  readonly modules: readonly string[];
}

/** Values that are the person's own stand as dots; those of the law stand whole. */
const GAP = '…';

/**
 * The sentences of a condition, by the newest rule of each grant that has it; rules that say the same stand together. Empty
 * where no rule knows the condition.
 *
 * @param id as the rulebook names it: `E1`
 */
export function conditionSentences(id: string, language: Language): ConditionSentences[] {
  const found = new Map<string, ConditionSentences>();
  for (const module of newestModules(id)) {
    const context = contextFor(module);
    for (const condition of module.conditions.filter((each) => each.id === id)) {
      const [met, notMet] = [
        sentence(condition, context, true, language),
        sentence(condition, context, false, language),
      ];
      const modules = [...(found.get(met + notMet)?.modules ?? []), module.id];
      found.set(met + notMet, { met, notMet, modules });
    }
  }
  return [...found.values()].filter(({ met, notMet }) => met + notMet !== '');
}

/** Of each grant the last rule that has the condition. */
function newestModules(id: string): RuleModule[] {
  const byGrant = new Map<string, RuleModule>();
  for (const module of RULE_MODULES) {
    if (!module.conditions.some((condition) => condition.id === id)) continue;
    const other = byGrant.get(module.component);
    if (other === undefined || other.firstGrantYear < module.firstGrantYear) byGrant.set(module.component, module);
  }
  return [...byGrant.values()];
}

/** The last grant year of a rule; of one without an end the year in which the newest rule begins. */
function contextFor({ firstGrantYear, lastGrantYear }: RuleModule): GrantYearContext {
  const newest = Math.max(...RULE_MODULES.map((module) => module.firstGrantYear));
  const year = lastGrantYear ?? Math.max(firstGrantYear, newest);
  return contextOf(year, { grantYear: year, term: 4, asOf: dayOf(year, 12, 31), excluded: [] }, loadShippedRules());
}

/** Said of two persons of whom nothing is the same: what differs is theirs, but for the limit of a year of entry. */
function sentence(condition: Condition, context: GrantYearContext, met: boolean, language: Language): string {
  const bound = condition.bind(context);
  const decisionRow = met ? 0 : -1;
  const of = (law: number, which: number, before: number): Said | undefined => {
    const person = madeUp(context.grantYear - before, law, which, met, condition.decisionKind ?? 0);
    return bound.say({ person, row: 0, met, anchorRow: 0, decisionRow });
  };
  // Some conditions say nothing of rows under the one law or the other, or of those of earlier years.
  const pairs = [1, 0].flatMap((before) => [0, 1].map((law) => [of(law, 0, 0), of(law, 1, before)]));
  const [one, other] = pairs.find((said) => !said.includes(undefined)) ?? [];
  if (one === undefined) return '';
  const { text, params, words } = one;
  const own = Object.keys(params).filter((name) => name !== 'limitYears' && params[name] !== other?.params[name]);
  const gapped = (of: string): string => own.reduce((said, name) => said.replaceAll(`{${name}}`, GAP), of);
  return lawText({ nb: gapped(text.nb), en: gapped(text.en) }, language, params, words);
}

/** Somebody who entered in a year and, where that is to be told, is gone and was refused. */
function madeUp(year: number, law: number, which: number, isThere: boolean, kind: number): PersonView {
  const known = { line: 2, registeredOn: FAR_PAST };
  const recipient = asRecipientCode(which === 0 ? 301 : 4601);
  const on = (month: number) => dayOf(year, month, which + 1);
  const end = isThere ? FAR_FUTURE : on(1);
  const own = { birthDate: dayOf(year - 30 - which, 5, 1), country: packCountry('SYR'), addressProtection: 0 };
  const row = { law, category: which, enteredOn: on(3), permitGrantedOn: on(2), leftOn: end };
  const decision = { decision: 0, kommune: recipient, kind, outcome: isThere ? 0 : 1 + which, decidedOn: on(5) };
  const block = blockOfFacts({
    personId: 1,
    rows: {
      persons: [{ ...known, ...own, personId: 1, deathDate: end, emigratedOn: FAR_FUTURE }],
      targetGroup: [{ ...known, ...row }],
      decisions: [{ ...known, ...decision }],
      residence: [{ ...known, recipient, kind: 0, fromDate: on(1), toDate: FAR_FUTURE }],
      trainingKommune: [],
      upperSecondary: [],
    },
  });
  return { block, index: 0, personRow: 0 };
}
