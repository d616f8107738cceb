import type { TableSet } from '../schema/kinds';
import { hashColumn, insertRules, neverTouched, notOf } from '../schema/table-rules';

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
    ...insertRules({
      'access_heads.of_an_act: the row belongs to no act': notOf('note-access'),
    }),
  ],
  kinds: { act_kinds: [['note-access', 0]] },
};
