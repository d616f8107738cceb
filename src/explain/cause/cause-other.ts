import { asDay, asRecipientCode, HELD, i32 } from '../../domain';
import type { BatchInfo } from '../../ledger';
import type { Step } from '../../report';
import type { ChapterInput } from '../register/chapter-input';
import { placeText } from '../register/subject';
import { rateSource } from '../steps/sources';
import { step } from '../steps/step';
import { earlierManifest } from './earlier-person';
import type { Relevance } from './relevance';

/**
 * What it was beside rows and ids that matter: a later term, a rate, a rule, numbers of kommuner; or nothing, where what
 * is held now was held then too.
 *
 * @param rowsChanged some rows are others, whether they matter or not
 * @param casesChanged cases decide something else of the person
 */
export function causesBesideRows(
  input: ChapterInput,
  batch: BatchInfo,
  relevance: Omit<Relevance, 'idle'>,
  rowsChanged: boolean,
  casesChanged: boolean,
): Step[] {
  const { id } = input;
  const known = casesChanged || relevance.matter.length > 0 || relevance.joinMatters || relevance.partingMatters;
  const reported = relevance.termMatters
    ? [step(`${id}/cause/term`, known ? 'CAUSE_TERM_TOO' : rowsChanged ? 'CAUSE_TERM_ALONE' : 'CAUSE_TERM')]
    : [];
  if (relevance.explainsAll) return known || reported.length > 0 ? reported : stillHeld(input);
  const causes = [...manifestCauses(input, batch), ...translationCauses(input)];
  if (causes.length > 0) return [...reported, ...causes];
  const alone = rowsChanged ? 'CAUSE_RULES_ALONE' : 'CAUSE_RULES';
  return [...reported, step(`${id}/cause/other`, known || reported.length > 0 ? 'CAUSE_RULES_TOO' : alone)];
}

/** Nothing is otherwise than it was: what is open now was held then too. */
function stillHeld({ record, id }: ChapterInput): Step[] {
  const open = record.parts.filter(({ dueNok, postedNok }) => dueNok !== postedNok);
  const isHeld = open.every(({ held }) => held !== HELD.none);
  return [step(`${id}/cause/held`, isHeld ? 'CAUSE_STILL_HELD' : 'CAUSE_RULES_ALONE')];
}

function manifestCauses({ record, year, component, module, id }: ChapterInput, batch: BatchInfo): Step[] {
  const then = earlierManifest(batch);
  if (!then) return [];
  const causes: Step[] = [];
  const same = (row: { grant_year: number; component: string }): boolean =>
    row.grant_year === record.grantYear && row.component === component;
  const before = then.modules.find(same)?.module;
  if (before !== undefined && before !== module.id) {
    causes.push(step(`${id}/cause/module`, 'CAUSE_MODULE', { before, after: module.id }));
  }
  const rate = year.rates.rates[record.rateIndex];
  const was = then.rates_used.find(
    (each) => each.key === rate?.key && each.grant_year === rate.grantYear && each.rate_class === rate.rateClass,
  );
  if (rate && was && was.value_nok !== rate.valueNok) {
    const params = { year: rate.grantYear, beforeNok: was.value_nok, afterNok: rate.valueNok };
    causes.push(step(`${id}/cause/rate`, 'CAUSE_RATE', params, [rateSource(rate)]));
  }
  return causes;
}

function translationCauses({ posted, year, subject, id }: ChapterInput): Step[] {
  if (subject.isProtected) return [];
  const codes = new Set(posted.map(({ basisRecipient }) => basisRecipient));
  return [...codes].flatMap((code) => {
    const target = i32(year.translation.target, code);
    if (target === code) return [];
    const [first] = subject.context.rules.places.translationSteps(asRecipientCode(code), year.lastDay);
    const params = {
      // As it was called when it ended.
      fromPlace: placeText(subject, code, first === undefined ? year.firstDay : asDay(first.on - 1)),
      toPlace: placeText(subject, target, year.lastDay),
    };
    return [step(`${id}/cause/translation`, 'CAUSE_TRANSLATION', params)];
  });
}
