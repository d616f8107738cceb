'use strict';
/**
 * The toy rule as a module of the program's own rule contract: it reads blocks of the register by columns, fills an
 * outcome, and the trace writer keeps what it did. Ages and days come from dates, as in a real rule.
 */
const { join } = require('node:path');
const { loadModules } = require('../modules.cjs');
const { AGE_LEAST, AGE_MOST, DAYS_OF_YEAR, RATES_ORE, YEARS } = require('./population.cjs');

const { domain, writer, rules, rate } = loadModules(join(__dirname, '..', '..', '..'), {
  domain: 'src/domain',
  writer: 'src/trace/trace-writer',
  rules: 'rules',
  rate: 'rules/common/rate-of',
});
const { ageOn, dayOf, Outcome, RATE_CLASS, Settlement, TABLE } = domain;
const { createTraceWriter } = writer;
const { buildRateTable } = rules;
const { applyRate } = rate;

const BLOCK = 1024;
const KOMMUNE = 301;
/** Some key of a single rate: the toy rule has none of its own. Its values are øre here, not kroner. */
const KEY = 'utvidet43g';
const COMPONENT = 0;
const MODULE = {
  id: 'toy@2022',
  conditions: [{ id: 'age' }, { id: 'target_group' }, { id: 'resident' }],
  prepare(context) {
    return ({ block, index }, outcome) => {
      const { persons, targetGroup, residence } = block;
      const row = targetGroup.offsets[index];
      const stays = residence.offsets[index];
      const age = ageOn(persons.birthDate[index], context.firstDay);
      const failures =
        (age >= AGE_LEAST && age <= AGE_MOST ? 0 : 1) |
        (row < targetGroup.offsets[index + 1] ? 0 : 2) |
        (stays < residence.offsets[index + 1] ? 0 : 4);
      if (row < targetGroup.offsets[index + 1]) {
        outcome.candidateRows.push(row);
        outcome.candidateFailures.push(failures);
      }
      if (failures !== 0) return;
      const from = Math.max(residence.fromDate[stays], context.firstDay);
      const to = Math.min(residence.toDate[stays], context.lastDay);
      const days = to - from + 1;
      outcome.chosenRow = row;
      const rateOre = applyRate(outcome, context, KEY, RATE_CLASS.single);
      outcome.annualAmountNok = Math.floor((2 * rateOre * days + DAYS_OF_YEAR) / (2 * DAYS_OF_YEAR));
      outcome.windowFrom = from;
      outcome.windowTo = to;
      outcome.recipients.push(residence.recipient[stays]);
      outcome.days.push(days);
      outcome.stopped.push(0);
      outcome.segmentFrom.push(from);
      outcome.segmentTo.push(to);
      outcome.segmentTable.push(TABLE.residence);
      outcome.segmentRow.push(stays);
      outcome.segmentCode.push(residence.recipient[stays]);
    };
  },
};

/** Rows of a table with at most one row a person. */
function offsetsOf(persons, has) {
  const offsets = new Uint32Array(persons.length + 1);
  for (const [index, person] of persons.entries()) offsets[index + 1] = offsets[index] + (has(person) ? 1 : 0);
  return offsets;
}

/** Lines as they would stand in a file. */
const linesOf = (count, first) => Uint32Array.from({ length: count }, (_, index) => first + index);

function blockOf(persons, first) {
  const members = persons.filter(({ targetGroup }) => targetGroup);
  const residents = persons.filter(({ resident }) => resident);
  const from = ({ year }) => dayOf(year, 1, 1);
  return {
    personCount: persons.length,
    personIds: Float64Array.from(persons, (_, index) => first + index),
    persons: {
      offsets: offsetsOf(persons, () => true),
      line: linesOf(persons.length, first + 2),
      birthDate: Int32Array.from(persons, ({ year, age }) => dayOf(year - age, 1, 1)),
    },
    targetGroup: { offsets: offsetsOf(persons, ({ targetGroup }) => targetGroup), line: linesOf(members.length, 2) },
    residence: {
      offsets: offsetsOf(persons, ({ resident }) => resident),
      line: linesOf(residents.length, 2),
      recipient: new Int32Array(residents.length).fill(KOMMUNE),
      fromDate: Int32Array.from(residents, from),
      toDate: Int32Array.from(residents, (person) => from(person) + person.days - 1),
    },
  };
}

/** The rule bound to each year. */
function evaluators() {
  const row = (year) => ({ key: KEY, rateClass: 'single', grantYear: year, valueNok: RATES_ORE[year] });
  const rates = buildRateTable([YEARS.map((year) => ({ ...row(year), status: 'illustrative', source: '', note: '' }))]);
  return new Map(
    YEARS.map((year) => [
      year,
      MODULE.prepare({ grantYear: year, firstDay: dayOf(year, 1, 1), lastDay: dayOf(year, 12, 31), rates }),
    ]),
  );
}

/** Keeps what is written; nothing is hashed, as the other engines hash nothing. */
function keeper() {
  const kept = [];
  const keep = (words) => kept.push(new Uint8Array(words.slice().buffer));
  return { kept, writer: createTraceWriter({ sealer: { chunk: keep } }) };
}

function settle(settlement, outcome) {
  settlement.reset();
  settlement.cumulativeDueNok = outcome.annualAmountNok;
  if (outcome.recipients.length === 0) return;
  settlement.basisRecipients.push(KOMMUNE);
  settlement.recipients.push(KOMMUNE);
  settlement.shareNumerators.push(outcome.days[0]);
  settlement.shareDenominators.push(outcome.days[0]);
  settlement.dueNok.push(outcome.annualAmountNok);
  settlement.heldDueNok.push(0);
  settlement.postedNok.push(0);
  settlement.differenceNok.push(outcome.annualAmountNok);
  settlement.differenceHeld.push(0);
}

/** Prepares everything and returns the work to be timed: total of all persons and bytes of explanation. */
exports.prepare = (persons) => {
  const blocks = [];
  for (let first = 0; first < persons.length; first += BLOCK) {
    const some = persons.slice(first, first + BLOCK);
    blocks.push({ first, years: some.map(({ year }) => year), block: blockOf(some, first) });
  }
  const rules = evaluators();
  return async () => {
    const { kept, writer } = keeper();
    const outcome = new Outcome();
    const settlement = new Settlement();
    const view = { block: blocks[0].block, index: 0, personRow: 0 };
    let totalOre = 0;
    for (const { first, years, block } of blocks) {
      view.block = block;
      for (let index = 0; index < years.length; index += 1) {
        view.index = index;
        view.personRow = index;
        writer.beginPerson(first + index, block.personIds[index], view);
        outcome.reset();
        rules.get(years[index])(view, outcome);
        settle(settlement, outcome);
        writer.record(years[index], COMPONENT, outcome, settlement);
        totalOre += outcome.annualAmountNok;
      }
    }
    writer.end();
    return { totalOre, explanationBytes: kept.reduce((sum, bytes) => sum + bytes.length, 0) };
  };
};
