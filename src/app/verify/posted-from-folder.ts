import type { RunContents } from '../../audit';
import { NO_PERSON, type PostedEntry, type PostedState, parseComponent } from '../../domain';
import type { ResolvedPersons } from './resolve-persons';

/** The ledger as a run found it, read back from the sealed state before: posted_before.csv, balances and coverage. */
export function postedFromFolder(run: RunContents, persons: ResolvedPersons): PostedState {
  const entries = Array.from(run.posted)
    .map(
      (row): PostedEntry => ({
        personId: row.personRef === '' ? NO_PERSON : (persons.idOf.get(row.personRef) ?? NO_PERSON),
        grantYear: row.grantYear,
        component: row.component,
        basisRecipient: row.basisRecipient,
        amountNok: row.amountNok,
        code: row.code,
        codeOrder: row.codeOrder,
      }),
    )
    .sort((a, b) => a.personId - b.personId);
  const { coverage, opening_coverage: opening } = run.manifest;
  return {
    entries: (grantYears) => entries.filter((entry) => grantYears.includes(entry.grantYear)),
    balances: run.balances.map(({ recipient, group, balanceNok }) => ({ recipient, group, balanceNok })),
    coverage: coverage.map((row) => ({
      grantYear: row.grant_year,
      component: row.component,
      runYear: row.run_year,
      runTerm: row.run_term,
    })),
    openingCoverage: opening.map((row) => ({
      grantYear: row.grant_year,
      component: row.component,
      postings: row.postings,
      sumNok: row.sum_nok,
    })),
    frozen: run.frozen.flatMap(({ line: _, component, ...row }) => {
      const name = parseComponent(component);
      return name === undefined ? [] : [{ ...row, component: name }];
    }),
  };
}
