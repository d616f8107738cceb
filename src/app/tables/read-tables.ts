import { join } from 'node:path';
import { type HashedTable, otherThanShipped, SHIPPED_FILES, type ShippedTexts } from '../../../rules';
import { NorsktilskuddError, sha256Hex } from '../../domain';
import { isFolder, pathExists, readBytes } from '../../effects';
import { programFolder } from '../program-files';
import { noteChangedTables } from './changed-tables';

/** Tables that decide results, as they were read: each file once. */
export interface ReadTables {
  readonly texts: ShippedTexts;
  readonly tables: readonly HashedTable[];
}

/** Texts of letters: a table that decides no result, and that two persons sign for as for those that do. */
export const LETTER_TEXTS_FILE = 'letter-texts.csv';

/** Folder of the data that ships with the program. */
export function shippedDataFolder(): string {
  return join(programFolder(), 'rules', 'data');
}

/**
 * Reads every table that decides results: those that ship with the program, and in their place those of a folder of newer
 * ones (data contract 3). A shipped one that somebody has changed is reported at the end of the command.
 *
 * @param newer absolute path, given with --tables
 * @throws NorsktilskuddError usage TABLES_NO_FOLDER, TABLES_NONE
 */
export function readTables(newer?: string): ReadTables {
  const shipped = new TableReader(shippedDataFolder());
  const own = shipped.read();
  noteChangedTables(otherThanShipped(own.tables).map(({ name }) => name));
  return newer === undefined ? own : new TableReader(newer, shipped).read();
}

/** Reads the tables of a folder; those that it lacks from another. */
class TableReader {
  readonly #folder: string;
  readonly #others: TableReader | undefined;
  readonly #tables: HashedTable[] = [];

  constructor(folder: string, others?: TableReader) {
    this.#folder = folder;
    this.#others = others;
    if (others !== undefined) this.#refuseEmpty();
  }

  read(): ReadTables {
    return {
      texts: {
        kommuner: this.#text(SHIPPED_FILES.kommuner),
        fylker: this.#text(SHIPPED_FILES.fylker),
        regions: this.#text(SHIPPED_FILES.regions),
        rates: this.#text(SHIPPED_FILES.rates),
        assumptions: this.#text(SHIPPED_FILES.assumptions),
        limits: this.#text(SHIPPED_FILES.limits),
      },
      tables: this.#tables,
    };
  }

  #text(name: string): string {
    const bytes = this.#bytes(name);
    this.#tables.push({ name, sha256: sha256Hex(bytes) });
    return bytes.toString('utf8');
  }

  #bytes(name: string): Buffer {
    const path = join(this.#folder, name);
    return this.#others === undefined || pathExists(path) ? readBytes(path) : this.#others.#bytes(name);
  }

  /** A folder without any table is a mistyped one. */
  #refuseEmpty(): void {
    const path = this.#folder;
    if (!isFolder(path)) throw new NorsktilskuddError('usage', 'TABLES_NO_FOLDER', { path });
    const names = [...Object.values(SHIPPED_FILES), LETTER_TEXTS_FILE];
    if (names.some((name) => pathExists(join(path, name)))) return;
    throw new NorsktilskuddError('usage', 'TABLES_NONE', { path, names: names.join(', ') });
  }
}
