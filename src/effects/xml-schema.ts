import { memoryPages, validateXML } from 'xmllint-wasm';

/** A place where a document does not follow its schema. */
export interface SchemaFault {
  /** 0 where it is not known. */
  readonly line: number;
  readonly message: string;
}

/** Most memory that the check may take. */
const MEMORY_PAGES_MAX = memoryPages.GiB;

/** Holds a document to its XML schema, on a thread; nothing outside the two is read. */
export async function schemaFaults(document: string, schema: string): Promise<readonly SchemaFault[]> {
  const { errors } = await validateXML({
    xml: [{ fileName: 'document.xml', contents: document }],
    schema: [{ fileName: 'schema.xsd', contents: schema }],
    maxMemoryPages: MEMORY_PAGES_MAX,
  });
  return errors.map(({ message, loc }) => ({ line: loc?.lineNumber ?? 0, message }));
}
