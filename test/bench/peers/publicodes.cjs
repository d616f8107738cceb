'use strict';
/** The toy rule for publicodes: rules in its own language, one situation a person; the evaluated trees are kept. */
const { AGE_LEAST, AGE_MOST, DAYS_OF_YEAR, RATES_ORE } = require('./population.cjs');

function rules() {
  const rates = Object.entries(RATES_ORE).flatMap(([year, rate]) => [
    `        - si: year = ${year}`,
    `          alors: ${rate}`,
  ]);
  return [
    'age:',
    'year:',
    'days:',
    'target group:',
    'resident:',
    'triggers:',
    '  toutes ces conditions:',
    `    - age >= ${AGE_LEAST}`,
    `    - age <= ${AGE_MOST}`,
    '    - target group = oui',
    '    - resident = oui',
    'rate:',
    '  variations:',
    ...rates.map((line) => line.slice(4)),
    'amount:',
    '  applicable si: triggers',
    `  valeur: rate * days / ${DAYS_OF_YEAR}`,
    '  arrondi: oui',
  ].join('\n');
}

exports.prepare = (persons, load) => {
  const { default: Engine } = load('publicodes');
  const engine = new Engine(load('yaml').parse(rules()), { logger: { log() {}, warn() {}, error() {} } });
  const word = (yes) => (yes ? 'oui' : 'non');
  return async () => {
    const kept = [];
    let totalOre = 0;
    for (const { age, year, days, targetGroup, resident } of persons) {
      engine.setSituation({ age, year, days, 'target group': word(targetGroup), resident: word(resident) });
      const node = engine.evaluate('amount');
      totalOre += Number(node.nodeValue ?? 0);
      kept.push(node);
    }
    return { totalOre, explanationBytes: 0 };
  };
};
