import { parseJson } from '../domain';
import { MANIFEST, type RunManifest } from './verifier/manifest-shape';

/** A manifest as it stands in its file; its published schema is manifest.schema.json. */
export type Manifest = RunManifest;

/** The manifest of a text that this program has written. */
export function manifestOf(text: string): Manifest {
  const manifest = parseJson(text);
  const faults: string[] = [];
  if (MANIFEST(manifest, (path, reason) => faults.push(`${path}: ${reason}`))) return manifest;
  throw new SyntaxError(faults.join('\n'));
}
