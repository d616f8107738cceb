/** Texts of the generator of extracts in English. */
export const syntheticEn = {
  GENERATE_OPTION_OUT_OF_RANGE: '--{option} is {value}, but must lie between {from} and {to}.',
  'GENERATE_OPTION_OUT_OF_RANGE.action': 'Choose a value within the limits.',
} as const;
