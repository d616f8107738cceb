import { join } from 'node:path';
import {
  accessLogPath,
  type DrawnItem,
  drawSample,
  errorLimitNok,
  intervalsOf,
  logAccess,
  type Pseudonyms,
  pseudonymsOf,
  readPseudonymKeyInUse,
  sizeForMateriality,
} from '../../audit';
import { NorsktilskuddError } from '../../domain';
import { nowUtc, pathExists, readText } from '../../effects';
import { explainPerson, personMaterial, type RunContext } from '../../explain';
import { LANGUAGES, type Language } from '../../messages';
import { renderText } from '../../report';
import { explanationOfLine } from '../explain/find-explanation';
import { withRun } from '../explain/with-run';
import { headsOfRun } from '../heads-of-run';
import { keyIdsInUse } from '../privacy/keys-in-use';
import { type TextFile, writeFolder } from '../write-folder';
import { type PopulationItem, populationOf } from './population';
import { CONFIDENCE, SAMPLE_FILES, samplesOf } from './sample-folder';
import { checklistText, populationCsv, type SampleOptions, sampleCsv, sampleIndex, sampleName } from './sample-texts';

/** Items of a sample that anybody could control. */
const SIZE_MAX = 2000;
/** Explanations are for controllers alone. */
const RESTRICTED = 0o600;

/** What a sample is asked for, read and checked. */
export interface SampleInput {
  readonly db: string;
  readonly runId: string;
  /**
   * `posting`: the journal's head after the run was posted, which nobody could know before; `manifest`: the hash of the
   * run's manifest; else a text of the user's own. undefined: the posting, of a draft the manifest.
   */
  readonly seed: string | undefined;
  /** Items, or the kroner of error that must not be missed: then the size follows, and the draw is by amount. */
  readonly size: number | { readonly materialityNok: number };
  readonly byAmount: boolean;
  /** Percent, 50 to 99; undefined: 95. */
  readonly confidencePercent?: number | undefined;
  /** undefined: beside the run folder. */
  readonly out: string | undefined;
  readonly pseudonymKeyFile: string;
  readonly language: Language;
  readonly actor: string;
}

export interface SampleReport {
  readonly folder: string;
  /** Folder of the run that it was drawn from. */
  readonly readFrom: string;
  readonly drawn: readonly DrawnItem<PopulationItem>[];
  readonly population: number;
  readonly size: number;
  readonly seedFrom: SampleOptions['seedFrom'];
  readonly confidencePercent: number;
  /** The most that can be wrong in the whole run where no item is; undefined of a sample that is not drawn by amount. */
  readonly limitNok: number | undefined;
  /** The very same sample stood there already. */
  readonly already: boolean;
}

/**
 * Draws a control sample of a run and writes it, each item explained, into a folder chained to the manifest. Drawn
 * again it is the same; a folder that is there is never touched. The access log is written first.
 *
 * @throws NorsktilskuddError usage SAMPLE_NO_LINES, LEDGER_RUN_UNKNOWN; verification SAMPLE_DIFFERS
 */
export function executeSample(input: SampleInput): SampleReport {
  const { runId } = input;
  return withRun(input.db, runId, (context) => {
    return sampleOf(context, input);
  });
}

function sampleOf(context: RunContext, input: SampleInput): SampleReport {
  const { runId } = context.batch;
  const made = draw(context, input);
  if (made === undefined) throw new NorsktilskuddError('usage', 'SAMPLE_NO_LINES', { runId });
  const { drawn, options, population } = made;
  const subjects = drawn.map(({ item }) => item.id);
  const access = { kind: 'sample', actor: input.actor, at: nowUtc(), runId, subjects } as const;
  logAccess(accessLogPath(input.db), access);
  const folder = input.out ?? join(samplesOf(context.folder, runId), sampleName(options));
  const already = writeOnce(folder, (language) => textsOf(context, made, language), input.language);
  return {
    folder,
    readFrom: context.folder,
    drawn,
    population: population.length,
    already,
    ...expectedOf(options, population),
  };
}

/** What a draw needs of its request. */
type DrawRequest = Pick<SampleInput, 'db' | 'pseudonymKeyFile' | 'seed' | 'size' | 'byAmount' | 'confidencePercent'>;

/** A sample that has been drawn and not been written. */
interface DrawnSample {
  readonly drawn: readonly DrawnItem<PopulationItem>[];
  readonly population: readonly PopulationItem[];
  readonly options: SampleOptions;
  readonly pseudonyms: Pseudonyms;
}

/** undefined where there is nothing to draw. */
function draw(context: RunContext, input: DrawRequest): DrawnSample | undefined {
  const pseudonyms = pseudonymsOf(readPseudonymKeyInUse(input.pseudonymKeyFile, keyIdsInUse(input.db, context.ledger)));
  const population = populationOf(context, pseudonyms.of);
  if (population.length === 0) return undefined;
  const options = optionsOf(context, input, population);
  return { drawn: drawSample(population, options), population, options, pseudonyms };
}

/** Files of a sample that is drawn for somebody else's folder; whoever asks has logged it. None of a run without lines. */
export function sampleFiles(
  context: RunContext,
  { language, ...request }: DrawRequest & { readonly language: Language },
): readonly TextFile[] {
  const made = draw(context, request);
  return made === undefined ? [] : textsOf(context, made, language);
}

