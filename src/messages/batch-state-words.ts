import type { Language } from './catalogue';

const NB: Readonly<Record<string, string>> = {
  draft: 'utkast',
  posted: 'bokført',
  superseded: 'erstattet',
  withdrawn: 'trukket',
  annulled: 'annullert',
};

/** State of a batch in the reader's language, with what superseded it; a word that is none, as it is. */
export function batchStateWord(state: string, language: Language, supersededBy = ''): string {
  const word = language === 'nb' ? (NB[state] ?? state) : state;
  return supersededBy === '' ? word : `${word} ${language === 'nb' ? 'av' : 'by'} ${supersededBy}`;
}
