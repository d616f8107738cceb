import {
  type Component,
  isCounted,
  isPerDecision,
  nettingGroupOf,
  parseComponent,
  paysHours,
  traitsOf,
} from '../../domain';
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

const CATEGORY: Text = {
  nb: 'Kategori, lov, inntreden og oppholdstillatelse i NIR er som i vedtaket fra UDI.',
  en: 'Category, law, entry and permit in NIR are as in the decision of UDI.',
};
const DECISION: Text = {
  nb: 'Vedtaket om opplæring finnes, er innvilget og datert som registrert.',
  en: 'The decision on training exists, is granted and dated as registered.',
};
const PLACES: Text = {
  nb: 'Bosted, mottak og skolegang i året er som i Folkeregisteret og hos kommunen.',
  en: 'Residence, reception centre and school in the year are as in the population register and at the kommune.',
};
const BIRTH: Text = { nb: 'Fødselsdatoen er riktig.', en: 'The date of birth is right.' };
const BIRTH_AND_COUNTRY: Text = {
  nb: 'Fødselsdato og landbakgrunn er riktige.',
  en: 'The date of birth and the country background are right.',
};
const ASYLUM: readonly Text[] = [
  {
    nb: 'Personen er asylsøker, og inntreden i NIR er som hos UDI.',
    en: 'The person is an asylum seeker, and the entry in NIR is as at UDI.',
  },
  {
    nb: 'Mottaket ved inntreden og den første flyttingen til et mottak i en annen kommune det året er som hos UDI.',
    en: 'The reception centre on entry and the first move to one in another kommune that year are as at UDI.',
  },
  BIRTH,
];

const DECISIONS_43G: Text = {
  nb: 'Hvert vedtak om utvidet opplæring finnes, er innvilget, og dato og kommune er som registrert.',
  en: 'Each decision on extended training exists and is granted, and its date and kommune are as registered.',
};
const COUNT: Text = {
  nb: 'Antallet på telledagen er det kommunen selv har, og ligger på riktig side av grensene 3/4 og 150/151.',
  en: 'The number on the count date is the one that the kommune has, on the right side of the limits 3/4 and 150/151.',
};
const HOURS: Text = {
  nb: 'Undervisningstimene og deltakertimene er de kommunen selv har ført, og ingen time er talt to ganger.',
  en: 'Teaching hours and participant hours are those that the kommune has recorded, and no hour is counted twice.',
};

/** What is looked up for a grant: that which its rule reads. */
function registeredFacts(component: Component): readonly Text[] {
  if (isCounted(component)) return [COUNT];
  if (paysHours(component)) return [HOURS];
  if (isPerDecision(component)) return [DECISIONS_43G];
  // Grants of the asylum group are for asylum seekers, who have no decision on training.
  if (nettingGroupOf(component) === 'asylum') return ASYLUM;
  const isClassed = traitsOf(component).rateClasses.includes('low');
  return [CATEGORY, DECISION, PLACES, isClassed ? BIRTH_AND_COUNTRY : BIRTH];
}

const LAST: Text = {
  nb: 'Satsen er den i rundskrivet for året.',
  en: 'The rate is that of the circular of the year.',
};

/** Questions that a controller answers for an item of a component. */
export function checklistOf(stratum: Stratum, name: string): readonly Text[] {
  const component = parseComponent(name);
  return [STRATUM_TEXTS[stratum], ...(component === undefined ? [] : registeredFacts(component)), LAST];
}
