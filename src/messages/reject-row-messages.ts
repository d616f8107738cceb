import type { Catalogue } from './catalogue';

/** What a row must be, and be among the others: the text goes into the column `expected` of rejected.csv. */
export const rejectRowMessages = {
  FIELD_COUNT: {
    text: { nb: '{columns} felt, som i overskriften', en: '{columns|field|fields}, as in the header' },
    action: {
      nb: 'Se etter skilletegn i en tekst uten anførselstegn, eller en linje som er delt i to.',
      en: 'Look for separators in a text without quotes, or a line that is cut in two.',
    },
  },
  QUOTING: {
    text: {
      nb: 'anførselstegn rundt hele feltet, og doble inne i det',
      en: 'quotes around the whole field, and doubled within it',
    },
    action: {
      nb: 'Rett anførselstegnene på linjen, eller be leverandøren om å følge RFC 4180.',
      en: 'Correct the quotes on the line, or ask the supplier to follow RFC 4180.',
    },
  },
  LINE_END_IN_VALUE: {
    text: {
      nb: 'verdier uten linjeskift: et anførselstegn åpner en verdi som lukkes på en senere linje',
      en: 'values without line ends: a quote opens a value that is closed on a later line',
    },
    action: {
      nb: 'Hver linje fra det åpnende til det lukkende anførselstegnet er avvist. Fjern anførselstegnet på den første av dem, eller linjeskiftet i verdien, i kildesystemet.',
      en: 'Every line from the opening to the closing quote is rejected. Remove the quote on the first of them, or the line end in the value, in the source system.',
    },
  },
  INVISIBLE_CHARACTER: {
    text: {
      nb: 'en verdi uten usynlige tegn (her {character})',
      en: 'a value without invisible characters (here {character})',
    },
    action: {
      nb: 'Fjern tegnet i kildesystemet. Det kommer gjerne med når tekst limes inn.',
      en: 'Remove the character in the source system. It often comes along when text is pasted.',
    },
  },
  ENCODING: {
    text: { nb: 'tegn i UTF-8 og ingen NUL', en: 'characters in UTF-8 and no NUL' },
    action: { nb: 'Lagre filen som UTF-8 og les den på nytt.', en: 'Save the file as UTF-8 and read it again.' },
  },
  DUPLICATE_KEY: {
    text: { nb: 'en verdi som står på én rad i filen', en: 'a value that stands in one row of the file' },
    action: {
      nb: 'Finn radene med samme verdi og fjern eller rett dem som er feil. Alle radene er avvist.',
      en: 'Find the rows with the same value and remove or correct those that are wrong. All of them are rejected.',
    },
  },
  DECISION_OF_TWO_PERSONS: {
    text: { nb: 'en vedtaks-id som gjelder én person', en: 'a decision id that names one person' },
    action: {
      nb: 'Finn radene med samme vedtaks-id og rett den som gjelder feil person. Alle radene er avvist.',
      en: 'Find the rows with the same decision id and correct the one that names the wrong person. All of them are rejected.',
    },
  },
  IDENTITY_CIRCLE: {
    text: {
      nb: 'en kjede av person-id-er som ender i en gyldig id',
      en: 'a chain of person ids that ends in a valid id',
    },
    action: {
      nb: 'Rett endringene av person-id som går i ring.',
      en: 'Correct the changes of person id that run in a circle.',
    },
  },
  PERSON_UNKNOWN: {
    text: {
      nb: 'en person som har en godkjent rad i personfilen',
      en: 'a person with an accepted row in the persons file',
    },
    action: {
      nb: 'Ta med personen i personfilen, eller rett raden hennes eller hans hvis den er avvist.',
      en: 'Include the person in the persons file, or correct the row of the person if it is rejected.',
    },
  },
  RATE_CELL_TWICE: {
    text: { nb: 'en sats som står én gang i filen ({cell})', en: 'a rate that stands once in the file ({cell})' },
    action: { nb: 'Fjern den ene av radene.', en: 'Remove one of the rows.' },
  },
} satisfies Catalogue;
