'use strict';
/**
 * Last step of the build. A room's index re-exports what others may use, and TypeScript compiles each re-export to a
 * getter; on an object with a hundred of them a call costs ten times what the function does (reading one number of a
 * column). Rooms import one way only, so nothing is read before it is there, and plain values do the same for nothing.
 */
const { readdirSync, readFileSync, writeFileSync } = require('node:fs');
const { join } = require('node:path');

const GETTER =
  /Object\.defineProperty\(exports, "(\w+)", \{ enumerable: true, get: function \(\) \{ return (\w+\.\w+); \} \}\);/g;

function settle(folder) {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) settle(path);
    else if (entry.name === 'index.js') {
      const text = readFileSync(path, 'utf8');
      const plain = text.replace(GETTER, 'exports.$1 = $2;');
      if (plain !== text) writeFileSync(path, plain);
    }
  }
}

settle(join(__dirname, 'dist'));
