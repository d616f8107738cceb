import { sha256Hex } from '../../domain';
import {
  type Letter,
  type LetterFrame,
  letterRecord,
  type PersonList,
  renderLetter,
  renderLetterIndex,
  renderPersonList,
} from '../../report';

/** Documents of a recipient. */
export interface Documents {
  readonly letter: Letter;
  readonly list: PersonList;
}

/** Folders of letters: what anybody may see, and what is for its owner alone. */
export const LETTER_FOLDERS = { letter: 'public', list: 'confidential' } as const;
export type LetterKind = keyof typeof LETTER_FOLDERS;

/** A document as it is written. */
export interface WrittenDocument {
  readonly kind: LetterKind;
  readonly recipientId: string;
  /** `0301.html`: the name tells of no person. */
  readonly name: string;
  readonly text: string;
}

/** The page of each document, the letter of a recipient before its list. */
export function* letterPages(frame: LetterFrame, documents: Iterable<Documents>): Generator<WrittenDocument> {
  for (const { letter, list } of documents) {
    const { recipientId } = letter.to;
    const common = { recipientId, name: `${recipientId}.html` };
    yield { ...common, kind: 'letter', text: renderLetter({ frame, letter }) };
    yield { ...common, kind: 'list', text: renderPersonList(list, frame) };
  }
}

/** The pages that lead to them. */
export function indexPages(
  frame: LetterFrame,
  documents: readonly Documents[],
  language: 'nb' | 'nn' | 'en',
): Readonly<Record<LetterKind, string>> {
  const common = { frame, language };
  return {
    letter: renderLetterIndex({ ...common, letters: documents.map(({ letter }) => letter), isRestricted: false }),
    list: renderLetterIndex({ ...common, letters: documents.map(({ list }) => list.letter), isRestricted: true }),
  };
}

/** The record of a document for an archive, by the bytes of its files. */
export function recordOf(
  frame: LetterFrame,
  { letter }: Documents,
  kind: LetterKind,
  files: readonly { readonly name: string; readonly content: Uint8Array | string }[],
): string {
  return letterRecord({
    frame,
    to: letter.to,
    kind,
    files: files.map(({ name, content }) => ({ name, sha256: sha256Hex(content), bytes: Buffer.byteLength(content) })),
  });
}
