import { lookWithSql } from '../audit/sql/look-with-sql';
import { playCase } from '../golden/play-case';
import { caseNames } from '../golden/scenario';

test.each(caseNames())(
  '%s: SQL agrees in every run, and each is calculated again from its extract alone',
  async (name) => {
    expect(await playCase(name, lookWithSql)).toEqual([]);
  },
);
