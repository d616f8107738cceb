import type { Component } from '../../../src/domain';

/** Component, grant year and the year of the run: every version of every rule for persons, both sides of the splits. */
export const ORACLE_CASES: readonly (readonly [Component, number, number])[] = [
  ['persontilskudd', 2018, 2018],
  ['persontilskudd', 2020, 2020],
  ['persontilskudd', 2023, 2023],
  ['persontilskudd', 2023, 2024],
  ['persontilskudd', 2024, 2024],
  ['persontilskudd37d', 2023, 2023],
  ['persontilskudd37d', 2026, 2026],
  ['utvidet43g', 2023, 2023],
  ['utvidet43g', 2024, 2024],
  ['grunntilskudd', 2018, 2018],
  ['grunntilskudd', 2023, 2023],
  ['grunntilskudd', 2024, 2024],
  ['asylnorsk', 2020, 2020],
  ['asylnorsk', 2021, 2021],
  ['asylnorsk', 2023, 2024],
  ['kulturtilskudd', 2020, 2020],
  ['samfunnskunnskap_mottak', 2024, 2024],
];
