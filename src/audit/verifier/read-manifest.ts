import { type Files, hasFile, pathIn, readWhole } from './files';
import type { Findings } from './findings';
import { sha256 } from './hashes';
import { canonical, JsonFault, parseJson, placeIn } from './json';
import { MANIFEST, type RunManifest } from './manifest-shape';
import type { TellFault } from './shapes';
import { COMPONENT_NAMES, GROUP_NAMES, HELD_REASONS } from './vocabulary';

/** A manifest as it stands in a folder. */
export interface SealedManifest {
  readonly manifest: RunManifest;
  /** SHA-256 of its bytes, 64 hex digits. */
  readonly sha256: string;
  readonly text: string;
}

const [FILE, SEAL] = ['manifest.json', 'manifest.sha256'];

/**
 * Reads manifest.json and checks it against its seal, its published shape, its one written form and its run_id.
 * undefined where nothing can be made of it.
 */
export function readManifest(files: Files, folder: string, findings: Findings): SealedManifest | undefined {
  if (!hasFile(files, folder, FILE)) {
    findings.add('VERIFY_FILE_MISSING', FILE);
    return undefined;
  }
  const bytes = readWhole(files, pathIn(folder, FILE));
  const [text, hash] = [bytes.toString('utf8'), sha256(bytes)];
  checkSeal(files, folder, hash, findings);
  const manifest = parsed(text, findings);
  const tell = (path: string, reason: string): void => findings.add('VERIFY_MANIFEST_SHAPE', FILE, { path, reason });
  if (manifest === undefined || !MANIFEST(manifest, tell) || !hasKnownNames(manifest, tell)) return undefined;
  checkForm(text, canonical(manifest, 2), findings);
  checkIdentity(manifest, findings);
  return { manifest, sha256: hash, text };
}

/** Components, netting groups and reasons are such as there are. */
function hasKnownNames(manifest: RunManifest, tell: TellFault): boolean {
  const { modules, coverage, opening_coverage, opening_arrears, control_totals, held, sizing, conservation } = manifest;
  const lists = { modules, coverage, opening_coverage, opening_arrears, control_totals, held, sizing, conservation };
  const components = Object.entries(lists).flatMap(([path, rows]) => rows.map((row) => [path, row.component]));
  const excluded = manifest.identity.excluded.map((name) => ['identity.excluded', name]);
  const groups = [...control_totals, ...manifest.netting].map((row) => ['netting', row.netting_group]);
  const reasons = held.map((row) => ['held', row.reason]);
  const named = [
    ...[...components, ...excluded].filter(([, name = '']) => !COMPONENT_NAMES.includes(name)),
    ...groups.filter(([, name = '']) => !GROUP_NAMES.includes(name)),
    ...reasons.filter(([, name = '']) => !HELD_REASONS.includes(name)),
  ];
  for (const [path = '', name = ''] of named) tell(path, name);
  return named.length === 0;
}

function checkSeal(files: Files, folder: string, hash: string, findings: Findings): void {
  if (!hasFile(files, folder, SEAL)) {
    findings.add('VERIFY_FILE_MISSING', SEAL);
    return;
  }
  const seal = readWhole(files, pathIn(folder, SEAL)).toString('latin1');
  if (seal === `${hash}  ${FILE}\n`) return;
  findings.add('VERIFY_SEAL_DIFFERS', FILE, { expected: seal.trimEnd(), found: hash });
}

function parsed(text: string, findings: Findings): unknown {
  try {
    return parseJson(text);
  } catch (cause) {
    if (!(cause instanceof JsonFault)) throw cause;
    const { message: reason, position } = cause;
    findings.add('VERIFY_MANIFEST_UNREADABLE', FILE, { ...placeIn(text, position), reason });
    return undefined;
  }
}

/** The manifest has one written form; anything else has been written by something else. */
function checkForm(text: string, expected: string, findings: Findings): void {
  if (text === expected) return;
  let position = 0;
  while (position < text.length && text[position] === expected[position]) position += 1;
  findings.add('VERIFY_MANIFEST_FORM', FILE, placeIn(text, position));
}

/** run_id follows from everything that decides the result; mark and payable must be true (data contract 4). */
function checkIdentity(manifest: RunManifest, findings: Findings): void {
  const { identity, format, blocked_by: blockedBy } = manifest;
  const runId = `${identity.grant_year}-T${identity.term}-${sha256(canonical(identity)).slice(0, 12)}`;
  findings.figure('run_id', 'identity', runId, manifest.run_id);
  findings.figure('identity.format', 'format', format, identity.format);
  findings.figure('mark', 'identity.rehearsal', identity.rehearsal ? 'REHEARSAL' : '', manifest.mark);
  findings.figure('payable', 'blocked_by', String(blockedBy.length === 0), String(manifest.payable));
}
