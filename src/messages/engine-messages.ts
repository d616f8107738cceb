import type { Catalogue } from './catalogue';

/** Texts of findings and errors of the engine. */
export const engineMessages = {
  PERSON_MISSING_FROM_EXTRACT: {
    text: {
      nb: 'Personen har fått utbetalt {postedNok} for årene som beregnes, men finnes ikke i uttrekket. Ingenting er trukket tilbake.',
      en: '{postedNok} has been posted for this person for the years computed, but the person is not in the extract. Nothing is taken back.',
    },
    action: {
      nb: 'Finn ut hvorfor personen mangler. Beløpet står til personen finnes i et uttrekk igjen, eller til saken er avgjort.',
      en: 'Find out why the person is missing. The amount stands until the person is in an extract again or the case is decided.',
    },
  },
  PERSON_WITHHELD_REJECTED_ROW: {
    text: {
      nb: 'Minst én rad om personen kunne ikke leses. Personen holdes tilbake; {postedNok} som er utbetalt før, står.',
      en: 'At least one row about the person could not be read. The person is held; {postedNok} posted before stands.',
    },
    action: {
      nb: 'Rett raden i registeret (se rejected.csv) og lag et nytt uttrekk.',
      en: 'Correct the row in the register (see rejected.csv) and take a new extract.',
    },
  },
  PERSON_ROW_CHOSEN: {
    text: {
      nb: 'Personen har flere rader i persons etter at id-er er slått sammen. Raden til den nyeste id-en er brukt.',
      en: 'The person has several rows in persons after ids were merged. The row of the newest id is used.',
    },
    action: {
      nb: 'Kontroller at opplysningene i raden er de riktige.',
      en: 'Check that the facts in that row are the right ones.',
    },
  },
  COUNTRY_UNKNOWN: {
    text: {
      nb: 'Landbakgrunnen {country} står ikke i regiontabellen. Satsen for {component} {year} er ukjent, og personen holdes tilbake.',
      en: 'The country background {country} is not in the region table. The rate of {component} {year} is unknown and the person is held.',
    },
    action: {
      nb: 'Rett landkoden i registeret, eller legg landet til i regiontabellen.',
      en: 'Correct the country code in the register, or add the country to the region table.',
    },
  },
  NO_RECIPIENT: {
    text: {
      nb: 'Ingen dag har en mottaker for {component} {year}: {heldNok} holdes tilbake.',
      en: 'No day has a recipient for {component} {year}: {heldNok} is held.',
    },
    action: {
      nb: 'Kommunen må registrere bosted, opplæringskommune eller mottak i perioden.',
      en: 'The kommune must register a residence, training kommune or reception centre for the period.',
    },
  },
  NO_UNIQUE_SUCCESSOR: {
    text: {
      nb: 'Nummeret {kommune} er delt og har ingen entydig etterfølger for {component} {year}. Delen holdes tilbake.',
      en: 'The number {kommune} was split and has no unique successor for {component} {year}. Its part is held.',
    },
    action: {
      nb: 'Kommunen må registrere personen på det nye nummeret.',
      en: 'The kommune must register the person under the new number.',
    },
  },
  DIFFERENCE_WITHOUT_SUCCESSOR: {
    text: {
      nb: 'En differanse på {differenceNok} for {component} {year} gjelder {kommune}, som er delt. Den er ikke bokført og kommer igjen ved neste kjøring.',
      en: 'A difference of {differenceNok} for {component} {year} concerns {kommune}, which was split. It is not posted and comes back in the next run.',
    },
    action: { nb: 'Avgjør hvilken ny kommune beløpet gjelder.', en: 'Decide which new kommune the amount concerns.' },
  },
  DIFFERENCE_WAITS: {
    text: {
      nb: '{differenceNok} for {component} {year} venter, fordi en negativ differanse for samme person er holdt tilbake. Ingen skal betales to ganger.',
      en: '{differenceNok} for {component} {year} waits, since a negative difference of the same person is held. Nobody is paid twice.',
    },
    action: { nb: 'Avgjør den negative differansen først.', en: 'Decide the negative difference first.' },
  },
  PERMIT_DATE_MISSING: {
    text: {
      nb: 'Vedtaksdato for opphold mangler, så alderen kan ikke prøves for {component} {year}. Raden utløser ingenting.',
      en: 'The date of the permit is missing, so the age cannot be tested for {component} {year}. The row triggers nothing.',
    },
    action: { nb: 'Registrer vedtaksdatoen.', en: 'Register the date of the permit.' },
  },
  EMIGRATED_BEFORE_ENTRY: {
    text: {
      nb: 'Utvandringsdatoen ligger før inntreden i personkretsen. Personen utløser ingenting for {component} {year} før den er fjernet.',
      en: 'The date of emigration lies before entry into the target group. The person triggers nothing for {component} {year} until it is cleared.',
    },
    action: {
      nb: 'Kontroller om personen har flyttet tilbake, og rett registeret.',
      en: 'Check whether the person has moved back, and correct the register.',
    },
  },
  GRUNNTILSKUDD_CODE_SPLIT: {
    text: {
      nb: 'Bostedet 15. januar har nummeret {kommune}, som er delt. Personen er ikke talt med i grunntilskuddet.',
      en: 'The residence on 15 January has the number {kommune}, which was split. The person is not counted for grunntilskudd.',
    },
    action: {
      nb: 'Kommunen må registrere personen på det nye nummeret.',
      en: 'The kommune must register the person under the new number.',
    },
  },
  PROTECTED_PLACE_UNSETTLED: {
    text: {
      nb: 'Personen har adressebeskyttelse. Noe er holdt tilbake eller ikke talt med av en grunn som har med stedet å gjøre og ikke vises.',
      en: 'The person has a protected address. Something is held or not counted for a reason that has to do with the place and is not shown.',
    },
    action: {
      nb: 'Grunnen til det som er holdt tilbake, står i held.csv, som har begrenset tilgang. Kommunen må rette personens registrering.',
      en: 'The reason of what is held stands in held.csv, which is restricted. The kommune must correct how the person is registered.',
    },
  },
  GRUNNTILSKUDD_STEP_UNCERTAIN_PROTECTED: {
    text: {
      nb: 'Trinnet i grunntilskuddet for en kommune ville endres om personer som er holdt tilbake, ble talt med. Adressen er beskyttet, så kommunen vises ikke.',
      en: 'The step of grunntilskudd of a kommune would change if persons who are withheld were counted. The address is protected, so the kommune is not shown.',
    },
    action: {
      nb: 'Rett radene i rejected.csv før tellingen fryses. De som har tilgang til uttrekket, finner kommunen der.',
      en: 'Correct the rows of rejected.csv before the count is frozen. Those who have access to the extract find the kommune there.',
    },
  },
  GRUNNTILSKUDD_STEP_UNCERTAIN: {
    text: {
      nb: '{kommune}: {counted|person|personer} er talt, og {withheld} er holdt tilbake. Trinnet i grunntilskuddet ville endres med dem i tellingen.',
      en: '{kommune}: {counted|person|persons} counted, {withheld} withheld. With those counted the step of grunntilskudd would change.',
    },
    action: {
      nb: 'Rett radene før tellingen fryses, eller avgjør saken for hånd.',
      en: 'Correct the rows before the count is frozen, or decide the case by hand.',
    },
  },
  BALANCE_WITHOUT_SUCCESSOR: {
    text: {
      nb: 'En saldo på {balanceNok} i gruppen {group} står på {kommune}, som er delt.',
      en: 'A balance of {balanceNok} in the group {group} stands under {kommune}, which was split.',
    },
    action: {
      nb: 'Avgjør hvilken ny kommune som overtar saldoen.',
      en: 'Decide which new kommune takes the balance over.',
    },
  },
  OPENING_ARREARS: {
    text: {
      nb: 'Etterbetalingen for {component} {year} bygger på åpningsposteringene alene: {lines|linje|linjer}, sum {sumNok}.',
      en: 'The arrears of {component} {year} rest on the opening postings alone: {lines|line|lines}, sum {sumNok}.',
    },
    action: {
      nb: 'Kontroller at åpningsposteringene er fullstendige. Godkjenning krever --accept opening-arrears.',
      en: 'Check that the opening postings are complete. Approval wants --accept opening-arrears.',
    },
  },
  SIZING_WITHOUT_COUNTRY: {
    text: {
      nb: '{persons|person|personer} har landbakgrunn utenfor regiontabellen og er ikke med i den årlige beregningen.',
      en: '{persons|person has|persons have} a country background outside the region table: not counted in the annual size.',
    },
    action: { nb: 'Rett landkodene i registeret.', en: 'Correct the country codes in the register.' },
  },
  POSTINGS_LEFT_ALONE: {
    text: {
      nb: '{postings|postering|posteringer} av {component} {year}, sum {sumNok}, er ikke rørt: kjøringen beregner ikke komponenten for det året.',
      en: 'Left alone: {postings|posting|postings} of {component} {year}, sum {sumNok}: the run does not compute the component for that year.',
    },
    action: { nb: 'Ingenting, om dette er ventet.', en: 'Nothing, if this is expected.' },
  },
  HOUR_GRANT_CORRECTED: {
    text: {
      nb: 'Timetilskuddet til en kommune er satt ned med {amountNok}: timer er borte eller endret siden forrige termin.',
      en: "A kommune's hour grant is reduced by {amountNok}: hours are gone or changed since the last term.",
    },
    action: { nb: 'Se hvilke timer som er borte.', en: 'Look at which hours are gone.' },
  },
  NO_CALENDAR: {
    text: {
      nb: 'Tilskuddsåret {year} har ingen utbetalingskalender.',
      en: 'Grant year {year} has no payment calendar.',
    },
    action: {
      nb: 'Beregningen finnes for 2004 og for 2016 og senere.',
      en: 'Runs are possible for 2004 and for 2016 and later.',
    },
  },
  PARAMETERS_MISSING: {
    text: {
      nb: 'Satser mangler ({cells}). Ingenting er beregnet.',
      en: 'Rates are missing ({cells}). Nothing is calculated.',
    },
    action: {
      nb: 'Legg satsene i en fil med kolonnene key, grant_year, rate_class, value, status, source, note og gi den med --rates, eller utelat komponenten med --exclude.',
      en: 'Put the rates in a file with the columns key, grant_year, rate_class, value, status, source, note and give it with --rates, or leave the component out with --exclude.',
    },
  },
  PARAMETER_MISSING: {
    text: {
      nb: '{cell} mangler; {count|person eller kommune|personer eller kommuner} trenger den for {component} {year}. Siste år med verdi: {lastYear}.',
      en: '{cell} is missing; {count|person or kommune needs|persons or kommuner need} it for {component} {year}. Last year with a value: {lastYear}.',
    },
    action: { nb: 'Satsen for et år gjelder aldri et annet år.', en: 'The rate of one year never stands for another.' },
  },
  ASSUMPTION_VALUE_UNKNOWN: {
    text: {
      nb: 'Antakelsen {assumption} kan ikke være {value}; det kan være {alternatives}.',
      en: 'Assumption {assumption} cannot be {value}; it can be {alternatives}.',
    },
    action: { nb: 'Bruk en verdi som reglene kan lese.', en: 'Use a value that the rules can read.' },
  },
} satisfies Catalogue;
