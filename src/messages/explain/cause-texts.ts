import type { Text } from '../catalogue';

/** What has changed since something was posted last. */
export const CAUSE_TEXTS = {
  CAUSE_AGAINST: {
    nb: 'Sammenlignet med uttrekket til kjøringen {runId}, som bokførte sist og hadde skjæringsdatoen {asOfDay}:',
    en: 'Compared with the extract of the run {runId}, which posted last and had the as-of date {asOfDay}:',
  },
  CAUSE_AGAINST_COMPUTED: {
    nb: 'Ingenting er bokført før. Sammenlignet med uttrekket til kjøringen {runId}, som hadde skjæringsdatoen {asOfDay}:',
    en: 'Nothing was posted before. Compared with the extract of the run {runId}, which had the as-of date {asOfDay}:',
  },
  CAUSE_OPENING: {
    nb: 'Det som er bokført, kom fra et tidligere system. Det finnes ikke noe uttrekk å sammenligne med.',
    en: 'What is posted came from an earlier system. There is no extract to compare with.',
  },
  CAUSE_NO_SNAPSHOT: {
    nb: 'Uttrekket til kjøringen {runId} er ikke lagret lenger, så radene kan ikke sammenlignes.',
    en: 'The extract of the run {runId} is no longer stored, so the rows cannot be compared.',
  },
  CAUSE_APPEARED: { nb: 'En rad er kommet til:', en: 'A row has been added:' },
  CAUSE_VISIBLE: {
    nb: 'En rad som fantes, teller først nå. Den ble registrert {registeredDay}, etter skjæringsdatoen den gangen:',
    en: 'A row that was there counts only now. It was registered on {registeredDay}, after the as-of date of that time:',
  },
  CAUSE_VISIBLE_CHANGED: {
    nb: 'En rad som fantes, teller først nå, og er endret siden. Den gangen var den registrert {registeredDay}, etter skjæringsdatoen:',
    en: 'A row that was there counts only now, and has been changed since. It was then registered on {registeredDay}, after the as-of date:',
  },
  CAUSE_VISIBLE_PERSON: {
    nb: 'En rad som fantes, teller først nå. Den sto under en id som ikke talte den gangen:',
    en: 'A row that was there counts only now. It stood under an id that did not count at that time:',
  },
  CAUSE_HIDDEN: {
    nb: 'En rad som talte den gangen, teller ikke nå. Den står fortsatt, men er nå registrert {registeredDay}, etter skjæringsdatoen:',
    en: 'A row that counted then does not count now. It still stands, but is now registered on {registeredDay}, after the as-of date:',
  },
  CAUSE_OTHER_COUNTS: {
    nb: 'En annen av personens rader i persons teller nå:',
    en: 'Another of the person’s rows in persons counts now:',
  },
  CAUSE_VANISHED: { nb: 'En rad er borte:', en: 'A row is gone:' },
  CAUSE_CHANGED: { nb: 'En rad er endret:', en: 'A row has been changed:' },
  FIELD_DAY: {
    nb: '{fieldWord} var {beforeDay} og er nå {afterDay}.',
    en: '{fieldWord} was {beforeDay} and is now {afterDay}.',
  },
  FIELD_WORD: {
    nb: '{fieldWord} var «{beforeWord}» og er nå «{afterWord}».',
    en: '{fieldWord} was “{beforeWord}” and is now “{afterWord}”.',
  },
  FIELD_PLACE: {
    nb: '{fieldWord} var {beforePlace} og er nå {afterPlace}.',
    en: '{fieldWord} was {beforePlace} and is now {afterPlace}.',
  },
  FIELD_PLACE_PROTECTED: {
    nb: '{fieldWord} er endret. Stedene vises ikke.',
    en: '{fieldWord} has changed. The places are not shown.',
  },
  CAUSE_THEN_ABSENT: {
    nb: 'Personen sto ikke i det uttrekket.',
    en: 'The person was not in that extract.',
  },
  CAUSE_THEN_UNCOUNTED: {
    nb: 'Personen sto i det uttrekket, men ble registrert etter skjæringsdatoen.',
    en: 'The person stood in that extract, but was registered after its as-of date.',
  },
  CAUSE_NOW_ABSENT: {
    nb: 'Personen står ikke i uttrekket nå, eller ble registrert etter skjæringsdatoen.',
    en: 'The person is not in the extract now, or was registered after the as-of date.',
  },
  CAUSE_RATE: {
    nb: 'Satsen for {year} var {beforeNok} og er nå {afterNok}.',
    en: 'The rate for {year} was {beforeNok} and is now {afterNok}.',
  },
  CAUSE_MODULE: {
    nb: 'Regelen var {before} og er nå {after}.',
    en: 'The rule was {before} and is now {after}.',
  },
  CAUSE_TRANSLATION: {
    nb: 'Det som er bokført på {fromPlace}, leses nå som {toPlace}.',
    en: 'What was posted to {fromPlace} is now read as {toPlace}.',
  },
  CAUSE_TERM: {
    nb: 'Radene er de samme. Mer av beløpet for året er forfalt nå enn den gangen.',
    en: 'The rows are the same. More of the amount for the year is due now than then.',
  },
  CAUSE_RULES: {
    nb: 'Radene og satsene er de samme. Reglene i programmet, kommuneregisteret eller det som holdes tilbake, er endret.',
    en: 'Rows and rates are the same. The rules of the program, the register of kommuner or what is held has changed.',
  },
  CAUSE_TERM_TOO: {
    nb: 'Dessuten er mer av beløpet for året forfalt nå enn den gangen.',
    en: 'Besides, more of the amount for the year is due now than then.',
  },
  CAUSE_TERM_ALONE: {
    nb: 'Mer av beløpet for året er forfalt nå enn den gangen.',
    en: 'More of the amount for the year is due now than then.',
  },
  CAUSE_RULES_ALONE: {
    nb: 'Reglene i programmet, kommuneregisteret eller det som holdes tilbake, er endret.',
    en: 'The rules of the program, the register of kommuner or what is held has changed.',
  },
  CAUSE_RULES_TOO: {
    nb: 'Dessuten er reglene i programmet, kommuneregisteret eller det som holdes tilbake, endret.',
    en: 'Besides, the rules of the program, the register of kommuner or what is held has changed.',
  },
  CAUSE_STILL_HELD: {
    nb: 'Ingenting som betyr noe for beløpene, er endret. Forskjellen ble holdt tilbake den gangen også.',
    en: 'Nothing that bears on the amounts has changed. The difference was held then too.',
  },
  CAUSE_JOINED: {
    nb: 'Den gangen sto personens id-er hver for seg i registeret. Nå leses de som samme person.',
    en: 'At that time each of the person’s ids stood for itself in the register. Now they are read as one person.',
  },
  CAUSE_PARTED: {
    nb: 'Den gangen ble en id til lest som samme person. Det gjør den ikke lenger, og rader og posteringer der er ikke personens.',
    en: 'At that time one more id was read as the same person. It no longer is, and its rows and postings are not the person’s.',
  },
  CAUSE_NO_BEARING: {
    nb: 'Dette er også endret, men beløpene er de samme uten. Det er prøvd ved å regne på nytt:',
    en: 'This has changed too, but the amounts are the same without it. That was tried by calculating again:',
  },
  ROW_PERSON: {
    nb: 'Født {birthDay}, landbakgrunn {country}',
    en: 'Born on {birthDay}, country background {country}',
  },
  ROW_TARGET: {
    nb: '{categoryWord} fra {enteredDay} ({lawWord})',
    en: '{categoryWord} from {enteredDay} ({lawWord})',
  },
  ROW_TARGET_LEFT: {
    nb: '{categoryWord} fra {enteredDay}, ute fra {leftDay} ({lawWord})',
    en: '{categoryWord} from {enteredDay}, outside from {leftDay} ({lawWord})',
  },
  ROW_DECISION: {
    nb: 'Vedtak av {decidedDay} om {kindWord}: {outcomeWord}',
    en: 'Decision of {decidedDay} on {kindWord}: {outcomeWord}',
  },
  ROW_PLACE: {
    nb: '{tableWord} {place} fra {fromDay}',
    en: '{tableWord} {place} from {fromDay}',
  },
  ROW_PLACE_ENDED: {
    nb: '{tableWord} {place} fra {fromDay} til {toDay}',
    en: '{tableWord} {place} from {fromDay} to {toDay}',
  },
} satisfies Readonly<Record<string, Text>>;
