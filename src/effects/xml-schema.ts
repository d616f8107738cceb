import { createHash } from 'node:crypto';
import { memoryPages, validateXML } from 'xmllint-wasm';

/** A place where a document does not follow its schema. */
export interface SchemaFault {
  /** 0 where it is not known. */
  readonly line: number;
  readonly message: string;
}

/** Most memory that the check may take. */
const MEMORY_PAGES_MAX = memoryPages.GiB;

/** What was found of the documents checked last, by hashes: to check one takes a tenth of a second, however small it is. */
const found = new Map<string, readonly SchemaFault[]>();
const FOUND_KEPT = 64;

/** Holds a document to its XML schema, on a thread; nothing outside the two is read. */
export async function schemaFaults(document: string, schema: string): Promise<readonly SchemaFault[]> {
  const key = [document, schema].map((text) => createHash('sha256').update(text).digest('hex')).join();
  const faults = found.get(key) ?? (await check(document, schema));
  if (found.size >= FOUND_KEPT) found.clear();
  found.set(key, faults);
  return faults;
}

async function check(document: string, schema: string): Promise<readonly SchemaFault[]> {
  const { errors } = await validateXML({
    xml: [{ fileName: 'document.xml', contents: document }],
    schema: [{ fileName: 'schema.xsd', contents: schema }],
    maxMemoryPages: MEMORY_PAGES_MAX,
  });
  return errors.map(({ message, loc }) => ({ line: loc?.lineNumber ?? 0, message }));
}
