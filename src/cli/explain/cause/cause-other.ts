import { i32 } from '../../../domain';
import type { BatchInfo } from '../../../ledger';
import type { Step } from '../../../report/explanation/explanation';
import type { ChapterInput } from '../register/chapter-input';
import { placeText } from '../register/subject';
import { readManifest } from '../run/run-manifest';
import { rateSource } from '../steps/sources';
import { step } from '../steps/step';
import type { Bearing } from './bearing';

/** What it was where the rows are the same: rate, rule, numbers of kommuner, or simply a later term. */
export function otherCauses(input: ChapterInput, batch: BatchInfo): Step[] {
  const causes = [...manifestCauses(input, batch), ...translationCauses(input)];
  if (causes.length > 0) return causes;
  const sum = (value: (part: { dueNok: number; postedNok: number }) => number): number =>
    input.record.parts.reduce((total, part) => total + value(part), 0);
  const more = sum(({ dueNok }) => dueNok) > sum(({ postedNok }) => postedNok);
  return [step(`${input.id}/cause/other`, more ? 'CAUSE_TERM' : 'CAUSE_RULES')];
}

/** What it was beside rows that have changed, whether these matter or not. */
export function causesBesideRows(input: ChapterInput, batch: BatchInfo, bearing: Omit<Bearing, 'idle'>): Step[] {
  const { id } = input;
  const rowsMatter = bearing.matter.length > 0;
  const term = step(`${id}/cause/term`, rowsMatter ? 'CAUSE_TERM_TOO' : 'CAUSE_TERM_ALONE');
  const told = bearing.termMatters ? [term] : [];
  if (bearing.explainsAll) return told;
  const known = [...manifestCauses(input, batch), ...translationCauses(input)];
  const rules = step(`${id}/cause/other`, rowsMatter || told.length > 0 ? 'CAUSE_RULES_TOO' : 'CAUSE_RULES_ALONE');
  return [...told, ...(known.length > 0 ? known : [rules])];
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

/** The earlier run's manifest, where its folder still stands. */
function earlierManifest(batch: BatchInfo): ReturnType<typeof readManifest> | undefined {
  try {
    return readManifest(batch.runFolder, batch);
  } catch {
    return undefined; // Moved or changed since: `verify` says so; here it only means that there is less to tell.
  }
}

function translationCauses({ posted, year, subject, id }: ChapterInput): Step[] {
  if (subject.isProtected) return [];
  const codes = new Set(posted.map(({ basisRecipient }) => basisRecipient));
  return [...codes].flatMap((code) => {
    const target = i32(year.translation.target, code);
    if (target === code) return [];
    const params = {
      fromPlace: placeText(subject, code, year.firstDay),
      toPlace: placeText(subject, target, year.lastDay),
    };
    return [step(`${id}/cause/translation`, 'CAUSE_TRANSLATION', params)];
  });
}
