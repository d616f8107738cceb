import { join } from 'node:path';
import type { Component, Day, Term } from '../../domain';
import { casesInForce } from '../cases/cases-in-force';
import { sheetsOfYear } from '../init/year-sheet';
import type { Installation } from '../installation';
import { shelfBeside } from '../privacy/known-protection';
import type { RegisterPlace } from '../register/open-place';
import { type RuleInputs, readRuleInputs } from '../run/rule-inputs';
import { FactShelf } from './fact-shelf';
import type { CaseDefaults } from './size-case';
import { factFolderOf } from './stored-facts';

/** Where sizings find what they need, and who looks. */
export type SizingPlace = Pick<Installation, 'db' | 'rates' | 'columns' | 'readingLimits' | 'pseudonymKeyFile' | 'as'>;

/** What is sized where a case does not say otherwise. */
export interface SizingRequest {
  /** undefined where no register is named. */
  readonly place: RegisterPlace | undefined;
  readonly grantYear: number | undefined;
  readonly asOf: Day | undefined;
  /** Left out: 4. */
  readonly term?: Term | undefined;
  readonly excluded: readonly Component[];
  readonly rejectLimitPercent: number | null;
  /** What cases of the ledger decide of facts counts, too (rulebook 8.4, 9a). Left out: the extract alone is read. */
  readonly withCases?: boolean | undefined;
}

/** What every use that works on sizings works with. */
export interface SizingTools {
  readonly installation: SizingPlace;
  readonly ruleInputs: RuleInputs;
  readonly defaults: CaseDefaults;
  readonly shelf: FactShelf;
}

/** Opens the tools, and puts them away however the work ends. */
export async function withSizingTools<T>(
  installation: SizingPlace,
  { place, grantYear, asOf, term, excluded, rejectLimitPercent, withCases = false }: SizingRequest,
  work: (tools: SizingTools) => T | Promise<T>,
): Promise<T> {
  const { db, columns, readingLimits } = installation;
  const ruleInputs = readRuleInputs(sheetsOfYear(installation.rates, grantYear));
  const shelf = new FactShelf({
    ruleInputs,
    snapshotFolder: join(`${db}.d`, 'snapshots'),
    factFolder: factFolderOf(db),
    columns,
    readingLimits,
    rejectLimitPercent,
    shelf: shelfBeside(db),
    cases: casesInForce(withCases ? db : undefined),
  });
  try {
    const { rules, ratesFiles } = ruleInputs;
    const defaults = { place, grantYear, asOf, term, excluded, rules, ratesFiles };
    return await work({ installation, ruleInputs, defaults, shelf });
  } finally {
    shelf.close();
  }
}
