export { decodeLeaf } from './decode-leaf';
export { LEAF_KIND, PSEUDONYM_BYTES, TRACE_FILES, TRACE_FORMAT, type TraceFormat } from './format';
export { pseudonymHmac, pseudonymKeyId, RecipientPseudonyms, setPseudonymDigits } from './keys';
export { LeafRecorder } from './leaf-recorder';
export { forEachPart, leafKind, leafLength } from './leaf-words';
export { entryHash, type InclusionProof } from './merkle-proof';
export { PartHasher } from './part-hasher';
export { HeadEntry, PartSealer } from './part-sealer';
export { REFERENCE_BYTES, SALT_BYTES } from './part-secrets';
export { PartTree } from './part-tree';
export { RecipientTree } from './recipient-tree';
export { chunkMessage, keepWords, type SealedTrace, type SealerKeys, sealMessage, type TraceSealer } from './sealer';

export type { KommuneTraceRecord, PersonTraceRecord, TraceLeaf, TracePart, TraceSegment } from './trace-leaf';
export { TraceReader, type TraceStore } from './trace-reader';
export { createTraceWriter } from './trace-writer';
