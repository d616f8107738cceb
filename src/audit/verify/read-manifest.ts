import { join } from 'node:path';
import { canonicalJson, sha256Hex } from '../../domain';
import { pathExists, readBytes } from '../../effects';
import { MANIFEST_FILE, SEAL_FILE } from '../../payout';
import { type Manifest, manifestSchema } from '../manifest-schema';
import { runIdOfRecord } from '../run-id';
import type { Problems } from './problems';

/** A manifest as it stands in a folder. */
export interface SealedManifest {
  readonly manifest: Manifest;
  /** SHA-256 of its bytes, 64 hex digits. */
  readonly sha256: string;
  readonly text: string;
}

/**
 * Reads manifest.json and checks it against its seal, its published shape, its one written form and its run_id.
 * undefined where nothing can be made of it.
 */
export function readManifest(folder: string, problems: Problems): SealedManifest | undefined {
  const path = join(folder, MANIFEST_FILE);
  if (!pathExists(path)) {
    problems.add('VERIFY_FILE_MISSING', MANIFEST_FILE);
    return undefined;
  }
  const bytes = readBytes(path);
  const sha256 = sha256Hex(bytes);
  checkSeal(folder, sha256, problems);
  const text = bytes.toString('utf8');
  const json = parseJson(text, problems);
  if (json === undefined) return undefined;
  const parsed = manifestSchema.safeParse(json);
  if (!parsed.success) {
    for (const issue of parsed.error.issues.slice(0, 20)) {
      problems.add('VERIFY_MANIFEST_SHAPE', MANIFEST_FILE, {
        path: issue.path.join('.') || '{}',
        reason: issue.message,
      });
    }
    return undefined;
  }
  const manifest = parsed.data;
  checkForm(text, canonicalJson(manifest, 'lines'), problems);
  const runId = runIdOfRecord(manifest.identity);
  problems.compare('VERIFY_MANIFEST_FIGURE', MANIFEST_FILE, runId, manifest.run_id, { path: 'run_id', of: 'identity' });
  return { manifest, sha256, text };
}

function checkSeal(folder: string, sha256: string, problems: Problems): void {
  const path = join(folder, SEAL_FILE);
  if (!pathExists(path)) {
    problems.add('VERIFY_FILE_MISSING', SEAL_FILE);
    return;
  }
  const seal = readBytes(path).toString('latin1');
  if (seal === `${sha256}  ${MANIFEST_FILE}\n`) return;
  problems.add('VERIFY_SEAL_DIFFERS', MANIFEST_FILE, { expected: seal.trimEnd(), found: sha256 });
}

function parseJson(text: string, problems: Problems): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : '';
    const position = Number(/position (\d+)/.exec(reason)?.[1] ?? 0);
    problems.add('VERIFY_MANIFEST_UNREADABLE', MANIFEST_FILE, { ...placeIn(text, position), reason });
    return undefined;
  }
}

/** The manifest has one written form; anything else has been written by something else. */
function checkForm(text: string, expected: string, problems: Problems): void {
  if (text === expected) return;
  let position = 0;
  while (position < text.length && text[position] === expected[position]) position += 1;
  problems.add('VERIFY_MANIFEST_FORM', MANIFEST_FILE, placeIn(text, position));
}

/** Line and column, both from 1, of a place in a text. */
export function placeIn(text: string, position: number): { line: number; column: number } {
  const before = text.slice(0, position);
  const lineStart = before.lastIndexOf('\n') + 1;
  return { line: before.split('\n').length, column: position - lineStart + 1 };
}

/** The manifest of a text that this program has written. */
export function manifestOf(text: string): Manifest {
  return manifestSchema.parse(JSON.parse(text));
}
