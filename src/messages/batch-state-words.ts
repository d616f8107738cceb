import type { Language } from './catalogue';

const NB: Readonly<Record<string, string>> = {
  draft: 'utkast',
  posted: 'bokført',
  superseded: 'erstattet',
  withdrawn: 'trukket',
  annulled: 'annullert',
};

/** State of a batch in the reader's language; a word that is none, as it is. */
export function batchStateWord(state: string, language: Language): string {
  return language === 'nb' ? (NB[state] ?? state) : state;
}
