import { NorsktilskuddError } from '../domain';
import { type FileWriter, listFolder, makeFolder, openWriter, pathExists, removeTree, renameInto } from '../effects';
import { type ExtractChunk, type GeneratorOptions, generateExtracts } from '../synthetic';

/** An extract that was written: its folder, and the bytes of its files together. */
export interface WrittenExtract {
  readonly name: string;
  readonly folder: string;
  readonly bytes: number;
}

/**
 * Writes made-up extracts, one folder each (`2018-T1`, ...), whole or not at all: a folder gets its name when all its
 * files are in it. The same options give the same bytes.
 *
 * @param folder new or empty
 * @param onExtract told of each extract when it is whole
 * @throws NorsktilskuddError GENERATE_OPTION_OUT_OF_RANGE, GENERATE_FOLDER_NOT_EMPTY
 */
export function writeExtracts(
  options: GeneratorOptions,
  folder: string,
  onExtract: (extract: WrittenExtract) => void = () => {},
): WrittenExtract[] {
  if (pathExists(folder) && listFolder(folder).length > 0) {
    throw new NorsktilskuddError('usage', 'GENERATE_FOLDER_NOT_EMPTY', { folder });
  }
  const written: WrittenExtract[] = [];
  let open: OpenExtract | undefined;
  const finish = (): void => {
    if (!open) return;
    const extract = open.close();
    written.push(extract);
    onExtract(extract);
  };
  try {
    for (const piece of generateExtracts(options)) {
      if (open?.name !== piece.snapshot.name) {
        finish();
        open = new OpenExtract(folder, piece.snapshot.name);
      }
      open.write(piece);
    }
    finish();
  } catch (cause) {
    open?.abandon();
    throw cause;
  }
  return written;
}

/** A folder that is being filled under a temporary name. */
class OpenExtract {
  readonly name: string;
  readonly #folder: string;
  readonly #temporary: string;
  readonly #writers = new Map<string, FileWriter>();
  #bytes = 0;

  constructor(parent: string, name: string) {
    this.name = name;
    this.#folder = `${parent}/${name}`;
    this.#temporary = `${this.#folder}.part`;
    makeFolder(this.#temporary);
  }

  write(piece: ExtractChunk): void {
    let writer = this.#writers.get(piece.file);
    if (!writer) {
      writer = openWriter(`${this.#temporary}/${piece.file}`);
      this.#writers.set(piece.file, writer);
    }
    const bytes = Buffer.from(piece.chunk, 'utf8');
    this.#bytes += bytes.length;
    writer.write(bytes);
  }

  close(): WrittenExtract {
    for (const [file, writer] of this.#writers) {
      this.#writers.delete(file);
      writer.close();
    }
    renameInto(this.#temporary, this.#folder);
    return { name: this.name, folder: this.#folder, bytes: this.#bytes };
  }

  /** Removes what is not whole; nothing once the folder has its name. */
  abandon(): void {
    for (const writer of this.#writers.values()) writer.abandon();
    removeTree(this.#temporary);
  }
}
