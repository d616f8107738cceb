import { hashColumn } from '../schema/column-checks';
import { neverTouched, notOf, refuse } from '../schema/refuse';
import type { TableSet } from '../schema/table-set';

/** Name of the set of tables. */
export const ACCESS_HEADS = 'access-heads';

/** How far the access log had come when a batch was approved: a log that is removed or made anew is told by it. */
export const ACCESS_HEADS_1: TableSet = {
  name: ACCESS_HEADS,
  version: 1,
  statements: [
    `CREATE TABLE access_heads (
  journal INTEGER PRIMARY KEY REFERENCES journal,
  access_rows INTEGER NOT NULL CHECK (access_rows >= 0),
  ${hashColumn('access_head')},
  begins_anew INTEGER NOT NULL CHECK (begins_anew IN (0, 1))
) STRICT`,
    ...neverTouched('access_heads'),
    refuse(
      'access_heads_of_an_act',
      'INSERT ON access_heads',
      notOf('note-access'),
      'access_heads: the row belongs to no act',
    ),
  ],
  kinds: { act_kinds: [['note-access', 0]] },
};