function textsOf(
  context: RunContext,
  { drawn, population, options, pseudonyms }: DrawnSample,
  language: Language,
): TextFile[] {
  const { runId, manifestHash } = context.batch;
  const files = [
    { name: SAMPLE_FILES.rows, text: sampleCsv(drawn) },
    { name: SAMPLE_FILES.checklist, text: checklistText(drawn, runId, language) },
    { name: SAMPLE_FILES.explained, text: explainedText(context, drawn, pseudonyms, language) },
    { name: SAMPLE_FILES.population, text: populationCsv(population) },
  ];
  const run = { runId, manifestHash, ...headsOfRun(context.ledger, context.batch) };
  return [...files, { name: SAMPLE_FILES.index, text: sampleIndex(run, options, population, files) }];
}

/** How the sample is drawn: by what seed, and how large. */
function optionsOf(
  { batch, ledger }: RunContext,
  input: Omit<DrawRequest, 'db' | 'pseudonymKeyFile'>,
  population: readonly PopulationItem[],
): SampleOptions {
  const { seed = batch.state === 'posted' ? 'posting' : 'manifest', confidencePercent = CONFIDENCE } = input;
  const materialityNok = typeof input.size === 'number' ? undefined : input.size.materialityNok;
  const size =
    typeof input.size === 'number'
      ? input.size
      : sizeForMateriality(population, input.size.materialityNok, confidencePercent);
  if (size > SIZE_MAX) {
    throw new NorsktilskuddError('usage', 'SAMPLE_TOO_LARGE', {
      size,
      most: SIZE_MAX,
      materialityNok: materialityNok ?? 0,
    });
  }
  const asked = { size, byAmount: input.byAmount || materialityNok !== undefined, confidencePercent, materialityNok };
  if (seed === 'manifest') return { ...asked, seed: batch.manifestHash, seedFrom: 'manifest' };
  if (seed !== 'posting') return { ...asked, seed, seedFrom: 'text' };
  const { journalHead } = headsOfRun(ledger, batch);
  if (journalHead === '') throw new NorsktilskuddError('usage', 'SAMPLE_NOT_POSTED', { runId: batch.runId });
  return { ...asked, seed: journalHead, seedFrom: 'posting' };
}

/** What a sample without an error would show: the most that can be wrong all the same. */
function expectedOf(
  { size, byAmount, confidencePercent, seedFrom }: SampleOptions,
  population: readonly PopulationItem[],
) {
  if (!byAmount) return { size, seedFrom, confidencePercent, limitNok: undefined };
  const intervalNok = [...intervalsOf(population, size).values()].reduce((most, one) => (one > most ? one : most), 0n);
  const limitNok = errorLimitNok(
    { certainNok: 0, projectedNok: [], intervalNok: Number(intervalNok) },
    confidencePercent,
  );
  return { size, seedFrom, confidencePercent, limitNok };
}

function explainedText(
  context: RunContext,
  drawn: readonly DrawnItem<PopulationItem>[],
  pseudonyms: Pseudonyms,
  language: Language,
): string {
  const explained = drawn.map(({ item }) => {
    if (item.stratum !== 'held') return renderText(explanationOfLine(context, item.id), language);
    return item.personRef === '' ? `${item.id}: ${item.reason}\n` : heldPerson(context, item, pseudonyms, language);
  });
  return explained.map((text, place) => `[${place + 1}]\n${text}`).join('\n');
}

function heldPerson(context: RunContext, item: PopulationItem, pseudonyms: Pseudonyms, language: Language): string {
  const find = (personId: number): { pseudonym: string; leaf: number } => {
    const pseudonym = pseudonyms.of(personId);
    return { pseudonym, leaf: context.trace.findPseudonym(pseudonym) };
  };
  return renderText(explainPerson(personMaterial(context, Number(item.personRef), find)), language);
}

/** Whether a sample is the same does not hang on whether its run had been posted when it was drawn. */
function withoutHeads(text: string): string {
  return text.replace(/^ *"(posting|journal)_head": "[0-9a-f]*",\n/gm, '');
}

/**
 * Writes the folder whole. Where it stands already it must be the same, outcomes apart, in whatever language it was drawn: returns
 * true then.
 */
function writeOnce(folder: string, filesIn: (language: Language) => readonly TextFile[], language: Language): boolean {
  const files = filesIn(language);
  if (!pathExists(join(folder, SAMPLE_FILES.index))) {
    writeFolder(folder, files, RESTRICTED);
    return false;
  }
  const changed = changedIn(folder, files);
  const others = LANGUAGES.filter((other) => other !== language);
  if (changed === undefined || others.some((other) => changedIn(folder, filesIn(other)) === undefined)) return true;
  throw new NorsktilskuddError('verification', 'SAMPLE_DIFFERS', { file: changed });
}

/** The first file of a folder that is not what it would be; undefined where all are. */
function changedIn(folder: string, files: readonly TextFile[]): string | undefined {
  // One of format 1 knows neither a population nor a confidence: what it drew is compared.
  const isOld = readText(join(folder, SAMPLE_FILES.index)).includes('"format": 1,');
  const compared = files.filter(
    ({ name }) => !isOld || (name !== SAMPLE_FILES.index && name !== SAMPLE_FILES.population),
  );
  const isSame = ({ name, text }: TextFile): boolean => {
    const file = join(folder, name);
    return pathExists(file) && withoutHeads(readText(file)) === withoutHeads(text);
  };
  const changed = compared.find((file) => !isSame(file));
  return changed && join(folder, changed.name);
}
