export * from './clock';
export * from './database';
export * from './faults';
export * from './files';
export * from './part-folder';
export * from './random';
export * from './system';
export * from './threads';
