import { join } from 'node:path';
import * as z from 'zod';
import { canonicalJson, NorsktilskuddError, sha256Hex } from '../../domain';
import { pathExists, readText } from '../../effects';
import { LETTER_LANGUAGES } from '../../messages';
import { LETTER_TEXT_KEYS } from '../../report';
import { LETTER_FOLDERS } from './letter-files';

const LANGUAGE = z.enum(LETTER_LANGUAGES);
const NOK = z.number().int().optional();

const FRAME = z.strictObject({
  runId: z.string(),
  grantYear: z.number(),
  term: z.number(),
  supplementNumber: z.number(),
  asOf: z.string(),
  isRehearsal: z.boolean(),
  date: z.string(),
  archiveCase: z.string(),
  sender: z.strictObject({
    name: z.strictObject({ nb: z.string(), nn: z.string(), en: z.string() }),
    unit: z.string(),
    orgNumber: z.string(),
    address: z.array(z.string()),
    caseOfficer: z.string(),
  }),
  decision: z.strictObject({ runner: z.string(), attestant: z.string(), approver: z.string(), on: z.string() }),
  seal: z.strictObject({ manifestHash: z.string(), postingHead: z.string(), journalHead: z.string() }),
  texts: z.array(
    z.strictObject({
      key: z.enum(LETTER_TEXT_KEYS),
      language: LANGUAGE,
      text: z.string(),
      version: z.string(),
      approvedBy: z.array(z.string()),
      approvedOn: z.string(),
      status: z.string(),
      validFrom: z.string(),
      validTo: z.string(),
    }),
  ),
});

const PAYMENT = z.strictObject({
  paymentKey: z.string(),
  state: z.enum(['planned', 'paid', 'refused', 'kept']),
  on: z.string(),
  accountEnd: z.string(),
  kid: z.string(),
  reasons: z.array(z.strictObject({ code: z.string(), caseNumber: z.number() })),
});

const STAND = z.strictObject({
  to: z.strictObject({
    recipientId: z.string(),
    name: z.string(),
    orgNumber: z.string(),
    address: z.array(z.string()),
    language: LANGUAGE,
  }),
  groups: z.array(
    z.strictObject({
      group: z.string(),
      payment: PAYMENT.optional().transform((payment) => payment),
      kapPosts: z.array(z.strictObject({ component: z.string(), kapPost: z.string() })),
    }),
  ),
  cases: z.array(z.strictObject({ caseNumber: z.number(), kind: z.string(), group: z.string(), amountNok: NOK })),
});

/** What letters were written from beside run and ledger, so that the same can be written again and held to what lies there. */
const STORED = z.strictObject({
  format: z.literal(1),
  language: LANGUAGE,
  textsSha256: z.string(),
  frame: FRAME,
  stands: z.array(STAND),
  /** Pages by their path from the folder of the letters, with the SHA-256 of each. */
  pages: z.array(z.strictObject({ path: z.string(), sha256: z.string() })),
  /** PDFs alike. */
  pdfs: z.array(z.strictObject({ path: z.string(), sha256: z.string() })),
});
export type StoredLetters = z.infer<typeof STORED>;

/** Marks a folder as letters of this program; for its owner alone, as it holds sums. */
export const STORED_LETTERS = `${LETTER_FOLDERS.list}/letters.json`;

/** The stored text, and its seal: what the access log has of it, PDFs apart. */
export function storedText(stored: StoredLetters): string {
  return canonicalJson(stored, 'lines');
}

/** Hash of what letters say, in every page; PDFs apart, which are made of the pages. */
export function sealOfLetters(stored: StoredLetters): string {
  return sha256Hex(storedText({ ...stored, pdfs: [] }));
}

/**
 * What lies in a folder of letters; undefined where there are none.
 *
 * @throws NorsktilskuddError verification LETTERS_CHECK_FAILED where it cannot be read
 */
export function readStored(out: string): StoredLetters | undefined {
  const path = join(out, STORED_LETTERS);
  if (!pathExists(path)) return undefined;
  const parsed = STORED.safeParse(jsonOf(readText(path)));
  if (parsed.success) return parsed.data;
  throw new NorsktilskuddError('verification', 'LETTERS_CHECK_FAILED', { runId: '-', folder: out });
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
