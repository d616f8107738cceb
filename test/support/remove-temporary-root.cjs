'use strict';
const { rmSync } = require('node:fs');

/** Removes the folder that `make-temporary-root.cjs` made. */
module.exports = () => rmSync(process.env.TMPDIR, { recursive: true, force: true });
