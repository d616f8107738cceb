import type { Text } from '../catalogue';

/** Findings of a run by their codes, in a short sentence that fits any number of them. */
export const FINDING_WORDS = {
  BALANCE_WITHOUT_SUCCESSOR: { nb: 'saldo på en kommune som er delt', en: 'balance of a kommune that was split' },
  BORN_AFTER_AS_OF: { nb: 'født etter dagen det beregnes per', en: 'born after the day as of which is calculated' },
  BORN_AFTER_ENTRY: { nb: 'født etter inntreden', en: 'born after entry' },
  BORN_LONG_AGO: { nb: 'født for mer enn 120 år siden', en: 'born more than 120 years ago' },
  COLUMN_IGNORED: { nb: 'ukjent kolonne, ikke lest', en: 'unknown column, not read' },
  COUNTRY_NOT_STATED: {
    nb: 'landbakgrunnen er uoppgitt, høy sats brukt',
    en: 'country background not stated, high rate used',
  },
  COUNTRY_STATELESS: { nb: 'statsløse, høy sats brukt', en: 'stateless, high rate used' },
  COUNTRY_UNKNOWN: {
    nb: 'landbakgrunnen står ikke i regiontabellen',
    en: 'country background not in the region table',
  },
  DEAD_BEFORE_BIRTH: { nb: 'død før fødsel', en: 'dead before birth' },
  DEAD_BEFORE_ENTRY: { nb: 'død før inntreden', en: 'dead before entry' },
  DECISION_BEFORE_BIRTH: { nb: 'vedtak før fødsel', en: 'decision before birth' },
  DECISION_MISSING: { nb: 'alt er oppfylt, men vedtaket mangler', en: 'all is met, but the decision is missing' },
  DIFFERENCE_WAITS: {
    nb: 'beløp som venter på en trekkpost som er holdt tilbake',
    en: 'amount that waits for a reduction that is held',
  },
  DIFFERENCE_WITHOUT_SUCCESSOR: {
    nb: 'forskjell på en kommune som er delt',
    en: 'difference of a kommune that was split',
  },
  DUF_CHECK_DIGITS: {
    nb: 'kontrollsifrene i DUF-nummeret stemmer ikke',
    en: 'check digits of the DUF number are wrong',
  },
  EMIGRATED_BEFORE_BIRTH: { nb: 'utvandret før fødsel', en: 'emigrated before birth' },
  EMIGRATED_BEFORE_ENTRY: { nb: 'utvandret før inntreden', en: 'emigrated before entry' },
  EXTRACT_DAY_MISSING: { nb: 'uttrekket sier ikke når det er tatt', en: 'the extract does not say when it was taken' },
  EXTRACT_JSON_MISSING: { nb: 'uttrekket har ingen extract.json', en: 'the extract has no extract.json' },
  EXTRACT_ROWS_MISSING: { nb: 'uttrekket sier ikke hvor mange rader det har', en: 'the extract gives no row counts' },
  FILE_IGNORED: { nb: 'ukjent fil, ikke lest', en: 'unknown file, not read' },
  FILE_IS_ISO_8859_1: { nb: 'filen er ikke i UTF-8', en: 'the file is not in UTF-8' },
  GRUNNTILSKUDD_CODE_SPLIT: {
    nb: 'ikke talt i grunntilskuddet, kommunen er delt',
    en: 'not counted for grunntilskudd, the kommune was split',
  },
  GRUNNTILSKUDD_NEAR_STEP: {
    nb: 'én person mer eller mindre endrer grunntilskuddet',
    en: 'one person more or fewer changes the grunntilskudd',
  },
  GRUNNTILSKUDD_STEP_UNCERTAIN: {
    nb: 'personer som er holdt tilbake, kan endre grunntilskuddet',
    en: 'persons who are held may change the grunntilskudd',
  },
  GRUNNTILSKUDD_STEP_UNCERTAIN_PROTECTED: {
    nb: 'personer som er holdt tilbake, kan endre grunntilskuddet for en kommune som ikke vises',
    en: 'persons who are held may change the grunntilskudd of a kommune that is not shown',
  },
  HOURS_BEFORE_BIRTH: { nb: 'timer i en måned før fødsel', en: 'hours in a month before birth' },
  HOURS_WITHOUT_DECISION: { nb: 'timer er ført uten vedtak', en: 'hours without a decision' },
  HOUR_GRANT_CORRECTED: { nb: 'timetilskuddet er satt ned', en: 'the hour grant was reduced' },
  KOMMUNE_WILL_SPLIT: { nb: 'kommunen blir delt', en: 'the kommune will be split' },
  LATE_ENTRY_FULL_AMOUNT: {
    nb: 'inntreden sent i året utløser hele beløpet',
    en: 'entry late in the year triggers the whole amount',
  },
  NATIONAL_ID_INVALID: {
    nb: 'fødselsnummeret eller D-nummeret er ikke gyldig',
    en: 'national id or D-number not valid',
  },
  NATIONAL_ID_SHARED: {
    nb: 'flere personer har samme fødselsnummer eller D-nummer',
    en: 'several persons share a national id or D-number',
  },
  NO_RECIPIENT: { nb: 'ingen dag har en mottaker', en: 'no day has a recipient' },
  NO_UNIQUE_SUCCESSOR: { nb: 'del til en kommune som er delt', en: 'part of a kommune that was split' },
  OPENING_ARREARS: {
    nb: 'etterbetaling som bygger på åpningsposteringene alene',
    en: 'arrears that rest on the opening postings alone',
  },
  PARTICIPANTS_WITHOUT_DECISION: { nb: 'deltakere uten vedtak', en: 'participants without a decision' },
  PERMIT_BEFORE_BIRTH: { nb: 'oppholdstillatelse før fødsel', en: 'permit before birth' },
  PERMIT_DATE_MISSING: { nb: 'datoen for oppholdstillatelsen mangler', en: 'date of the permit missing' },
  PERSONTILSKUDD_AND_37D: {
    nb: 'utløser både persontilskudd og tilskudd etter § 37 d',
    en: 'triggers both persontilskudd and the grant under section 37 d',
  },
  PERSON_MISSING_FROM_EXTRACT: {
    nb: 'person med posteringer mangler i uttrekket',
    en: 'person with postings missing from the extract',
  },
  PERSON_ROW_CHOSEN: {
    nb: 'flere rader om personen, den nyeste id-en brukt',
    en: 'several rows of the person, that of the newest id used',
  },
  PERSON_WITHHELD_REJECTED_ROW: {
    nb: 'holdt tilbake, en rad kunne ikke leses',
    en: 'held, a row could not be read',
  },
  POSTINGS_LEFT_ALONE: {
    nb: 'posteringer som kjøringen ikke rører',
    en: 'postings that the run leaves alone',
  },
  PROTECTED_PLACE_UNSETTLED: {
    nb: 'beskyttet adresse, holdt tilbake eller ikke talt på grunn av stedet',
    en: 'protected address, held or not counted because of the place',
  },
  PROTECTION_COLUMN_MISSING: {
    nb: 'kolonnen for adressebeskyttelse mangler, alle regnes som beskyttet',
    en: 'no column of address protection, everybody counts as protected',
  },
  RECIPIENT_ACCOUNT_SHARED: { nb: 'samme kontonummer på flere mottakere', en: 'account number of several recipients' },
  RECIPIENT_ORG_NUMBER_SHARED: {
    nb: 'samme organisasjonsnummer på flere mottakere',
    en: 'organisation number of several recipients',
  },
  RECIPIENT_ACCOUNT: { nb: 'kontonummeret mangler eller er feil', en: 'account number missing or wrong' },
  RECIPIENT_MISSING: { nb: 'mottakeren står ikke i mottakerfilen', en: 'recipient not in the recipients file' },
  RECIPIENT_ORG_NUMBER: {
    nb: 'organisasjonsnummeret mangler eller er feil',
    en: 'organisation number missing or wrong',
  },
  RECIPIENT_TWICE: { nb: 'mottakeren har flere rader i mottakerfilen', en: 'several rows of the recipient' },
  REGISTERED_AFTER_EXTRACT: {
    nb: 'registrert etter at uttrekket ble tatt',
    en: 'registered after the extract was taken',
  },
  RESIDENCE_GAP: { nb: 'dager uten bosted mellom to adresser', en: 'days without a residence between two addresses' },
  RESIDENCE_OVERLAP: { nb: 'to bosteder samtidig', en: 'two residences at once' },
  ROWS_REJECTED: { nb: 'rader som ikke kunne leses', en: 'rows that could not be read' },
  SHORT_STAY_FULL_AMOUNT: {
    nb: 'få dager i personkretsen utløser hele beløpet',
    en: 'few days in the target group trigger the whole amount',
  },
  SIZING_WITHOUT_COUNTRY: {
    nb: 'ikke med i den årlige beregningen, landet er ukjent',
    en: 'left out of the annual size, country unknown',
  },
  SMALL_TABLE_REJECTED: { nb: 'en fil kan ikke leses', en: 'a file cannot be read' },
  TRAINING_KOMMUNE_OVERLAP: { nb: 'to opplæringskommuner samtidig', en: 'two training kommuner at once' },
  UPPER_SECONDARY_OVERLAP: {
    nb: 'to rader om videregående opplæring samtidig',
    en: 'two rows of upper secondary school at once',
  },
} satisfies Readonly<Record<string, Text>>;
