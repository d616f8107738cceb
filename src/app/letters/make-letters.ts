import { sha256Hex } from '../../domain';
import type { LetterLanguage } from '../../messages';
import type { LetterFrame } from '../../report';
import { documentsOf, type RunOfLetters } from './gather-letters';
import { indexPages, LETTER_FOLDERS, type LetterKind, letterPages, recordOf } from './letter-files';
import type { LetterStand } from './letter-stand';
import type { Settlement } from './settlements';
import { type StoredLetters, sealOfLetters } from './stored-letters';

/** Where the letters of a run lie: beside its folder. Those to some recipients lie by themselves. */
export function lettersFolder(runFolder: string, recipients: readonly string[] = []): string {
  if (recipients.length === 0) return `${runFolder}.letters`;
  const some = recipients.length === 1 ? recipients[0] : sha256Hex(recipients.toSorted().join(' ')).slice(0, 8);
  return `${runFolder}.letters-${some}`;
}

/** Letters as they are written: every page, and what is stored beside them. */
export interface MadeLetters {
  readonly stored: StoredLetters;
  readonly seal: string;
  readonly pages: readonly { readonly kind: LetterKind; readonly name: string; readonly text: string }[];
  readonly documents: readonly ReturnType<typeof documentsOf>[];
}

/** What letters are made from beside the run. */
export interface LettersStood {
  readonly frame: LetterFrame;
  readonly stands: readonly LetterStand[];
  /** Of the pages that lead to them. */
  readonly language: LetterLanguage;
  readonly textsSha256: string;
}

/** Makes every page of some letters. @param settlements in the order of the stands */
export function makeLetters(run: RunOfLetters, settlements: readonly Settlement[], stood: LettersStood): MadeLetters {
  const { frame, stands, language, textsSha256 } = stood;
  const documents = settlements.flatMap((settlement, index) => {
    const stand = stands[index];
    return stand === undefined ? [] : [documentsOf(settlement, stand, run)];
  });
  const indexes = indexPages(frame, documents, language);
  const pages = [
    ...(['letter', 'list'] as const).map((kind) => ({ kind, name: 'index.html', text: indexes[kind] })),
    ...letterPages(frame, documents),
  ];
  const hashes = pages.map(({ kind, name, text }) => ({
    path: `${LETTER_FOLDERS[kind]}/${name}`,
    sha256: sha256Hex(text),
  }));
  // As it is read back: without what is not there.
  const stored: StoredLetters = JSON.parse(
    JSON.stringify({ format: 1, language, textsSha256, frame, stands, pages: hashes, pdfs: [] }),
  );
  return { stored, seal: sealOfLetters(stored), pages, documents };
}

/** The record of each document with its path from the folder, by the bytes of its page and PDF. @param pdfs by path */
export function recordsOf(
  { stored, pages, documents }: MadeLetters,
  pdfs: ReadonlyMap<string, Buffer>,
): { readonly kind: LetterKind; readonly path: string; readonly text: string }[] {
  const textOf = new Map(pages.map(({ kind, name, text }) => [`${kind}/${name}`, text]));
  return documents.flatMap((both) =>
    (['letter', 'list'] as const).map((kind) => {
      const { recipientId } = both.letter.to;
      const place = `${LETTER_FOLDERS[kind]}/${recipientId}`;
      const pdf = pdfs.get(`${place}.pdf`);
      const files = [
        { name: `${recipientId}.html`, content: textOf.get(`${kind}/${recipientId}.html`) ?? '' },
        ...(pdf === undefined ? [] : [{ name: `${recipientId}.pdf`, content: pdf }]),
      ];
      return { kind, path: `${place}.json`, text: recordOf(stored.frame, both, kind, files) };
    }),
  );
}
