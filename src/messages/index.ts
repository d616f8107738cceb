import { analysisEn } from './analysis/en';
import { analysisNb } from './analysis/nb';
import { appEn } from './app/en';
import { appNb } from './app/nb';
import { auditEn } from './audit/en';
import { auditNb } from './audit/nb';
import { fillText, type Language, type Translation } from './catalogue';
import { cliEn } from './cli/en';
import { cliNb } from './cli/nb';
import { engineEn } from './engine/en';
import { engineNb } from './engine/nb';
import { explainEn } from './explain/en';
import { explainNb } from './explain/nb';
import { ledgerEn } from './ledger/en';
import { ledgerNb } from './ledger/nb';
import { payoutEn } from './payout/en';
import { payoutNb } from './payout/nb';
import { registerEn } from './register/en';
import { registerNb } from './register/nb';
import { rulesEn } from './rules/en';
import { rulesNb } from './rules/nb';
import { syntheticEn } from './synthetic/en';
import { syntheticNb } from './synthetic/nb';

export * from './catalogue';

const EN = {
  ...analysisEn,
  ...appEn,
  ...auditEn,
  ...cliEn,
  ...engineEn,
  ...explainEn,
  ...ledgerEn,
  ...payoutEn,
  ...registerEn,
  ...rulesEn,
  ...syntheticEn,
};

const NB = {
  ...analysisNb,
  ...appNb,
  ...auditNb,
  ...cliNb,
  ...engineNb,
  ...explainNb,
  ...ledgerNb,
  ...payoutNb,
  ...registerNb,
  ...rulesNb,
  ...syntheticNb,
};

/** Every text by language: a language that lacks one does not compile. */
const TEXTS: Readonly<Record<Language, Translation<typeof EN>>> = { nb: NB, en: EN };

/** Tables that people write themselves, as a message names them in `table`: theirs is not the source system's advice. */
const SMALL_TABLES: ReadonlySet<unknown> = new Set(['rates', 'recipients', 'opening_postings', 'opening_balances']);

function textOf(key: string, language: Language): string | undefined {
  const texts: Readonly<Record<string, string>> = TEXTS[language];
  return texts[key];
}

/** Every code that has a text. */
export function messageCodes(): string[] {
  return Object.keys(EN).filter((key) => !/[.a-z]/.test(key));
}

/** The text of a code with its values, the state of a batch as a word; the code itself where no text exists. */
export function messageText(
  code: string,
  language: Language,
  params: Readonly<Record<string, string | number>>,
): string {
  const text = textOf(code, language);
  if (text === undefined) return code;
  const { state, supersededBy = '' } = params;
  if (typeof state !== 'string') return fillText(text, params);
  return fillText(text, { ...params, state: batchStateWord(state, language, String(supersededBy)) });
}

/** What to do about a code; empty where there is nothing. A small file, named in `table`, is not the source system. */
export function messageAction(
  code: string,
  language: Language,
  params: Readonly<Record<string, string | number>>,
): string {
  const small = SMALL_TABLES.has(params.table) ? textOf(`${code}.action_small_file`, language) : undefined;
  return fillText(small ?? textOf(`${code}.action`, language) ?? '', params);
}

/** A finding in a few words that fit any number of them; undefined for what is none. */
export function findingWords(code: string, language: Language): string | undefined {
  return textOf(`${code}.short`, language);
}

/** State of a batch in the reader's language, with what superseded it; a word that is none, as it is. */
export function batchStateWord(state: string, language: Language, supersededBy = ''): string {
  const word = textOf(`batch_state.${state}`, language) ?? state;
  if (supersededBy === '') return word;
  return fillText(TEXTS[language]['batch_state.superseded_by'], { state: word, supersededBy });
}
