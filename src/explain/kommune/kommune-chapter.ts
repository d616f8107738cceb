import { assumptionWords, countDateOf, moduleFor } from '../../../rules';
import { asDay, assert, at, type CaseAct, type HourMonth, isCounted, knownDay, NO_PERSON } from '../../domain';
import { blockedAtFreeze, contextOf, hourMonths, pinnedCounts, registerCount } from '../../engine';
import type { Chapter, Section, Source, Step } from '../../report';
import { heldSection } from '../amount/held-section';
import { lineSection, postedSection, type SettlementInput } from '../amount/line-section';
import { type RuleChapter, ruleSteps, sourceOf } from '../register/rule-steps';
import type { RunContext } from '../run/run-context';
import { extractCell } from '../steps/sources';
import { sectionsOf, step } from '../steps/step';
import type { KommuneMaterial } from './kommune-material';

/**
 * Grunntilskudd or the hour grant of a kommune, from the count to the line. Who was counted is not named: somebody missing
 * among them would tell where a person with a protected address lives.
 */
export function kommuneChapter(material: KommuneMaterial): Chapter {
  const { context, component, record, posted, kommune } = material;
  const { request, rules } = context;
  const module = moduleFor(component, record.grantYear);
  assert(module !== undefined, `no rule of ${component} for ${record.grantYear}`);
  const year = contextOf(record.grantYear, request, rules);
  const id = `${record.grantYear}/${module.id}`;
  const chapter: RuleChapter = { id, module, year, subject: { context, isProtected: false } };
  const explained = module.sayKommune?.(year, { ...record, kommune }, request.term, () => monthsNow(material));
  const due = ruleSteps(chapter, explained?.due ?? []);
  const settlement: SettlementInput = {
    ...{ subject: chapter.subject, personId: NO_PERSON, record, year, posted, id, module },
    dueStep: due[0]?.id ?? `${id}/amount`,
  };
  const isCount = isCounted(component);
  const sections = sectionsOf(
    {
      id: `${id}/amount`,
      title: isCount ? 'SECTION_PERSONS' : 'SECTION_HOURS',
      steps: [...caseSteps(material, id), ...amountSteps(material, id, ruleSteps(chapter, explained?.amount ?? []))],
    },
    { id: `${id}/due`, title: 'SECTION_DUE', steps: due },
    postedSection(settlement),
    lineSection(settlement),
    isCount ? openingSection(material, id) : hourCauseSection(material, id),
    heldSection(settlement),
    {
      id: `${id}/assumptions`,
      title: 'SECTION_ASSUMPTIONS',
      steps: assumptionSteps(chapter, explained?.assumptions ?? []),
    },
  );
  return { id, title: step(id, 'TITLE_CHAPTER', { componentWord: component, year: record.grantYear }), sections };
}

/** Nobody counted anew what stands; where a case pins the count the register's own stands beside it. */
function amountSteps(material: KommuneMaterial, id: string, steps: readonly Step[]): readonly Step[] {
  if (isStanding(material)) return [];
  const { context, kommune, record, component } = material;
  if (!isCounted(component) || pinOf(material) === undefined) return steps;
  const { request, rules, cases, snapshot: register, ledger, batch } = context;
  const posted = ledger.postedStateOfOne(batch.postingHead, [NO_PERSON]);
  const countPersons = registerCount({ request, rules, cases, register, posted, grantYear: record.grantYear }, kommune);
  const own = step(`${id}/count`, 'COUNT_REGISTER', { countPersons });
  return steps.map((each) => (each.id === own.id ? { ...own, sources: each.sources } : each));
}

/** The act that pins the count of the kommune; undefined where none does. */
function pinOf({ context, record, kommune }: KommuneMaterial): CaseAct | undefined {
  const { places, limits } = context.rules;
  const onCountDate = places.translationTo(asDay(countDateOf(record.grantYear, limits)));
  return pinnedCounts(context.cases, record.grantYear, onCountDate.target).get(kommune);
}

/** A case has pinned the count, or the count is frozen and stands, since the run worked out pinned ones alone. */
function caseSteps(material: KommuneMaterial, id: string): Step[] {
  const { component, record } = material;
  if (!isCounted(component)) return [];
  if (isStanding(material)) return [step(`${id}/stands`, 'COUNT_STANDS', { year: record.grantYear })];
  const pin = pinOf(material);
  if (pin === undefined) return frozenSteps(material, id);
  const { amount: count, caseNumber, act } = pin;
  return [step(`${id}/case`, 'COUNT_PINNED', { count, caseNumber, act })];
}

