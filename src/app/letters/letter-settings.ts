import * as z from 'zod';
import { digitsOfNumber } from '../../domain';
import { LETTER_LANGUAGES, type LetterLanguage } from '../../messages';
import type { Sender } from '../../report';

const TEXT = z.string().min(1).max(140);

/** `letters` of norsktilskudd.json: who writes, in what, with which texts. Every key may be left out. */
export const LETTERS_SCHEMA = z.strictObject({
  sender_name: z
    .strictObject({ nb: TEXT, nn: TEXT.optional(), en: TEXT.optional() })
    .optional()
    .describe('Name of the agency in the languages of letters; the one in bokmål where another is left out.'),
  unit: TEXT.optional().describe('Unit of the agency, also in the archive.'),
  org_number: TEXT.optional().describe('Organisation number of the agency.'),
  street: TEXT.optional(),
  post_code: z
    .string()
    .regex(/^\d{4}$/)
    .optional(),
  town: TEXT.optional(),
  case_officer: TEXT.optional().describe('Who answers for the case in the archive.'),
  neutral_language: z
    .enum(LETTER_LANGUAGES)
    .optional()
    .describe('Language of letters to recipients that are neutral. Default nb.'),
  texts: TEXT.optional().describe('Approved texts: a file letter-texts.csv.'),
});
type LettersFile = z.infer<typeof LETTERS_SCHEMA>;

/** The settings with what is left out. */
export interface LetterSettings {
  readonly sender: Sender;
  readonly neutralLanguage: LetterLanguage;
  /** Absolute path of the approved texts; undefined: the examples that ship. */
  readonly texts: string | undefined;
}

/** @example letterSettings({ sender_name: { nb: 'Direktoratet' } }).sender.name.nn === 'Direktoratet' */
export function letterSettings(file: LettersFile): LetterSettings {
  const { nb = '', nn = nb, en = nb } = file.sender_name ?? {};
  const town = [file.post_code ?? '', file.town ?? ''].join(' ').trim();
  return {
    sender: {
      name: { nb, nn, en },
      unit: file.unit ?? '',
      orgNumber: digitsOfNumber(file.org_number ?? '') ?? file.org_number ?? '',
      address: [file.street ?? '', town].filter((line) => line !== ''),
      caseOfficer: file.case_officer ?? '',
    },
    neutralLanguage: file.neutral_language ?? 'nb',
    texts: file.texts,
  };
}
