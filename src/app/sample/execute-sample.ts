import { join } from 'node:path';
import {
  accessLogPath,
  type DrawnItem,
  type DrawOptions,
  drawSample,
  logAccess,
  type Pseudonyms,
  pseudonymsOf,
  readPseudonymKeyInUse,
} from '../../audit';
import { NorsktilskuddError } from '../../domain';
import { nowUtc, pathExists, readText } from '../../effects';
import { explainPerson, personMaterial, type RunContext } from '../../explain';
import type { Language } from '../../messages';
import { renderText } from '../../report';
import { explanationOfLine } from '../explain/find-explanation';
import { withRun } from '../explain/with-run';
import { headsOfRun } from '../heads-of-run';
import { keyIdsInUse } from '../privacy/keys-in-use';
import { type TextFile, writeFolder } from '../write-folder';
import { type PopulationItem, populationOf } from './population';
import { SAMPLE_FILES, samplesOf } from './sample-folder';
import { checklistText, sampleCsv, sampleIndex, sampleName } from './sample-texts';

/** Explanations are for controllers alone. */
const RESTRICTED = 0o600;

/** What a sample is asked for, read and checked. */
export interface SampleInput {
  readonly db: string;
  readonly runId: string;
  /** `manifest`: the hash of the run's manifest; else a text of the user's own. */
  readonly seed: string;
  readonly size: number;
  readonly byAmount: boolean;
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
  const { runId, manifestHash } = context.batch;
  const { size, byAmount } = input;
  const options: DrawOptions = { seed: input.seed === 'manifest' ? manifestHash : input.seed, size, byAmount };
  const pseudonyms = pseudonymsOf(readPseudonymKeyInUse(input.pseudonymKeyFile, keyIdsInUse(input.db, context.ledger)));
  const population = populationOf(context, pseudonyms.of);
  if (population.length === 0) throw new NorsktilskuddError('usage', 'SAMPLE_NO_LINES', { runId });
  const drawn = drawSample(population, options);
  const subjects = drawn.map(({ item }) => item.id);
  const access = { kind: 'sample', actor: input.actor, at: nowUtc(), runId, subjects } as const;
  logAccess(accessLogPath(input.db), access);
  const files = [
    { name: SAMPLE_FILES.rows, text: sampleCsv(drawn) },
    { name: SAMPLE_FILES.checklist, text: checklistText(drawn, runId, input.language) },
    { name: SAMPLE_FILES.explained, text: explainedText(context, drawn, pseudonyms, input.language) },
  ];
  const run = { runId, manifestHash, ...headsOfRun(context.ledger, context.batch) };
  const index = { name: SAMPLE_FILES.index, text: sampleIndex(run, options, population, files) };
  const folder = input.out ?? join(samplesOf(context.folder, runId), sampleName(options));
  const already = writeOnce(folder, [...files, index]);
  return { folder, readFrom: context.folder, drawn, population: population.length, already };
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

/** Writes the folder whole. Where it stands already it must be the same, outcomes apart: returns true then. */
function writeOnce(folder: string, files: readonly TextFile[]): boolean {
  if (pathExists(join(folder, SAMPLE_FILES.index))) {
    for (const { name, text } of files) {
      const file = join(folder, name);
      if (pathExists(file) && withoutHeads(readText(file)) === withoutHeads(text)) continue;
      throw new NorsktilskuddError('verification', 'SAMPLE_DIFFERS', { file });
    }
    return true;
  }
  writeFolder(folder, files, RESTRICTED);
  return false;
}
