import type { Catalogue } from './catalogue';

/** Why made-up extracts cannot be generated. */
export const syntheticMessages = {
  GENERATE_OPTION_OUT_OF_RANGE: {
    text: {
      nb: '--{option} er {value}, men må være fra {from} til {to}.',
      en: '--{option} is {value}, but must lie between {from} and {to}.',
    },
    action: { nb: 'Velg en verdi innenfor grensene.', en: 'Choose a value within the limits.' },
  },
} satisfies Catalogue;
