import { recipientText } from '../app/recipient-text';
import { type Component, NO_RECIPIENT, parseComponent, type RateClass } from '../domain';
import type { Text } from '../messages';
import { type CliContext, say } from './context';

/** Short names of the grants, for a column of a table. */
const COMPONENT_NAMES: Readonly<Record<Component, Text>> = {
  asylnorsk: { nb: 'norsk for asylsøkere', en: 'Norwegian for asylum seekers' },
  grunntilskudd: { nb: 'grunntilskudd', en: 'grunntilskudd' },
  kulturtilskudd: { nb: 'norsk kultur og verdier', en: 'Norwegian culture and values' },
  persontilskudd: { nb: 'persontilskudd', en: 'persontilskudd' },
  persontilskudd37d: { nb: 'persontilskudd § 37 d', en: 'persontilskudd, section 37 d' },
  samfunnskunnskap_mottak: { nb: 'samfunnskunnskap i mottak', en: 'social studies at reception' },
  timetilskudd: { nb: 'timetilskudd', en: 'hour grant' },
  utvidet43g: { nb: 'utvidet opplæring § 43 g', en: 'extended, section 43 g' },
};

const CLASS_NAMES: Readonly<Record<RateClass, Text>> = {
  low: { nb: 'lav', en: 'low' },
  high: { nb: 'høy', en: 'high' },
  single: { nb: 'én sats', en: 'single' },
};

/** A grant by its name; the codes are for files and programs. */
export function componentName(code: string, context: Pick<CliContext, 'language'>): string {
  const component = parseComponent(code);
  return component === undefined ? code : say(context, COMPONENT_NAMES[component]);
}

/** A class of rates by its name; empty for none. */
export function rateClassName(rateClass: RateClass | undefined, context: Pick<CliContext, 'language'>): string {
  return rateClass === undefined ? '' : say(context, CLASS_NAMES[rateClass]);
}

/** A recipient by its number, or that the amount is held because it has none. */
export function recipientName(recipient: number, context: Pick<CliContext, 'language'>): string {
  return recipient === NO_RECIPIENT ? say(context, { nb: 'holdt tilbake', en: 'held' }) : recipientText(recipient);
}
