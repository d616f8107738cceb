import type { Catalogue } from './catalogue';

/** What a kommune can put right, and how. */
export const adviceMessages = {
  ADVICE_DECISION_MISSING: {
    text: {
      nb: 'uten et stående, innvilget vedtak om opplæring; alt annet er oppfylt',
      en: 'without a standing, granted decision on training; all else is met',
    },
    action: {
      nb: 'Registrer vedtaket i NIR. Tilskuddet gis når det er registrert, også for tidligere kvartaler i året.',
      en: 'Register the decision in NIR. The grant is given once it is registered, for earlier quarters of the year too.',
    },
  },
  ADVICE_NO_RECIPIENT: {
    text: {
      nb: 'uten adresse i året; beløpet er holdt tilbake',
      en: 'without an address in the year; the amount is held',
    },
    action: {
      nb: 'Kontroller bosted i folkeregisteret og i NIR. Beløpet betales når en dag i året har en kommune.',
      en: 'Check the address in the population register and in NIR. The amount is paid once a day of the year has a kommune.',
    },
  },
  ADVICE_SPLIT_CODE: {
    text: {
      nb: 'på et kommunenummer som er delt; delen er holdt tilbake',
      en: 'under a kommune number that has been split; the part is held',
    },
    action: { nb: 'Registrer det nye kommunenummeret.', en: 'Register the new kommune number.' },
  },
  ADVICE_ROWS_REJECTED: {
    text: {
      nb: 'med rader som ikke kunne leses; utelatt',
      en: 'with rows that could not be read; left out',
    },
    action: { nb: 'Rett radene i rejected.csv.', en: 'Correct the rows in rejected.csv.' },
  },
  ADVICE_COUNT_WITHOUT_REJECTED: {
    text: {
      nb: 'utelatt; med dem ville grunntilskuddet fått et annet trinn',
      en: 'left out; with them grunntilskudd would have another step',
    },
    action: { nb: 'Rett radene før tellingen fryses.', en: 'Correct the rows before the count is frozen.' },
  },
  ADVICE_IMPOSSIBLE_FACTS: {
    text: {
      nb: 'med opplysninger som ikke kan stemme, som død før fødsel eller registrert etter uttrekket',
      en: 'with facts that cannot be, such as death before birth or registered after the extract',
    },
    action: {
      nb: 'Rett datoene i kildesystemet; norsktilskudd doctor viser fil og linje.',
      en: 'Correct the dates in the source system; norsktilskudd doctor shows file and line.',
    },
  },
  ADVICE_REGISTERED_LATE: {
    text: {
      nb: 'registrert et kvartal eller mer etter inntreden: pengene kom så mye senere',
      en: 'registered a quarter or more after the entry: the money came that much later',
    },
    action: {
      nb: 'Registrer bosetting og inntreden samme kvartal.',
      en: 'Register settlement and entry in the same quarter.',
    },
  },
} satisfies Catalogue;
