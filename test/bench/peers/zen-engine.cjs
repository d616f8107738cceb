'use strict';
/** The toy rule for zen-engine: a decision table for rate and conditions, an expression for the amount; traces are kept. */
const { AGE_LEAST, AGE_MOST, DAYS_OF_YEAR, RATES_ORE } = require('./population.cjs');

/** Evaluations that run at a time: the way in which it is fastest. */
const TOGETHER = 1000;

const INPUTS = ['age', 'targetGroup', 'resident', 'year'];

function decision() {
  const rule = ([year, rate], index) => ({
    _id: `r${index}`,
    age: `[${AGE_LEAST}..${AGE_MOST}]`,
    targetGroup: 'true',
    resident: 'true',
    year,
    rate: String(rate),
  });
  const table = {
    hitPolicy: 'first',
    inputs: INPUTS.map((field) => ({ id: field, name: field, field })),
    outputs: [{ id: 'rate', name: 'rate', field: 'rate' }],
    rules: [
      ...Object.entries(RATES_ORE).map(rule),
      { _id: 'none', age: '', targetGroup: '', resident: '', year: '', rate: '0' },
    ],
    passThrough: true,
  };
  const amount = { id: 'e1', key: 'amount', value: `floor((2 * rate * days + ${DAYS_OF_YEAR}) / ${2 * DAYS_OF_YEAR})` };
  const node = (id, type, content) => ({ id, name: id, type, content, position: { x: 0, y: 0 } });
  const nodes = [
    node('in', 'inputNode'),
    node('rates', 'decisionTableNode', table),
    node('share', 'expressionNode', { expressions: [amount], passThrough: true }),
    node('out', 'outputNode'),
  ];
  const ids = nodes.map(({ id }) => id);
  const edges = ids
    .slice(1)
    .map((id, index) => ({ id: `e${index}`, type: 'edge', sourceId: ids[index], targetId: id }));
  return Buffer.from(JSON.stringify({ nodes, edges }));
}

exports.prepare = (persons, load) => {
  const { ZenEngine } = load('@gorules/zen-engine');
  const compiled = new ZenEngine().createDecision(decision());
  return async () => {
    const kept = [];
    let totalOre = 0;
    for (let first = 0; first < persons.length; first += TOGETHER) {
      const some = persons.slice(first, first + TOGETHER);
      const answers = await Promise.all(some.map((person) => compiled.evaluate(person, { trace: true })));
      for (const { result, trace } of answers) {
        totalOre += Number(result.amount);
        kept.push(trace);
      }
    }
    return { totalOre, explanationBytes: JSON.stringify(kept[0]).length * kept.length };
  };
};
