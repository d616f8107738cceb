import type { RunReport } from '../../app';
import { acceptedName, blocker, detail, lastPosted, payee, wanted, withheld } from '../answers/common';
import { actOfRun } from '../cases/case-json';
import { at, day, flag, here, kroner, list, object, record, text, whole } from '../declare/answer';

/** The report of a run for programs (data contract 5, `--json`). */
export const runReportJson = object({
  run_id: text,
  out: text,
  year: at('grantYear', whole),
  term: whole,
  as_of: day,
  supplement: at('supplementNumber', whole),
  rehearsal: flag,
  last_posted: lastPosted,
  snapshot: text,
  totals: here(
    object({
      persons: whole,
      lines: whole,
      lines_total: kroner,
      corrections: kroner,
      payments: whole,
      paid: kroner,
      carried_out: kroner,
      held: kroner,
      withheld: list(withheld),
      components: list(
        object({ grant_year: whole, component: text, lines: whole, total: kroner, corrections: kroner }),
      ),
      cases: list(actOfRun),
    }),
  ),
  findings: record(whole),
  rejected_rows: whole,
  payable: at(({ blockers }: RunReport) => blockers.length === 0, flag),
  blockers: list(blocker),
  wanted: list(wanted),
  accepted: list(acceptedName),
  warnings: list(detail),
  payees: list(payee),
  superseded: list(text),
});
