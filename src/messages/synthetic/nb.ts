import type { Translation } from '../catalogue';
import type { syntheticEn } from './en';

/** Texts of the generator of extracts in bokmål. */
export const syntheticNb = {
  GENERATE_OPTION_OUT_OF_RANGE: '--{option} er {value}, men må være fra {from} til {to}.',
  'GENERATE_OPTION_OUT_OF_RANGE.action': 'Velg en verdi innenfor grensene.',
} as const satisfies Translation<typeof syntheticEn>;
