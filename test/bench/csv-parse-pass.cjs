'use strict';
/** The baseline B: one sequential csv-parse pass over every CSV file of a folder, array rows, nothing done with them. */
const { createReadStream, readdirSync } = require('node:fs');
const { join } = require('node:path');
const { parse } = require('csv-parse');

async function pass(folder) {
  let rows = 0;
  for (const name of readdirSync(folder).filter((file) => file.endsWith('.csv'))) {
    await new Promise((resolve, reject) => {
      const parser = parse();
      parser.on('data', () => {
        rows += 1;
      });
      parser.on('end', resolve).on('error', reject);
      createReadStream(join(folder, name)).on('error', reject).pipe(parser);
    });
  }
  process.stdout.write(`${JSON.stringify({ rows })}\n`);
}

pass(process.argv[2]);
