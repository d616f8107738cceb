import { resolve } from 'node:path';
import {
  type Component,
  type ErrorDetail,
  errorDetail,
  NorsktilskuddError,
  parseRecipientCode,
  RATE_CLASS,
  RATE_CLASSES,
} from '../../domain';
import { readScenarioFile, readWords, type ScenarioFile, tableOf } from './scenario-file';
import { percentMillionths } from './set-words';

/** What a question says on one line, beside scenario files or in their place. */
export interface ScenarioLine {
  /** `persontilskudd.year2/high=+3%`, `grunntilskudd.steps=1-5:low,6-200:high`, `A10=by_months`, `regions/SYR=low`. */
  readonly set: readonly string[];
  /** `kommune=4601`, `fylke=46`, `class=high`; several between commas. */
  readonly only: readonly string[];
  /** `3.1%` */
  readonly uprate: string | undefined;
  /** Scenario files, or words of `set`, each laid on the one before. */
  readonly stack: readonly string[];
  /** Component whose rates are to meet a sum. */
  readonly solve?: Component | undefined;
}

const NAME_MOST = 80;

/**
 * The scenarios of a question: files with the line's words laid on each, the steps of a stack, or the words alone.
 *
 * @param folder that paths are taken from
 * @throws NorsktilskuddError input SCENARIO_REFUSED with everything that is wrong with the words; as readScenarioFile()
 */
export function scenariosOfLine(files: readonly string[], line: ScenarioLine, folder: string): ScenarioFile[] {
  const own = wordsOf(line, folder);
  const given = files.map((file) => readScenarioFile(resolve(folder, file)));
  const steps = line.stack.map((part) => stepOf(part, folder));
  if (given.length + steps.length === 0) return [{ ...own, name: nameOf(line) }];
  // What is laid on the first step of a stack holds for those after it.
  const viewAlone = { ...own, words: [], uprateMillionths: undefined, regions: undefined };
  return [
    ...given.map((scenario) => laidOn(scenario, own)),
    ...steps.map((step, place) => laidOn(step, place === 0 && given.length === 0 ? own : viewAlone)),
  ];
}

function stepOf(part: string, folder: string): ScenarioFile {
  if (!part.includes('=')) return readScenarioFile(resolve(folder, part), '--stack');
  const step = { set: [part], only: [], uprate: undefined, stack: [] };
  return { ...wordsOf(step, folder), name: nameOf(step) };
}

/** A file with the words of the command line, which go before what it says itself. */
function laidOn(file: ScenarioFile, own: ScenarioFile): ScenarioFile {
  const isViewed = own.recipients.length > 0 || own.fylker.length > 0 || own.rateClasses.length > 0;
  const { recipients, fylker, rateClasses } = isViewed ? own : file;
  return {
    ...file,
    ...{ recipients, fylker, rateClasses },
    words: [...file.words, ...own.words],
    uprateMillionths: own.uprateMillionths ?? file.uprateMillionths,
    regions: own.regions ?? file.regions,
  };
}

function nameOf({ set, only, uprate, solve }: ScenarioLine): string {
  const others = [uprate && `uprate ${uprate}`, solve && `solve ${solve}`];
  return [...set, ...others.flatMap((word) => word || []), ...only].join(' ').slice(0, NAME_MOST) || '-';
}

function wordsOf({ set, only, uprate }: ScenarioLine, folder: string): ScenarioFile {
  const problems: ErrorDetail[] = [];
  const bad = (column: string, found: string, expected: string): void =>
    void problems.push(errorDetail('FLAG_BAD_VALUE', { flag: column, value: found, expected }));
  const words = readWords(set, folder, (word, expected) => bad('--set', word, expected));
  const view = viewOf(only, (word, expected) => bad('--only', word, expected));
  const uprateMillionths = uprate === undefined ? undefined : percentMillionths(uprate);
  if (uprate !== undefined && uprateMillionths === undefined) bad('--uprate', uprate, '3.1%');
  if (problems.length > 0) throw new NorsktilskuddError('input', 'SCENARIO_WORDS_REFUSED', {}, problems);
  return {
    ...{
      file: '--set',
      name: '',
      extract: undefined,
      snapshot: undefined,
      grantYear: undefined,
      asOf: undefined,
      term: undefined,
    },
    ...{ rates: [], assumptions: {}, limits: {}, excluded: [], hasEmptyFilter: false },
    ...view,
    words: words.filter(({ kind }) => kind !== 'regions'),
    regions: tableOf(words),
    uprateMillionths,
  };
}

type View = Pick<ScenarioFile, 'recipients' | 'fylker' | 'rateClasses'>;

function viewOf(only: readonly string[], bad: (word: string, expected: string) => void): View {
  const view: { [Name in keyof View]: number[] } = { recipients: [], fylker: [], rateClasses: [] };
  for (const word of only) {
    const [, name = '', values = ''] = /^(kommune|fylke|class)=(.+)$/.exec(word) ?? [];
    if (name === '') bad(word, 'kommune=4601, fylke=46, class=high');
    for (const value of values.split(',')) {
      if (name === 'class') addClass(value, view.rateClasses, bad);
      else if (name !== '') addCode(value, name, name === 'fylke' ? view.fylker : view.recipients, bad);
    }
  }
  return view;
}

function addClass(value: string, to: number[], bad: (word: string, expected: string) => void): void {
  const rateClass = RATE_CLASSES.find((name) => name === value && name !== 'single');
  if (rateClass === undefined) bad(value, 'low, high');
  else to.push(RATE_CLASS[rateClass]);
}

function addCode(value: string, name: string, to: number[], bad: (word: string, expected: string) => void): void {
  const code = (name === 'fylke' ? /^\d{2}$/ : /^\d{4}$/).test(value) ? parseRecipientCode(value) : undefined;
  if (code === undefined) bad(value, name === 'fylke' ? '46' : '4601');
  else to.push(code);
}
