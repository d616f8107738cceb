import type { Text } from '../catalogue';

/** What would have had to be otherwise, as found by running the rule on it. */
export const WHY_NOT_TEXTS = {
  SECTION_CHANGES: { nb: 'Hva som skulle til', en: 'What it would have taken' },
  NEAREST_DATE: {
    nb: 'Nærmest er {fieldWord}: {fromDay} står i registeret, grensen er {toDay}. Det skiller {movedDays}.',
    en: 'Nearest is {fieldWord}: the register has {fromDay}, the limit is {toDay}. It is off by {movedDays}.',
  },
  CHANGES_ONE: {
    nb: 'Én annen opplysning i registeret hadde vært nok. Prøvd ved å regne på nytt:',
    en: 'One other value in the register would have been enough. Tried by calculating again:',
  },
  CHANGES_TWO: {
    nb: 'Ingen enkelt opplysning er nok. To måtte vært annerledes samtidig. Prøvd ved å regne på nytt:',
    en: 'No single value is enough. Two would have to be otherwise together. Tried by calculating again:',
  },
  CHANGES_THREE: {
    nb: 'Verken én eller to opplysninger er nok. Tre måtte vært annerledes samtidig. Prøvd ved å regne på nytt:',
    en: 'Neither one nor two values are enough. Three would have to be otherwise together. Tried by calculating again:',
  },
  CHANGES_NONE: {
    nb: 'Ikke engang tre andre opplysninger i registeret hadde vært nok.',
    en: 'Not even three other values in the register would have been enough.',
  },
  CHANGES_MORE: {
    nb: 'Det finnes {moreCount} andre muligheter av samme størrelse, med større endringer.',
    en: 'There are {moreCount} more possibilities of the same size, with larger changes.',
  },
  CHANGE_TOGETHER: { nb: 'Samtidig:', en: 'Together:' },
  CHANGE_EARLIER: {
    nb: '{fieldWord} {toDay} eller tidligere i stedet for {fromDay} ({movedDays})',
    en: '{fieldWord} {toDay} or earlier instead of {fromDay} ({movedDays})',
  },
  CHANGE_LATER: {
    nb: '{fieldWord} {toDay} eller senere i stedet for {fromDay} ({movedDays})',
    en: '{fieldWord} {toDay} or later instead of {fromDay} ({movedDays})',
  },
  CHANGE_EMPTY_DATE: {
    nb: '{fieldWord} {toDay}, der registeret ikke har noen dato',
    en: '{fieldWord} {toDay}, where the register has no date',
  },
  CHANGE_NO_END: {
    nb: 'ingen dag ut av personkretsen i stedet for {fromDay}',
    en: 'no day out of the target group instead of {fromDay}',
  },
  CHANGE_CODE: {
    nb: '{fieldWord} «{toWord}» i stedet for «{fromWord}»',
    en: '{fieldWord} “{toWord}” instead of “{fromWord}”',
  },
  CHANGE_COUNTRY: {
    nb: 'en landbakgrunn som står i regiontabellen, i stedet for {country}',
    en: 'a country background that is in the region table instead of {country}',
  },
  CHANGE_PLACE: {
    nb: '{fieldWord} {toPlace} i stedet for {fromPlace}',
    en: '{fieldWord} {toPlace} instead of {fromPlace}',
  },
  ADD_DECISION: {
    nb: 'et innvilget vedtak om {kindWord}, registrert senest {asOfDay}',
    en: 'a granted decision on {kindWord}, registered by {asOfDay}',
  },
  ADD_DECISION_IN_YEAR: {
    nb: 'et innvilget vedtak om {kindWord}, fattet for eksempel {decidedDay} og registrert senest {asOfDay}',
    en: 'a granted decision on {kindWord}, made for example on {decidedDay} and registered by {asOfDay}',
  },
  ADD_HOME: {
    nb: 'en registrert bostedskommune for dagene uten bosted',
    en: 'a registered kommune of residence for the days without one',
  },
  ADD_CENTRE: {
    nb: 'et registrert opphold på mottak, der det ikke er noe bosted',
    en: 'a registered stay at a reception centre where no residence is registered',
  },
  ADD_TARGET_GROUP: {
    nb: 'en rad i personkretsen med {categoryWord}, for eksempel fra {enteredDay}',
    en: 'a row in the target group with {categoryWord}, for example from {enteredDay}',
  },
  WOULD_GIVE: {
    nb: 'Da hadde personen gitt {annualNok} for året, første gang i termin {term}.',
    en: 'The person would then have given {annualNok} for the year, first in term {term}.',
  },
  WOULD_LACK_RATE: {
    nb: 'Da hadde personen utløst tilskudd, men satsen {cell} mangler.',
    en: 'The person would then have triggered the grant, but the rate {cell} is missing.',
  },
  WOULD_COUNT: { nb: 'Da hadde personen blitt talt.', en: 'The person would then have been counted.' },
} satisfies Readonly<Record<string, Text>>;

/** Names of registered values, as they stand in these sentences. */
export const FIELD_WORDS = {
  field_registered_on: { nb: 'registreringsdatoen', en: 'the date of registration' },
  field_birth_date: { nb: 'fødselsdatoen', en: 'the date of birth' },
  field_death_date: { nb: 'dødsdatoen', en: 'the date of death' },
  field_emigrated_on: { nb: 'utvandringsdatoen', en: 'the date of emigration' },
  field_country_background: { nb: 'landbakgrunnen', en: 'the country background' },
  field_entered_on: { nb: 'inntreden i personkretsen', en: 'the entry into the target group' },
  field_left_on: { nb: 'dagen ut av personkretsen', en: 'the day out of the target group' },
  field_permit_granted_on: { nb: 'datoen for oppholdstillatelsen', en: 'the date of the permit' },
  field_law: { nb: 'loven', en: 'the law' },
  field_category: { nb: 'kategorien', en: 'the category' },
  field_outcome: { nb: 'utfallet av vedtaket', en: 'the outcome of the decision' },
  field_decision_kind: { nb: 'det vedtaket gjelder', en: 'the kind of the decision' },
  field_decided_on: { nb: 'vedtaksdatoen', en: 'the date of the decision' },
  field_residence_kind: { nb: 'bostedet', en: 'the residence' },
  field_from_date: { nb: 'fra-datoen', en: 'the from-date' },
  field_to_date: { nb: 'til-datoen', en: 'the to-date' },
  field_kommune: { nb: 'kommunen', en: 'the kommune' },
  field_fylke: { nb: 'fylket', en: 'the fylke' },
  kind_registered: { nb: 'folkeregistrert', en: 'registered' },
  kind_reception_centre: { nb: 'mottak', en: 'reception centre' },
} satisfies Readonly<Record<string, Text>>;
