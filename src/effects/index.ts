export { findChromium, openInBrowser, printToPdf } from './browser';
export { runOnThread, type ThreadEnd, threadOfCommand } from './command-thread';
export { type Database, type DatabaseOptions, openDatabase, type SqlValue, type Statement } from './database';
export { type DatabaseHeader, databaseHeader } from './database-header';
export { errorCodeOf } from './error-code';
export { type FaultPlan, faultPoint, faultPointsPassed, InjectedFault, setFaultPlan } from './faults';
export * from './files';
export { entryOf, type FileIdentity, type FolderEntry, fileIdentity, folderEntries, realPath } from './folder-entry';
export { INTERRUPTED, isInterrupted } from './interruption';
export { leftBehindIn, makePartFolder, makeWorkFolder, removePartFolders, replaceFolder } from './part-folder';
export { quietly } from './quietly';
export {
  kindOfPath,
  type PathKind,
  ReadingRefused,
  readBytes,
  readText,
  requireFileOrNothing,
} from './reading-door';
export { type NewSigningKey, newSigningKey, othersMayRead } from './signing-keys';
export { accountName, lettingSignalsIn, monotonicMilliseconds, nowUtc, secretBytes, temporaryFolder } from './system';

export { serveThread, startThread, type Thread, type ThreadMessage, type ThreadWork } from './threads';
export { type SchemaFault, schemaFaults } from './xml-schema';
