import { countDateOf, grunntilskuddTermOf, moduleFor, sayStep, YearLimits } from '../../../rules';
import {
  asDay,
  at,
  type Component,
  dayOf,
  formatDay,
  isCounted,
  paysHours,
  RATE_CLASS,
  RATE_CLASSES,
} from '../../domain';
import { contextOf } from '../../engine';
import type { ExplainCode, ExplainParams } from '../../messages';
import type { Chapter, Section, Source, Step } from '../../report';
import { heldSection } from '../amount/held-section';
import { lineSection, postedSection, type SettlementInput } from '../amount/line-section';
import { placeText } from '../register/subject';
import { assumptionSource, rateSource } from '../steps/sources';
import { sectionsOf, step } from '../steps/step';
import { hourCauseSection, hourMonthSteps } from './hour-sections';
import type { KommuneMaterial } from './kommune-material';

/** Grunntilskudd or the hour grant of a kommune, from the count to the line. */
export function kommuneChapter(material: KommuneMaterial): Chapter {
  const { context, component, record, posted } = material;
  const year = record.grantYear;
  const module = { id: moduleFor(component, year)?.id ?? component };
  const id = `${year}/${module.id}`;
  const subject = { context, isProtected: false };
  const days = { firstDay: dayOf(year, 1, 1), lastDay: dayOf(year, 12, 31) };
  const isCount = isCounted(component);
  const dueStep = isCount ? `${id}/due` : `${id}/amount`;
  const settlement: SettlementInput = { subject, record, year: days, posted, id, module, dueStep };
  const sections = sectionsOf(
    {
      id: `${id}/amount`,
      title: isCount ? 'SECTION_PERSONS' : 'SECTION_HOURS',
      steps: isCount ? countSteps(material, id) : hourSteps(material, id),
    },
    { id: `${id}/due`, title: 'SECTION_DUE', steps: dueSteps(material, id) },
    postedSection(settlement),
    lineSection(settlement),
    isCount ? openingSection(material, id) : hourCauseSection(material, id),
    heldSection(settlement),
    { id: `${id}/assumptions`, title: 'SECTION_ASSUMPTIONS', steps: assumptionSteps(material, id) },
  );
  return { id, title: step(id, 'TITLE_CHAPTER', { componentWord: component, year }), sections };
}

/** That what stood there before came from an earlier system, so that there is no count or extract to compare with. */
function openingSection({ record, posted }: KommuneMaterial, id: string): Section {
  const moves = record.parts.some(({ dueNok, postedNok }) => dueNok !== postedNok);
  const isOpening = posted.at(-1)?.kind === 'opening';
  const steps = moves && isOpening ? [step(`${id}/cause`, 'CAUSE_OPENING')] : [];
  return { id: `${id}/cause`, title: 'SECTION_CAUSE', steps };
}

function countSteps({ context, component, record, kommune }: KommuneMaterial, id: string): Step[] {
  const countDate = countDateOf(record.grantYear, context.rules.limits);
  const place = placeText({ context, isProtected: false }, kommune, asDay(countDate));
  const rule = ruleOf(component, record.grantYear, 'rulebook 5.1 (S1, S12)');
  const params = { countPersons: record.count, place, countDay: formatDay(asDay(countDate)) };
  const rate = context.rules.rates.rates[record.rateIndexes[0] ?? -1];
  const year = contextOf(record.grantYear, context.request, context.rules);
  const stepOfCount: Step = {
    id: `${id}/step`,
    label: '',
    ...sayStep(year, record.count),
    params: {},
    sources: [{ kind: 'step', step: `${id}/count` }, rule],
    steps: [],
  };
  // Who was counted is not named: somebody missing among them would tell where a person with a protected address lives.
  return [
    step(`${id}/count`, 'COUNT', params, [rule]),
    stepOfCount,
    ...(rate
      ? [
          step(
            `${id}/rate`,
            'RATE_STEP',
            {
              classWord: at(RATE_CLASSES, record.rateClass - RATE_CLASS.low),
              year: record.grantYear,
              rateNok: rate.valueNok,
            },
            [rateSource(rate)],
          ),
        ]
      : []),
  ];
}

function hourSteps(material: KommuneMaterial, id: string): Step[] {
  const { context, component, record } = material;
  const rates = record.rateIndexes.flatMap((index) => context.rules.rates.rates[index] ?? []);
  const rateOf = (key: string): number => rates.find((rate) => rate.key === key)?.valueNok ?? 0;
  const { teachingHundredths, participantHundredths, annualAmountNok: annualNok } = record;
  const hours = { term: context.request.term, teachingHundredths, participantHundredths };
  const rule = ruleOf(component, record.grantYear, 'rulebook 5.3 (S33)');
  const sources: Source[] = [{ kind: 'step', step: `${id}/hours` }, ...rates.map(rateSource)];
  const amount = (code: ExplainCode, params: ExplainParams): Step =>
    step(`${id}/amount`, code, { ...params, annualNok, roundedWord }, sources);
  const teachingRateNok = rateOf('timetilskudd.per_teaching_hour');
  const participantRateNok = rateOf('timetilskudd.per_participant_hour');
  const hundredths = teachingRateNok * teachingHundredths + participantRateNok * participantHundredths;
  const roundedWord = hundredths % 100 === 0 ? 'exact' : 'rounded';
  const reported = [{ ...step(`${id}/hours`, 'HOURS', hours, [rule]), steps: hourMonthSteps(material, id) }];
  if (teachingHundredths > 0 && participantHundredths > 0) {
    return [...reported, amount('HOUR_AMOUNT', { ...hours, teachingRateNok, participantRateNok })];
  }
  if (teachingHundredths + participantHundredths === 0) return [...reported, amount('HOUR_AMOUNT_NONE', {})];
  const rateNok = teachingHundredths > 0 ? teachingRateNok : participantRateNok;
  const hoursHundredths = teachingHundredths + participantHundredths;
  return [...reported, amount('HOUR_AMOUNT_ONE', { rateNok, hoursHundredths })];
}

function dueSteps({ context, component, record }: KommuneMaterial, id: string): Step[] {
  if (paysHours(component)) return [];
  const firstTerm = grunntilskuddTermOf(record.grantYear, context.rules.limits);
  const params = { firstTerm, term: context.request.term, dueNok: record.cumulativeDueNok };
  return [step(`${id}/due`, 'DUE_WHOLE', params, [ruleOf(component, record.grantYear, 'rulebook 6')])];
}

function assumptionSteps({ context, component, record }: KommuneMaterial, id: string): Step[] {
  const limits = new YearLimits(context.rules.limits, record.grantYear);
  const names = paysHours(component)
    ? ['A13']
    : ['A4', ...(limits.isYes('grunntilskudd.counts_6a') ? ['A11'] : []), 'A12', ...dueAssumption(limits)];
  return names.map((name) => {
    const source = assumptionSource(context.rules.assumptions, name, context.parameterLine(name));
    return { ...step(`${id}/assumption/${name}`, 'ASSUMPTION', { idWord: name }, [source]), label: name };
  });
}

/** The assumption that gives the term in which the count is due, in years that rest on one. */
function dueAssumption(limits: YearLimits): string[] {
  const { assumption } = limits.row('grunntilskudd.due_term');
  return assumption === '' ? [] : [assumption];
}

function ruleOf(component: Component, year: number, paragraph: string): Source {
  return { kind: 'rule', module: moduleFor(component, year)?.id ?? component, paragraph };
}
