import type { Language } from '../catalogue';
import { explainWord } from './explain-text';

/** Places of the rulebook are written in words that are translated; other sources are quoted as they call themselves. */
export function rulebookText(text: string, language: Language): string {
  if (!text.startsWith('rulebook')) return text;
  // What a place says in English stands in the table's own words already.
  const place = language === 'en' ? text : text.replace(/:[^(]*/, ' ').trim();
  return place.replace(/\b(rulebook|and|as|head)\b/g, (word) => explainWord(word, language));
}
