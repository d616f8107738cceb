import type { Text } from '../catalogue';

/** What would have had to be otherwise, as found by running the rule on it. */
export const WHY_NOT_TEXTS = {
  SECTION_CHANGES: { nb: 'Hva som skulle til', en: 'What it would have taken' },
  NEAREST_DATE: {
    nb: 'Nærmest er {fieldWord}: registeret har {fromDay}, grensen er {toDay}. Det skiller {movedDays}.',
    en: 'Nearest is {fieldWord}: the register has {fromDay}, the limit is {toDay}. They are {movedDays} apart.',
  },
  CHANGES_ONE: {
    nb: 'Det hadde vært nok at én opplysning i registeret var en annen. Hver mulighet er prøvd ved å regne på nytt:',
    en: 'It would have been enough if one thing in the register had been otherwise. Each possibility was tried by calculating again:',
  },
  CHANGES_TWO: {
    nb: 'Ingen enkelt opplysning hadde vært nok. To måtte ha vært annerledes samtidig. Hver mulighet er prøvd ved å regne på nytt:',
    en: 'No single thing would have been enough. Two would have had to be otherwise together. Each possibility was tried by calculating again:',
  },
  CHANGES_THREE: {
    nb: 'Verken én eller to opplysninger hadde vært nok. Tre måtte ha vært annerledes samtidig. Hver mulighet er prøvd ved å regne på nytt:',
    en: 'Neither one thing nor two would have been enough. Three would have had to be otherwise together. Each possibility was tried by calculating again:',
  },
  CHANGES_NONE: {
    nb: 'Verken én eller to andre opplysninger i registeret hadde vært nok, og det ble heller ikke funnet tre som hadde vært det.',
    en: 'Neither one thing in the register nor two would have been enough, and no three were found that would.',
  },
  CHANGES_MORE: {
    nb: 'I tillegg: {moreWays} med like mange opplysninger, ingen av dem mindre.',
    en: 'Besides these: {moreWays} with as many values, none of them smaller.',
  },
  CHANGE_TOGETHER: { nb: 'Samtidig:', en: 'Together:' },
  CHANGE_EARLIER: {
    nb: '{fieldWord} {toDay} i stedet for {fromDay} ({movedDays} tidligere)',
    en: '{fieldWord} {toDay} instead of {fromDay} ({movedDays} earlier)',
  },
  CHANGE_LATER: {
    nb: '{fieldWord} {toDay} i stedet for {fromDay} ({movedDays} senere)',
    en: '{fieldWord} {toDay} instead of {fromDay} ({movedDays} later)',
  },
  CHANGE_EMPTY_DATE: {
    nb: '{fieldWord} for eksempel {toDay}, der registeret ikke har noen dato',
    en: '{fieldWord} for example {toDay}, where the register has no date',
  },
  CHANGE_NO_END: {
    nb: '{fieldWord} tom i stedet for {fromDay}',
    en: '{fieldWord} empty instead of {fromDay}',
  },
  CHANGE_UNKNOWN: {
    nb: 'Raden registrert først {toDay}, så den ikke var kjent på skjæringsdatoen, i stedet for {fromDay}',
    en: 'The row registered only on {toDay}, so that it was not known on the as-of date, instead of {fromDay}',
  },
  CHANGE_CODE: {
    nb: '{fieldWord} «{toWord}» i stedet for «{fromWord}»',
    en: '{fieldWord} “{toWord}” instead of “{fromWord}”',
  },
  CHANGE_COUNTRY: {
    nb: 'En landbakgrunn som står i regiontabellen, i stedet for {country}',
    en: 'A country background that is in the region table instead of {country}',
  },
  CHANGE_PLACE: {
    nb: '{fieldWord} {toPlace} i stedet for {fromPlace}',
    en: '{fieldWord} {toPlace} instead of {fromPlace}',
  },
  ADD_DECISION: {
    nb: 'Et innvilget vedtak om {kindWord}, registrert senest {asOfDay}',
    en: 'A granted decision on {kindWord}, registered by {asOfDay}',
  },
  ADD_DECISION_IN_YEAR: {
    nb: 'Et innvilget vedtak om {kindWord}, fattet for eksempel {decidedDay} og registrert senest {asOfDay}',
    en: 'A granted decision on {kindWord}, made for example on {decidedDay} and registered by {asOfDay}',
  },
  ADD_HOME: {
    nb: 'Et registrert bosted fra {fromDay} uten sluttdato, for eksempel i {place}, registrert {asOfDay}',
    en: 'A registered residence from {fromDay} without an end, for example in {place}, registered on {asOfDay}',
  },
  ADD_CENTRE: {
    nb: 'Et registrert opphold på mottak fra {fromDay} uten sluttdato, for eksempel i {place}, registrert {asOfDay}',
    en: 'A registered stay at a reception centre from {fromDay} without an end, for example in {place}, registered on {asOfDay}',
  },
  ADD_TARGET_GROUP: {
    nb: 'En ny rad i personkretsen, «{categoryWord}» ({lawWord}), for eksempel fra {enteredDay}',
    en: 'A new row in the target group, “{categoryWord}” ({lawWord}), for example from {enteredDay}',
  },
  ADD_TARGET_GROUP_PERMIT: {
    nb: 'En ny rad i personkretsen, «{categoryWord}» ({lawWord}), for eksempel fra {enteredDay} med oppholdstillatelse gitt {permitDay}',
    en: 'A new row in the target group, “{categoryWord}” ({lawWord}), for example from {enteredDay} with a permit granted on {permitDay}',
  },
  WOULD_GIVE: {
    nb: 'Da hadde {annualNok} for året kommet til utbetaling, fra og med termin {term}.',
    en: 'Then {annualNok} for the year would have been paid, from term {term}.',
  },
  WOULD_LACK_RATE: {
    nb: 'Da hadde personen utløst tilskudd, men satsen {cell} mangler.',
    en: 'The person would then have triggered the grant, but the rate {cell} is missing.',
  },
  WOULD_COUNT: { nb: 'Da hadde personen blitt talt.', en: 'The person would then have been counted.' },
  TITLE_WHY_NOT: {
    nb: 'Hvem i {place} som ikke ga noe tilskudd i {year}, etter kjøringen {runId}',
    en: 'Who in {place} brought no grant in {year}, by the run {runId}',
  },
  WHY_NOT_PEOPLE: {
    nb: '{peoplePersons} har bosted, opplæringskommune eller videregående opplæring her minst én dag i {year}. {givingPersons} ga tilskudd, her eller et annet sted. {nothingPersons} ga ikke noe.',
    en: 'A residence, a training kommune or upper secondary school here on at least one day of {year}: {peoplePersons}. {givingPersons} brought a grant, here or elsewhere. {nothingPersons} brought none.',
  },
  WHY_NOT_PROTECTED: {
    nb: 'Personer med adressebeskyttelse er ikke med, heller ikke i tallene.',
    en: 'Persons with a protected address are left out, of the numbers too.',
  },
  WHY_NOT_ASK: {
    nb: 'Hva som skulle til for én person, sier explain --person med --why-not.',
    en: 'What it would have taken for one person, explain --person tells with --why-not.',
  },
  SECTION_REASONS: {
    nb: 'Etter grunn: første vilkår som sviktet, eller hvorfor beløpet holdes tilbake',
    en: 'By reason: the first condition that failed, or why the amount is held',
  },
  REASON_GROUP: {
    nb: '{countPersons}, {componentWord}: {reasonWord}',
    en: '{countPersons}, {componentWord}: {reasonWord}',
  },
  REASON_GROUP_ALL: { nb: '{countPersons}: {reasonWord}', en: '{countPersons}: {reasonWord}' },
  REASON_EXAMPLES: { nb: 'Blant dem {examples}', en: 'Among them {examples}' },
  SECTION_COUNT: { nb: 'Grunntilskudd', en: 'Grunntilskudd' },
  COUNT_NONE: {
    nb: 'Ingen ble talt her {countDay}, så det gis ikke grunntilskudd. Én person hadde gitt lavt grunntilskudd.',
    en: 'Nobody was counted here on {countDay}, so there is no grunntilskudd. One person would have given the low one.',
  },
  COUNT_TOO_MANY: {
    nb: '{countPersons} ble talt her {countDay}. Over 150 gir ikke grunntilskudd; {overPersons} færre hadde gitt høyt.',
    en: 'Counted here on {countDay}: {countPersons}. More than 150 give no grunntilskudd; {overPersons} fewer would have given the high one.',
  },
} satisfies Readonly<Record<string, Text>>;

