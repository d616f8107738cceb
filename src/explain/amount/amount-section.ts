import { at, RATE_CLASSES, STATUS, u16, unpackCountry } from '../../domain';
import type { Section, Source, Step } from '../../report';
import { assumption, type ChapterInput, ruleSource } from '../register/chapter-input';
import { cell } from '../register/subject';
import { rateSource } from '../steps/sources';
import { step } from '../steps/step';

/** How the amount for the year comes about: country, class, rate. */
export function amountSection(input: ChapterInput): Section {
  const { record, id } = input;
  const steps: Step[] = [];
  if (record.status === STATUS.notTriggered) return { id: `${id}/amount`, title: 'SECTION_AMOUNT', steps };
  const isByClass = input.module.readings.some(({ cells }) => cells.includes('persons.country'));
  if (isByClass) steps.push(classStep(input));
  const rate = input.year.rates.rates[record.rateIndex];
  const triggers = record.status === STATUS.triggered || record.status === STATUS.noRecipient;
  if (rate && triggers) {
    const classWord = at(RATE_CLASSES, record.rateClass - 1);
    const params = { k: record.yearNumber, year: record.grantYear, rateNok: rate.valueNok, classWord };
    const code = isByClass ? 'RATE_YEAR' : 'RATE_SINGLE';
    steps.push(step(`${id}/rate`, code, params, [rateSource(rate)]));
    const isWhole = input.module.limits.some((key) => key.endsWith('.proration'));
    const sources: Source[] = [{ kind: 'step', step: `${id}/rate` }];
    steps.push(
      step(`${id}/annual`, isWhole ? 'FULL_AMOUNT' : 'ANNUAL_AMOUNT', { annualNok: record.annualAmountNok }, [
        ...sources,
        ...(isWhole ? [assumption(input, 'A8')] : []),
      ]),
    );
  }
  return { id: `${id}/amount`, title: 'SECTION_AMOUNT', steps };
}

function classStep(input: ChapterInput): Step {
  const { subject, year, record, id } = input;
  const country = u16(subject.block.persons.country, subject.personRow);
  const sources = [cell(subject, 'persons', subject.personRow, 'country_background')];
  const register: Source = { kind: 'register', file: 'regions.csv', key: unpackCountry(country) };
  if (record.status === STATUS.unknownCountry) {
    return step(`${id}/class`, 'CLASS_UNKNOWN', { country: unpackCountry(country) }, [...sources, register]);
  }
  return step(
    `${id}/class`,
    'CLASS',
    {
      country: unpackCountry(country),
      regionWord: year.regions.region(country),
      classWord: at(RATE_CLASSES, record.rateClass - 1),
    },
    [...sources, register, ruleSource(input, 'rulebook 3 (S1)')],
  );
}