/** The count was frozen before, while a case blocked the grant. */
function frozenSteps({ context, record, kommune }: KommuneMaterial, id: string): Step[] {
  const posted = context.ledger.postedStateOfOne(context.batch.postingHead, [NO_PERSON]);
  const frozen = blockedAtFreeze(posted, record.grantYear).find(({ basisRecipient }) => basisRecipient === kommune);
  if (frozen === undefined) return [];
  return [step(`${id}/frozen`, 'COUNT_FROZEN_BLOCKED', { year: record.grantYear, count: frozen.persons })];
}

/** What is posted stands: nobody was counted anew. */
function isStanding({ component, record }: KommuneMaterial): boolean {
  return isCounted(component) && record.count === 0 && record.annualAmountNok !== 0;
}

/** That what stood there before came from an earlier system, so that there is no count or extract to compare with. */
function openingSection({ record, posted }: KommuneMaterial, id: string): Section {
  const moves = record.parts.some(({ dueNok, postedNok }) => dueNok !== postedNok);
  const isOpening = posted.at(-1)?.kind === 'opening';
  const steps = moves && isOpening ? [step(`${id}/cause`, 'CAUSE_OPENING')] : [];
  return { id: `${id}/cause`, title: 'SECTION_CAUSE', steps };
}

function assumptionSteps(chapter: RuleChapter, names: readonly string[]): Step[] {
  return names.map((name) => {
    const source = sourceOf(chapter, { assumption: name });
    return {
      ...step(`${chapter.id}/assumption/${name}`, 'ASSUMPTION', { idWord: name }, [source]),
      label: name,
      words: assumptionWords(chapter.year.limits, chapter.year.grantYear),
    };
  });
}

/**
 * Months of the last posting whose hours have become others, by the extracts of then and now; whether rows appeared,
 * vanished or were changed, their sums and numbers say.
 */
function hourCauseSection(material: KommuneMaterial, id: string): Section {
  const { context, posted, record, kommune } = material;
  const section = { id: `${id}/cause`, title: 'SECTION_CAUSE' } as const;
  const last = posted.at(-1);
  const batch = last === undefined ? undefined : context.ledger.batch(last.runId);
  if (last?.kind === 'opening') return { ...section, steps: [step(`${id}/cause`, 'CAUSE_OPENING')] };
  if (batch === undefined) return { ...section, steps: [] };
  const { runId, asOf, term } = batch;
  const snapshot = context.snapshotOf(batch.snapshot);
  if (!snapshot) return { ...section, steps: [step(`${id}/cause`, 'CAUSE_NO_SNAPSHOT', { runId })] };
  const now = monthsNow(material);
  const year = contextOf(record.grantYear, { ...context.request, asOf: knownDay(asOf) }, context.rules);
  const changed = hourMonths(snapshot, year, kommune, term).flatMap((then, month) =>
    changeSteps(then, at(now, month), `${id}/cause/${then.month}`, context),
  );
  const later = laterSteps(term, context.request.term, `${id}/cause/later`);
  const against = step(`${id}/cause`, 'CAUSE_AGAINST', { runId, asOfDay: asOf });
  const steps = [...changed, ...later];
  return { ...section, steps: steps.length === 0 ? [] : [{ ...against, steps }] };
}

function laterSteps(postedTerm: number, term: number, id: string): Step[] {
  if (term <= postedTerm) return [];
  const one = term === postedTerm + 1;
  return [step(id, one ? 'CAUSE_HOURS_TERM' : 'CAUSE_HOURS_LATER', { fromTerm: postedTerm + 1, term })];
}

function changeSteps(then: HourMonth, now: HourMonth, id: string, context: RunContext): Step[] {
  const [teaching, participant] = filesOf(context);
  const { month } = then;
  const changed = (
    kind: 'teaching' | 'participant',
    code: 'CAUSE_TEACHING_HOURS' | 'CAUSE_PARTICIPANT_HOURS',
  ): Step[] => {
    const params = {
      month,
      beforeHundredths: then[`${kind}Hundredths`],
      beforeRows: then[`${kind}Rows`],
      afterHundredths: now[`${kind}Hundredths`],
      afterRows: now[`${kind}Rows`],
    };
    const isSame = params.beforeHundredths === params.afterHundredths;
    return isSame ? [] : [step(`${id}/${kind}`, code, params, [kind === 'teaching' ? teaching : participant])];
  };
  return [...changed('teaching', 'CAUSE_TEACHING_HOURS'), ...changed('participant', 'CAUSE_PARTICIPANT_HOURS')];
}

/** Hours of the kommune in each month that is due, as the run knows them. */
function monthsNow({ context, kommune, record }: KommuneMaterial): readonly HourMonth[] {
  const { request, rules, snapshot } = context;
  return hourMonths(snapshot, contextOf(record.grantYear, request, rules), kommune, request.term);
}

function filesOf({ snapshot }: RunContext): readonly [Source, Source] {
  return [extractCell(snapshot, 'teaching_hours', 0), extractCell(snapshot, 'hours', 0)];
}
