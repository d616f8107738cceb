import type { Catalogue } from './catalogue';

const CORRECT_BIRTH = {
  nb: 'Rett fødselsdatoen i kildesystemet, eller det den strider mot.',
  en: 'Correct the date of birth in the source system, or what it contradicts.',
};
const CORRECT_DEATH = {
  nb: 'Rett dødsdatoen i kildesystemet, eller det den strider mot.',
  en: 'Correct the day of death in the source system, or what it contradicts.',
};

/** Findings on the quality of the register: facts that are odd though they can be read. They never change an amount. */
const qualityMessages = {
  BORN_AFTER_AS_OF: {
    text: {
      nb: 'Personen er født etter dagen det beregnes per.',
      en: 'The person was born after the day as of which is calculated.',
    },
    action: CORRECT_BIRTH,
  },
  BORN_LONG_AGO: {
    text: { nb: 'Personen er født for mer enn 120 år siden.', en: 'The person was born more than 120 years ago.' },
    action: CORRECT_BIRTH,
  },
  BORN_AFTER_ENTRY: {
    text: {
      nb: 'Personen er født etter inntreden i personkretsen.',
      en: 'The person was born after the entry into the target group.',
    },
    action: CORRECT_BIRTH,
  },
  DEAD_BEFORE_BIRTH: {
    text: { nb: 'Dødsdatoen er før fødselsdatoen.', en: 'The day of death is before the day of birth.' },
    action: CORRECT_DEATH,
  },
  DEAD_BEFORE_ENTRY: {
    text: {
      nb: 'Dødsdatoen er før inntreden i personkretsen.',
      en: 'The day of death is before the entry into the target group.',
    },
    action: CORRECT_DEATH,
  },
  EMIGRATED_BEFORE_BIRTH: {
    text: { nb: 'Utvandringen er før fødselsdatoen.', en: 'The emigration is before the day of birth.' },
    action: {
      nb: 'Rett fødselsdatoen eller utvandringsdatoen i kildesystemet.',
      en: 'Correct the date of birth or of emigration in the source system.',
    },
  },
  PERMIT_BEFORE_BIRTH: {
    text: {
      nb: 'Oppholdstillatelsen er gitt før personen ble født.',
      en: 'The permit was granted before the person was born.',
    },
    action: {
      nb: 'Rett fødselsdatoen eller datoen for tillatelsen i kildesystemet.',
      en: 'Correct the date of birth or of the permit in the source system.',
    },
  },
  DECISION_BEFORE_BIRTH: {
    text: {
      nb: 'Vedtaket er fattet før personen ble født.',
      en: 'The decision was made before the person was born.',
    },
    action: {
      nb: 'Rett fødselsdatoen eller vedtaksdatoen i kildesystemet.',
      en: 'Correct the date of birth or of the decision in the source system.',
    },
  },
  HOURS_BEFORE_BIRTH: {
    text: {
      nb: 'Det er ført timer i en måned før personen ble født.',
      en: 'Hours are registered in a month before the person was born.',
    },
    action: {
      nb: 'Rett fødselsdatoen eller måneden timene er ført på.',
      en: 'Correct the date of birth or the month of the hours.',
    },
  },
  REGISTERED_AFTER_EXTRACT: {
    text: {
      nb: '{rows|rad|rader} er registrert etter dagen uttrekket ble tatt, og teller ikke.',
      en: '{rows|row is|rows are} registered after the day on which the extract was taken, and do not count.',
    },
    action: {
      nb: 'Kontroller taken_at i extract.json og registrert_dato i raden, og ta ut registeret på nytt.',
      en: 'Check taken_at in extract.json and registered_on of the row, and extract the register again.',
    },
  },
  RESIDENCE_OVERLAP: {
    text: {
      nb: 'Personen er bosatt to steder på en gang i {days|dag|dager}. Raden med den seneste fra-datoen gjelder da.',
      en: 'The person lives in two places at once on {days|day|days}. The row with the later from date counts then.',
    },
    action: {
      nb: 'Rett fra- eller til-datoen på en av radene i bosted.',
      en: 'Correct the from or to date of one of the rows in residence.',
    },
  },
  TRAINING_KOMMUNE_OVERLAP: {
    text: {
      nb: 'To opplæringskommuner gjelder samtidig i {days|dag|dager}. Raden med den seneste fra-datoen gjelder da.',
      en: 'Two training kommuner hold at once on {days|day|days}. The row with the later from date counts then.',
    },
    action: {
      nb: 'Avslutt den ene opplæringskommunen, eller rett datoene.',
      en: 'End one of the training kommuner, or correct the dates.',
    },
  },
  UPPER_SECONDARY_OVERLAP: {
    text: {
      nb: 'To perioder med videregående på heltid overlapper i {days|dag|dager}. Raden med den seneste fra-datoen gjelder da.',
      en: 'Two periods of full-time upper secondary overlap on {days|day|days}. The row with the later from date counts then.',
    },
    action: { nb: 'Rett datoene på en av radene.', en: 'Correct the dates of one of the rows.' },
  },
  RESIDENCE_GAP: {
    text: {
      nb: 'Personen er ikke bosatt noe sted i {days|dag|dager} mellom to adresser. Den tiden teller ikke for noen kommune.',
      en: 'The person lives nowhere on {days|day|days} between two addresses. That time counts for no kommune.',
    },
    action: {
      nb: 'Kontroller flyttedatoene. Er dagene riktige, trengs ingen endring.',
      en: 'Check the dates of the move. If they are right, nothing needs to change.',
    },
  },
  DECISION_MISSING: {
    text: {
      nb: 'Personen ville utløst {component} for {year}, men har ikke noe stående vedtak om opplæring.',
      en: 'The person would trigger {component} for {year}, but has no standing decision on training.',
    },
    action: {
      nb: 'Kommunen må registrere vedtaket i NIR. Tilskuddet kommer i første termin etter at det er registrert.',
      en: 'The kommune must register the decision in NIR. The grant follows in the first term after it is registered.',
    },
  },
  HOURS_WITHOUT_DECISION: {
    text: {
      nb: 'Det er ført timer på personen i {year}, men uten et stående vedtak om opplæring utløses ikke {component}.',
      en: 'Hours are registered on the person in {year}, but without a standing decision on training they do not trigger {component}.',
    },
    action: {
      nb: 'Opplæringen er i gang: kommunen må registrere vedtaket i NIR for å få tilskuddet.',
      en: 'Training is under way: the kommune must register the decision in NIR to get the grant.',
    },
  },
  SHORT_STAY_FULL_AMOUNT: {
    text: {
      nb: 'Personen utløser hele beløpet, {amountNok}, for {component} {year}, men er i personkretsen bare {days|dag|dager} av året.',
      en: 'The person triggers the whole amount, {amountNok}, of {component} {year}, but is in the target group on {days|day|days} of the year only.',
    },
    action: {
      nb: 'Kontroller datoene for uttreden, død eller utvandring. Beløpet avkortes ikke for del av år (antakelse A8).',
      en: 'Check the dates of leaving, death or emigration. The amount is not reduced for a part of a year (assumption A8).',
    },
  },
  LATE_ENTRY_FULL_AMOUNT: {
    text: {
      nb: '{persons|person|personer} kom inn i personkretsen i de siste {days} dagene av {year} og utløser hele beløpet, i alt {amountNok}.',
      en: '{persons|person|persons} entered the target group in the last {days|day|days} of {year} with the whole amount, {amountNok} in sum.',
    },
    action: {
      nb: 'Til opplysning: beløpet avkortes ikke for del av år (antakelse A8).',
      en: 'For information: the amount is not reduced for a part of a year (assumption A8).',
    },
  },
  PERSONTILSKUDD_AND_37D: {
    text: {
      nb: 'Personen utløser både persontilskudd og tilskudd etter § 37 d for {year}.',
      en: 'The person triggers both persontilskudd and the grant under section 37 d for {year}.',
    },
    action: {
      nb: 'Kontroller personkretsen: hører personen til begge ordninger samme år?',
      en: 'Check the target group: does the person belong to both schemes in the same year?',
    },
  },
  KOMMUNE_WILL_SPLIT: {
    text: {
      nb: '{persons|person|personer} bor i {kommune} {name}, som deles {on} i {successors}.',
      en: '{persons|person lives|persons live} in {kommune} {name}, which is split on {on} into {successors}.',
    },
    action: {
      nb: 'Sørg for at alle registreres på det nye nummeret fra {on}. Ellers holdes beløpene tilbake.',
      en: 'See to it that everybody is registered under the new number from {on}. Otherwise the amounts are held.',
    },
  },
  GRUNNTILSKUDD_NEAR_STEP: {
    text: {
      nb: '{kommune} har {persons|person|personer} på telledagen: én mer eller mindre endrer grunntilskuddet.',
      en: '{kommune} has {persons|person|persons} on the day of the count: one more or less changes grunntilskudd.',
    },
    action: {
      nb: 'Kontroller tellingen før grunntilskuddet låses.',
      en: 'Check the count before grunntilskudd is frozen.',
    },
  },
  PARTICIPANTS_WITHOUT_DECISION: {
    text: {
      nb: '{persons|av|av} {participants|deltaker|deltakere} med timer har ikke noe stående vedtak.',
      en: 'No standing decision: {persons|of|of} {participants|participant|participants} with hours.',
    },
    action: {
      nb: 'Se hours_basis.csv, der tallet står for hver kommune.',
      en: 'See hours_basis.csv, where the number stands for each kommune.',
    },
  },
  COUNTRY_STATELESS: {
    text: {
      nb: '{persons|statsløs person|statsløse personer} (XXA) med persontilskuddsår 1 til 3 regnes med høy sats.',
      en: '{persons|stateless person|stateless persons} (XXA) in years 1 to 3 of persontilskudd: counted with the high rate.',
    },
    action: { nb: 'Til opplysning (antakelse A7).', en: 'For information (assumption A7).' },
  },
  COUNTRY_NOT_STATED: {
    text: {
      nb: 'Landbakgrunnen er uoppgitt (XXX). Personen regnes med høy sats.',
      en: 'The country background is not stated (XXX). The person counts with the high rate.',
    },
    action: {
      nb: 'Registrer landbakgrunnen. Er landet i gruppen med lav sats, blir beløpet rettet.',
      en: 'Register the country background. If the country has the low rate, the amount is corrected.',
    },
  },
} satisfies Catalogue;

/** Texts of findings and errors of the analysis room. */
export const analysisMessages = { ...qualityMessages } satisfies Catalogue;
