import { assert } from '../../domain';

/** Bytes of a block of a tar archive; headers and contents are padded to it. */
export const TAR_BLOCK = 512;
const NAME_BYTES = 100;
const PREFIX_BYTES = 155;
/** Sizes are written with 11 octal digits. */
const SIZE_LIMIT = 8 ** 11;

/**
 * Header of a file in a tar archive (POSIX ustar). Owner and time are always 0, so that the same files give the same
 * bytes on every machine and day.
 *
 * @param name path in the archive with `/` between its parts, ASCII
 */
export function tarHeader(name: string, bytes: number, mode: number): Buffer {
  assert(bytes < SIZE_LIMIT, `${name} is too large for a tar archive`);
  assert(/^[\x21-\x7e]+$/.test(name), `${name} is not plain ASCII`);
  const header = Buffer.alloc(TAR_BLOCK);
  const [prefix, short] = splitName(name);
  header.write(short, 0, 'latin1');
  writeOctal(header, mode, 100, 8);
  writeOctal(header, 0, 108, 8);
  writeOctal(header, 0, 116, 8);
  writeOctal(header, bytes, 124, 12);
  writeOctal(header, 0, 136, 12);
  header.fill(' ', 148, 156);
  header.write('0', 156, 'latin1');
  header.write('ustar\x0000', 257, 'latin1');
  writeOctal(header, 0, 329, 8);
  writeOctal(header, 0, 337, 8);
  header.write(prefix, 345, 'latin1');
  let sum = 0;
  for (const byte of header) sum += byte;
  header.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148, 'latin1');
  return header;
}

function writeOctal(header: Buffer, value: number, at: number, width: number): void {
  header.write(`${value.toString(8).padStart(width - 1, '0')}\0`, at, 'latin1');
}

/** A long name is cut at a slash into a prefix and the rest. */
function splitName(name: string): [string, string] {
  if (name.length <= NAME_BYTES) return ['', name];
  const cut = name.indexOf('/', name.length - NAME_BYTES - 1);
  assert(cut > 0 && cut <= PREFIX_BYTES, `${name} is too long for a tar archive`);
  return [name.slice(0, cut), name.slice(cut + 1)];
}
