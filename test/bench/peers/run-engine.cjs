'use strict';
/** One engine in a process of its own: name, number of persons, folder of the peers. Prints what it came to. */
const { amountOre, population } = require('./population.cjs');

const [name, count, folder] = process.argv.slice(2);
const load = (module) => require(require.resolve(module, { paths: [folder] }));

async function measure() {
  const persons = population(Number(count));
  const work = require(`./${name}.cjs`).prepare(persons, load);
  await work(); // The first time is for the compiler.
  const cpu = process.cpuUsage();
  const begin = process.hrtime.bigint();
  const { totalOre, explanationBytes } = await work();
  const wallSeconds = Number(process.hrtime.bigint() - begin) / 1e9;
  const { user, system } = process.cpuUsage(cpu);
  const expected = persons.reduce((sum, person) => sum + amountOre(person), 0);
  if (totalOre !== expected) throw new Error(`${name} comes to ${totalOre} øre, plain arithmetic to ${expected}`);
  const answer = { wallSeconds, cpuSeconds: (user + system) / 1e6, explanationBytes };
  process.stdout.write(`${JSON.stringify(answer)}\n`);
}

measure().catch((cause) => {
  process.stderr.write(`${cause.stack}\n`);
  process.exitCode = 1;
});
