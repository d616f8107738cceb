import { createHash } from 'node:crypto';
import { basename, join } from 'node:path';
import {
  type ArchiveFile,
  approvalFolderOf,
  chunksOf,
  dossierReadme,
  headOfActs,
  journalUntil,
  yearReadme,
} from '../../audit';
import { type Canonical, canonicalJson } from '../../domain';
import { isFolder, listFolder, pathExists } from '../../effects';
import type { BatchInfo, Ledger } from '../../ledger';
import { LANGUAGES } from '../../messages';
import { programBuild } from '../program-build';
import { programFolder } from '../program-files';
import { readRuleInputs } from '../run/rule-inputs';

/** Number of the format of a dossier. */
const DOSSIER_FORMAT = 1;
/** The programs that stand alone. */
const VERIFIERS = ['run', 'trace', 'figures', 'approval', 'export', 'sample'].map((name) => `verify-${name}.cjs`);
const OPEN = 0o644;
/** Files about persons, and who did what. */
const RESTRICTED = 0o600;

/** A run of which a dossier is made. */
export interface DossierSource {
  readonly ledger: Ledger;
  readonly batch: BatchInfo;
  readonly folder: string;
  readonly ruleLockSha256: string;
  readonly rehearsal: boolean;
  /** Path of the snapshot that the run read; undefined where it is pruned or shall stay out. */
  readonly snapshot: string | undefined;
}

/** Every file of a dossier under its folder `dossier-<run_id>/`, and the journal head that it leads to. */
export function dossierFiles(source: DossierSource): { files: ArchiveFile[]; journalHead: string } {
  const { ledger, batch, folder } = source;
  const { runId } = batch;
  const acts = journalUntil(ledger.journalBodies(), runId);
  const isPosted = batch.state === 'posted';
  const journalHead = isPosted ? headOfActs(acts) : '';
  const readme = {
    runId,
    manifestSha256: batch.manifestHash,
    postingHead: batch.headAfter,
    journalHead,
    hasSnapshot: source.snapshot !== undefined,
    rehearsal: source.rehearsal,
  };
  const files = [
    ...treeFiles(folder, `run/${runId}`, RESTRICTED),
    ...treeFiles(approvalFolderOf(folder, runId), `run/${runId}.approval`, OPEN),
    ...(source.snapshot ? [fileAt(source.snapshot, `snapshot/${basename(source.snapshot)}`, RESTRICTED)] : []),
    ...programFiles(),
    { ...textFile('ledger/journal.txt', acts.map((act) => `${act}\n`).join('')), mode: RESTRICTED },
    ...LANGUAGES.map((language) => textFile(`README.${language}.md`, dossierReadme(readme, language))),
    textFile('dossier.json', canonicalJson(facts(source, journalHead), 'lines')),
  ];
  return { files: archived(`dossier-${runId}`, files), journalHead };
}

/** What every dossier has of the program: rules with rulebook and sources, verifiers and formats. */
export function programFiles(): ArchiveFile[] {
  const program = programFolder();
  return [
    ...treeFiles(join(program, 'rules'), 'rules', OPEN),
    ...VERIFIERS.map((name) => fileAt(join(program, 'bin', name), `program/${name}`, OPEN)),
    ...documents(program),
  ];
}

/** The files under the folder of a dossier, with the list of their hashes. */
export function archived(folder: string, files: readonly ArchiveFile[]): ArchiveFile[] {
  const all = [...files, textFile('SHA256SUMS', sumsOf(files))];
  return all.map((file) => ({ ...file, name: `${folder}/${file.name}` }));
}

/** A grant year of which a dossier is made. */
export interface YearFacts {
  readonly grantYear: number;
  /** Its posted runs, in the order in which they were posted. */
  readonly runIds: readonly string[];
  /** Of the last one. */
  readonly postingHead: string;
  readonly journalHead: string;
  readonly rehearsal: boolean;
}

/** READMEs and facts of the dossier of a year. */
export function yearReadmes({ grantYear, runIds, postingHead, journalHead, rehearsal }: YearFacts): ArchiveFile[] {
  const build = programBuild();
  const index: Canonical = {
    format: DOSSIER_FORMAT,
    grant_year: grantYear,
    runs: [...runIds],
    posting_head: postingHead,
    journal_head: journalHead,
    program: { version: build.version, build_sha256: build.buildSha256 },
  };
  const folders = runIds.map((runId) => `run/${runId}`).join(' ');
  return [
    ...LANGUAGES.map((language) =>
      textFile(
        `README.${language}.md`,
        yearReadme({ grantYear, folders, postingHead, journalHead, rehearsal }, language),
      ),
    ),
    textFile('dossier.json', canonicalJson(index, 'lines')),
  ];
}

function documents(program: string): ArchiveFile[] {
  return [
    ['src/audit/AUDIT.md', 'AUDIT.md'],
    ['src/trace/FORMAT.md', 'TRACE.md'],
    ['src/audit/export/EXPORT.md', 'EXPORT.md'],
    ['src/ledger/LEDGER.md', 'LEDGER.md'],
    ['src/register/SNAPSHOT.md', 'SNAPSHOT.md'],
    ['src/payout/PAYMENTS.md', 'PAYMENTS.md'],
    ['src/payout/bank/BANK.md', 'BANK.md'],
    ['src/audit/manifest.schema.json', 'manifest.schema.json'],
    ['README.md', 'PROGRAM.md'],
  ].flatMap(([path = '', name = '']) => {
    const file = join(program, path);
    return pathExists(file) ? [fileAt(file, `docs/${name}`, OPEN)] : [];
  });
}

function facts({ batch, ruleLockSha256, snapshot }: DossierSource, journalHead: string): Canonical {
  const build = programBuild();
  return {
    format: DOSSIER_FORMAT,
    run_id: batch.runId,
    state: batch.state,
    manifest_sha256: batch.manifestHash,
    posting_head: batch.headAfter,
    journal_head: journalHead,
    snapshot: snapshot === undefined ? '' : basename(snapshot),
    rules_as_run: readRuleInputs([]).ruleLockSha256 === ruleLockSha256,
    program: { version: build.version, build_sha256: build.buildSha256 },
  };
}

/** Files of a folder and the folders in it; nothing where there is no such folder. */
export function treeFiles(folder: string, name: string, mode: number): ArchiveFile[] {
  if (!isFolder(folder)) return [];
  return listFolder(folder).flatMap((entry) => {
    const path = join(folder, entry);
    return isFolder(path) ? treeFiles(path, `${name}/${entry}`, mode) : [fileAt(path, `${name}/${entry}`, mode)];
  });
}

function fileAt(path: string, name: string, mode: number): ArchiveFile {
  return { name, content: { path }, mode };
}

export function textFile(name: string, text: string): ArchiveFile {
  return { name, content: Buffer.from(text, 'utf8'), mode: OPEN };
}

/** As `sha256sum -c` reads it. */
function sumsOf(files: readonly ArchiveFile[]): string {
  const rows = files.map(({ name, content }) => {
    const hash = createHash('sha256');
    for (const chunk of Buffer.isBuffer(content) ? [content] : chunksOf(content.path)) hash.update(chunk);
    return `${hash.digest('hex')}  ${name}\n`;
  });
  return rows.sort((a, b) => (a.slice(66) < b.slice(66) ? -1 : 1)).join('');
}