/** Reasons for which a person gives nothing, in a word or two, beside those of the rules' conditions. */
export const REASON_WORDS = {
  reason_no_row: { nb: 'ingen kjent rad som kunne utløst noe', en: 'no known row that could have triggered anything' },
  reason_rejected_row: { nb: 'en rad om personen kunne ikke leses', en: 'a row of the person could not be read' },
  reason_missing_from_extract: { nb: 'mangler i uttrekket', en: 'missing from the extract' },
  reason_no_recipient: {
    nb: 'utløste tilskudd, men ingen dag har en mottaker',
    en: 'triggered, but no day has a recipient',
  },
  reason_unknown_country: { nb: 'utløste tilskudd, men landet er ukjent', en: 'triggered, but the country is unknown' },
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
  field_decision_kind: { nb: 'typen vedtak', en: 'the kind of decision' },
  field_decided_on: { nb: 'vedtaksdatoen', en: 'the date of the decision' },
  field_residence_kind: { nb: 'bostedet', en: 'the residence' },
  field_residence_from_date: { nb: 'startdatoen for bostedet', en: 'the first day of the residence' },
  field_residence_to_date: { nb: 'sluttdatoen for bostedet', en: 'the last day of the residence' },
  field_training_kommune_from_date: {
    nb: 'startdatoen for opplæringskommunen',
    en: 'the first day of the training kommune',
  },
  field_training_kommune_to_date: {
    nb: 'sluttdatoen for opplæringskommunen',
    en: 'the last day of the training kommune',
  },
  field_upper_secondary_from_date: {
    nb: 'startdatoen for videregående opplæring',
    en: 'the first day of upper secondary school',
  },
  field_upper_secondary_to_date: {
    nb: 'sluttdatoen for videregående opplæring',
    en: 'the last day of upper secondary school',
  },
  field_training_kommune: { nb: 'opplæringskommunen', en: 'the training kommune' },
  field_kommune: { nb: 'kommunen', en: 'the kommune' },
  field_fylke: { nb: 'fylket', en: 'the fylke' },
  kind_registered: { nb: 'folkeregistrert', en: 'registered' },
  kind_reception_centre: { nb: 'mottak', en: 'reception centre' },
} satisfies Readonly<Record<string, Text>>;
