'use strict';
/**
 * The made-up persons of the toy rule and what it comes to, in integers alone. The rule: somebody from 18 to 67 years,
 * in the target group and resident gets the rate of the year by days of 365, rounded half up to øre.
 */
const RATES_ORE = { 2022: 3_190_000, 2023: 3_264_050, 2024: 3_355_033, 2025: 3_461_117, 2026: 3_566_699 };
const YEARS = Object.keys(RATES_ORE).map(Number);
const DAYS_OF_YEAR = 365;
const AGE_LEAST = 18;
const AGE_MOST = 67;

/** Numbers from 0 to 1, the same on every machine (mulberry32). */
function seeded(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

function population(count) {
  const random = seeded(2018);
  return Array.from({ length: count }, () => ({
    year: YEARS[Math.floor(random() * YEARS.length)],
    age: 10 + Math.floor(random() * 65),
    targetGroup: random() < 0.85,
    resident: random() < 0.9,
    days: 1 + Math.floor(random() * DAYS_OF_YEAR),
  }));
}

/** Øre of a person by plain arithmetic: what every engine has to come to. */
function amountOre({ year, age, targetGroup, resident, days }) {
  if (age < AGE_LEAST || age > AGE_MOST || !targetGroup || !resident) return 0;
  return Math.floor((2 * RATES_ORE[year] * days + DAYS_OF_YEAR) / (2 * DAYS_OF_YEAR));
}

module.exports = { AGE_LEAST, AGE_MOST, DAYS_OF_YEAR, RATES_ORE, YEARS, amountOre, population };
