import type { Text } from '../../messages';
import type { Stratum } from './draw-sample';

const STRATUM_TEXTS: Readonly<Record<Stratum, Text>> = {
  held: {
    nb: 'Er årsaken til at beløpet holdes tilbake riktig, og har kommunen fått vite hva som må rettes?',
    en: 'Is the reason for which the amount is held right, and does the kommune know what to correct?',
  },
  protected: {
    nb: 'Får den riktige kommunen pengene (prøvd av en som har tilgang), og står stedet ikke noe sted utenfor de skjermede filene?',
    en: 'Does the right kommune receive the money (tried by somebody with access), and is the place written nowhere outside the restricted files?',
  },
  correction: {
    nb: 'Stemmer årsaken til korreksjonen i forklaringen med det som er endret i NIR og i saken?',
    en: 'Does the cause of the correction agree with what has changed in NIR and in the case?',
  },
  arrears: {
    nb: 'Hvorfor kom beløpet først året etter, og er det ikke betalt tidligere på annen måte?',
    en: 'Why does the amount come only the year after, and has it not been paid before in another way?',
  },
  new_rule: {
    nb: 'Regelen er ny i år: gir den det samme som forskriften og rundskrivet, regnet for hånd?',
    en: 'The rule is new this year: does it give what the regulation and the circular give, worked out by hand?',
  },
  first_time: {
    nb: 'Er personen ny i tilskuddet, og har ikke gitt tilskudd under et annet nummer?',
    en: 'Is the person new to the grant, without an earlier grant under another number?',
  },
  regular: {
    nb: 'Er det noe i forklaringen som avviker fra saken?',
    en: 'Is there anything in the explanation that differs from the case?',
  },
};

const PERSON_TEXTS: readonly Text[] = [
  {
    nb: 'Kategori, lov, inntreden og oppholdstillatelse i NIR er som i vedtaket fra UDI.',
    en: 'Category, law, entry and permit in NIR are as in the decision of UDI.',
  },
  {
    nb: 'Vedtaket om opplæring finnes, er innvilget og datert som registrert.',
    en: 'The decision on training exists, is granted and dated as registered.',
  },
  {
    nb: 'Bosted, mottak og skolegang i året er som i Folkeregisteret og hos kommunen.',
    en: 'Residence, reception centre and school in the year are as in the population register and at the kommune.',
  },
  { nb: 'Fødselsdato og landbakgrunn er riktige.', en: 'The date of birth and the country background are right.' },
];

const KOMMUNE_TEXTS: readonly Text[] = [
  {
    nb: 'Antallet på telledagen er det kommunen selv har, og ligger på riktig side av grensene 3/4 og 150/151.',
    en: 'The number on the count date is the one that the kommune has, on the right side of the limits 3/4 and 150/151.',
  },
];

const LAST: Text = {
  nb: 'Satsen er den i rundskrivet for året.',
  en: 'The rate is that of the circular of the year.',
};

/** Questions that a controller answers for an item. */
export function checklistOf(stratum: Stratum, hasPerson: boolean): readonly Text[] {
  return [STRATUM_TEXTS[stratum], ...(hasPerson ? PERSON_TEXTS : KOMMUNE_TEXTS), LAST];
}
