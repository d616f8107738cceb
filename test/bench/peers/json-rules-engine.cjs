'use strict';
/** The toy rule for json-rules-engine: conditions in its own form, the amount by a fact of the host; results are kept. */
const { AGE_LEAST, AGE_MOST, amountOre } = require('./population.cjs');

const CONDITIONS = [
  { fact: 'age', operator: 'greaterThanInclusive', value: AGE_LEAST },
  { fact: 'age', operator: 'lessThanInclusive', value: AGE_MOST },
  { fact: 'targetGroup', operator: 'equal', value: true },
  { fact: 'resident', operator: 'equal', value: true },
];

exports.prepare = (persons, load) => {
  const { Engine } = load('json-rules-engine');
  const engine = new Engine();
  engine.addRule({ conditions: { all: CONDITIONS }, event: { type: 'triggers' } });
  return async () => {
    const kept = [];
    let totalOre = 0;
    for (const person of persons) {
      const { events, results, failureResults } = await engine.run(person);
      if (events.length > 0) totalOre += amountOre(person);
      kept.push(results[0] ?? failureResults[0]);
    }
    return { totalOre, explanationBytes: JSON.stringify(kept[0]).length * kept.length };
  };
};
