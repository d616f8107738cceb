/** The little of WebAssembly that is used here; the types of Node leave it to those of browsers. */
declare namespace WebAssembly {
  function validate(bytes: Uint8Array): boolean;
  class Module {
    constructor(bytes: Uint8Array);
  }
  class Memory {
    readonly buffer: ArrayBuffer;
  }
  /** What a module exports is for whoever made it to say. */
  class Instance<Exports> {
    constructor(module: Module);
    readonly exports: Exports;
  }
}
