import { assumptionWords, RULE_MODULES } from '../../../rules';
import { closestWord, NorsktilskuddError, withoutIds } from '../../domain';
import {
  COMMAND_NAMES,
  type CommandName,
  commandText,
  explainWord,
  findingWords,
  isMessageCode,
  type Language,
  lawText,
  messageAction,
  messageCodes,
  messageText,
  PUBLIC_SOURCES,
  rulebookText,
  sourcesQuoted,
  textOf,
} from '../../messages';
import { REJECT_RULES } from '../../register';
import { conditionSentences } from '../rules/condition-sentences';
import { loadShippedRules } from '../shipped-rules';
import { fileRows } from './file-rows';

/** What the help says of one word, in the reader's language. */
export interface HelpTopic {
  readonly topic: string;
  readonly kind:
    | 'overview'
    | 'files'
    | 'year'
    | 'command'
    | 'assumption'
    | 'condition'
    | 'finding'
    | 'message'
    | 'limit'
    | 'source'
    | 'word';
  readonly says: string;
  readonly why: string;
  readonly action: string;
  /** Places in the rulebook, with the public sources that they rest on. */
  readonly law: readonly string[];
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** The commands of a year in their order; `help year` says of each what the list of commands says. */
const YEAR: readonly CommandName[] = [
  'init',
  'lists',
  'doctor',
  'run',
  'sign',
  'attest',
  'preview',
  'approve',
  'payout',
  'receipt',
  'outcome',
  'reconcile',
  'report',
  'year-end',
];

type Find = (word: string, language: Language) => HelpTopic | undefined;

const TOPICS: readonly Find[] = [named, ofCommand, ofMessage, ofAssumption, ofCondition, ofLimit, ofSource, ofWord];

/**
 * The help on a code, a command or a topic; an overview for an empty word. All of it comes from the catalogues of texts,
 * the rules and the tables of the register.
 *
 * @throws NorsktilskuddError usage HELP_UNKNOWN
 */
export function helpTopic(word: string, language: Language): HelpTopic {
  for (const find of TOPICS) {
    const found = find(word, language) ?? find(word.toUpperCase(), language);
    if (found !== undefined) return found;
  }
  const suggestion = closestWord(word, helpWords());
  const near = suggestion === undefined ? {} : { suggestion };
  throw new NorsktilskuddError('usage', 'HELP_UNKNOWN', { word: withoutIds(word), ...near });
}

/** Every word that the help knows, but for words of results. */
export function helpWords(): string[] {
  const assumptions = loadShippedRules().assumptions.assumptions.map(({ id }) => id);
  const conditions = RULE_MODULES.flatMap((module) => module.conditions.map(({ id }) => id));
  const limits = new Set(loadShippedRules().limits.limits.map(({ key }) => key));
  const words = [...assumptions, ...new Set(conditions), ...limits, ...Object.keys(PUBLIC_SOURCES)];
  return ['files', 'year', ...COMMAND_NAMES, ...words, ...messageCodes()];
}

function topic(word: string, kind: HelpTopic['kind'], says: string, more: Partial<HelpTopic> = {}): HelpTopic {
  return { topic: word, kind, says, why: '', action: '', law: [], head: [], rows: [], ...more };
}

function named(word: string, language: Language): HelpTopic | undefined {
  const commands = (names: readonly CommandName[]) => ({
    head: textOf('help.columns_command', language).split('|'),
    rows: names.map((name) => [name, commandText(`command.${name}.summary`, language)]),
  });
  if (word === '') return topic(word, 'overview', textOf('help.overview', language), commands(COMMAND_NAMES));
  if (word === 'year') return topic(word, 'year', textOf('help.year', language), commands(YEAR));
  if (word !== 'files') return undefined;
  const head = textOf('help.columns_file', language).split('|');
  return topic(word, 'files', textOf('help.files', language), { head, rows: fileRows(textOf('help.yes', language)) });
}

function ofCommand(word: string, language: Language): HelpTopic | undefined {
  const name = COMMAND_NAMES.find((candidate) => candidate === word);
  if (name === undefined) return undefined;
  return topic(word, 'command', commandText(`command.${name}`, language), {
    why: textOf('help.more', language, { command: name }),
  });
}

function ofAssumption(word: string, language: Language): HelpTopic | undefined {
  const { assumptions, limits } = loadShippedRules();
  const found = assumptions.assumptions.find(({ id }) => id === word);
  if (found === undefined) return undefined;
  const words = assumptionWords(limits)[word];
  return topic(word, 'assumption', words ? lawText(words, language, {}) : explainWord(word, language), {
    why: textOf('help.assumption', language),
    action: `--accept ${word}=...`,
    law: lawOf([found.source], language),
  });
}

function ofCondition(word: string, language: Language): HelpTopic | undefined {
  const rows = RULE_MODULES.flatMap(({ id, firstGrantYear, lastGrantYear, conditions }) =>
    conditions
      .filter((condition) => condition.id === word)
      .map(({ paragraph }) => [id, `${firstGrantYear}-${lastGrantYear ?? ''}`, rulebookText(paragraph, language)]),
  );
  if (rows.length === 0) return undefined;
  const quoted = RULE_MODULES.flatMap(({ conditions }) => conditions.filter(({ id }) => id === word));
  return topic(word, 'condition', textOf('help.condition', language), {
    why: sentencesOf(word, language),
    law: titlesOf(quoted.map(({ paragraph }) => paragraph)),
    action: `norsktilskudd rules show ${rows[0]?.[0] ?? ''}`,
    head: textOf('help.columns_condition', language).split('|'),
    rows,
  });
}

/** What an explanation says of it, met and not met; under the names of the rules where they do not say the same. */
function sentencesOf(word: string, language: Language): string {
  const all = conditionSentences(word, language);
  return all
    .map(({ met, notMet, modules }) => {
      const said = saidText(met, notMet, language);
      return all.length === 1 ? said : `${modules.join(', ')}: ${said}`;
    })
    .join('\n');
}

/** Both sentences; one where the other is never said or says no more. */
function saidText(met: string, notMet: string, language: Language): string {
  if (met === '') return textOf('help.condition_failed', language, { notMet });
  if (notMet === '' || notMet === met) return textOf('help.condition_met', language, { met });
  return textOf('help.condition_said', language, { met, notMet });
}

function ofMessage(word: string, language: Language): HelpTopic | undefined {
  if (!isMessageCode(word)) return undefined;
  const isFinding = findingWords(word, language) !== undefined;
  const text = withGaps(messageText(word, language, {}));
  // Of a cell or a file that cannot be read the text says what was expected in its place.
  const says = isRejectRule(word) ? textOf('help.expected', language, { expected: text }) : text;
  return topic(word, isFinding ? 'finding' : 'message', says, {
    why: textOf(isFinding ? 'help.finding' : 'help.message', language),
    action: withGaps(messageAction(word, language)) || textOf('help.detail', language),
    law: isFinding ? lawOf(['rulebook 9'], language) : [],
  });
}

function isRejectRule(word: string): boolean {
  return REJECT_RULES.some((rule) => rule === word);
}

/** Places of the law: the sources by name first, then the paragraph of the rulebook that quotes them. */
function lawOf(places: readonly string[], language: Language): string[] {
  return [...titlesOf(places), ...places.map((place) => rulebookText(place, language))];
}

function titlesOf(places: readonly string[]): string[] {
  return sourcesQuoted(places.join(' ')).map((id) => `${PUBLIC_SOURCES[id]?.title ?? id} (${id})`);
}

/** A limit of the law in all its rows: `persontilskudd.years_paid`. */
function ofLimit(word: string, language: Language): HelpTopic | undefined {
  const rows = loadShippedRules().limits.limits.filter(({ key }) => key === word);
  if (rows.length === 0) return undefined;
  return topic(word, 'limit', textOf('help.limit', language), {
    action: `norsktilskudd scenario --set ${word}=...`,
    law: lawOf([...new Set(rows.map(({ source }) => source))], language),
    head: textOf('rules.columns_limit', language).split('|').slice(1),
    rows: rows.map(({ value, firstGrantYear, lastGrantYear, status, source }) => [
      value,
      `${firstGrantYear ?? ''}-${lastGrantYear ?? ''}`,
      explainWord(status, language),
      rulebookText(source, language),
    ]),
  });
}

/** A public source: `S1`. */
function ofSource(word: string, language: Language): HelpTopic | undefined {
  const source = PUBLIC_SOURCES[word];
  if (source === undefined) return undefined;
  return topic(word, 'source', source.title, {
    why: source.address === '' ? textOf('help.source', language) : source.address,
    action: `norsktilskudd rules show ${word}`,
  });
}

/** Words of held.csv and other files: `no_unique_successor`. */
function ofWord(word: string, language: Language): HelpTopic | undefined {
  const says = explainWord(word, language);
  return says === word ? undefined : topic(word, 'word', says, { why: textOf('help.word', language) });
}

/** Values stand as dots: `{rejected|of|of} {rows|row|rows}` is `… of … rows`. */
function withGaps(text: string): string {
  return text.replace(/\{\w+(?:\|[^|{}]+\|([^|{}]+))?\}/g, (_, many?: string) =>
    many === undefined ? '…' : `… ${many}`,
  );
}
