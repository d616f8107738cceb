import { yearEnd, yearEndTables } from '../../app';
import { NorsktilskuddError } from '../../domain';
import { paymentSums } from '../answers/common';
import { kroner, list, object, orNull, text, textOrNull, whole } from '../declare/answer';
import { command } from '../declare/command';
import { argument } from '../declare/flag';
import * as kind from '../declare/kinds';
import { endUnhappily } from '../end-unhappily';
import { SETTINGS } from '../flags/settings';
import * as sources from '../flags/sources';
import { headFields } from '../heads-text';
import { tablesWanted, writeTables } from '../tables/write-tables';
import { yearEndText } from '../year-end/year-end-text';

const grant = object({
  component: text,
  annual: kroner,
  posted: kroner,
  due_later: kroner,
  held: kroner,
  adjusted: kroner,
});
const carried = object({
  group: text,
  carried: kroner,
  claimed: kroner,
  open: kroner,
  repaid: kroner,
  written_off: kroner,
});
const kapPost = object({
  kap: textOrNull,
  post: textOrNull,
  components: list(text),
  appropriation: orNull(kroner),
  paid: kroner,
  remaining: orNull(kroner),
  persons: whole,
  recipients: whole,
  corrections: kroner,
});
const kindOfRecipient = object({ kind: text, recipients: whole, persons: whole, granted: kroner, paid: kroner });
const opening = object({
  run_id: textOrNull,
  carried: kroner,
  opening_carried: kroner,
  posted: kroner,
  opening_posted: kroner,
  differences: list(object({ what: text, closing: kroner, opening: kroner })),
});

/** `year-end`: where the money of a year is, what the ministry asks for, and whether the next year starts from it. */
export const yearEndCommand = command('year-end', {
  examples: ['norsktilskudd year-end 2018', 'norsktilskudd year-end 2018 --appropriation 815000000'],
  input: {
    year: argument('yearEnd', '<year>', kind.year),
    db: sources.db,
    appropriationNok: sources.appropriationOf('year'),
    payment: SETTINGS.payment,
    tables: tablesWanted,
  },
  async run({ db, tables, ...request }, context) {
    const end = yearEnd(db, request);
    await writeTables(tables, () => yearEndTables(end), context);
    return end;
  },
  json: object({
    year: whole,
    run_id: text,
    grants: list(grant),
    held: list(object({ reason: text, rows: whole, sum: kroner })),
    payments: object(paymentSums),
    carried: list(carried),
    kap_posts: list(kapPost),
    kinds: list(kindOfRecipient),
    opening,
    ...headFields,
  }),
  text: yearEndText,
  next: () => ({ not: 'year_end' }),
  end({ year, opening: { differences } }, context) {
    if (differences.length === 0) return;
    const params = { year, differences: differences.length };
    endUnhappily(new NorsktilskuddError('verification', 'YEAR_END_OPENING_DIFFERS', params), context);
  },
});
