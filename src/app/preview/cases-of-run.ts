import { CASE_ACT_KINDS, type CaseActKind, isClaimAct } from '../../domain';
import { folderRows } from './folder-rows';

/** An act of a case that a run read; neither persons nor places are shown. */
export interface ReadAct {
  readonly caseNumber: number;
  readonly act: number;
  readonly kind: CaseActKind;
  /** 0 for none. */
  readonly grantYear: number;
  readonly component: string;
  /** Of an adjustment, or of a claim and what was paid or written off of it. */
  readonly amountNok: number;
}

/** Acts of cases that a run started from, as its folder has them. */
export function casesOfRun(runFolder: string): ReadAct[] {
  return folderRows(runFolder, 'cases_before.csv').flatMap((row) => {
    const kind = CASE_ACT_KINDS.find((each) => each === row.kind);
    if (kind === undefined) return [];
    const { case_number: caseNumber, act, grant_year: grantYear, component = '' } = row;
    const amountNok = kind === 'adjustment' || isClaimAct(kind) ? Number(row.amount) : 0;
    return [
      { caseNumber: Number(caseNumber), act: Number(act), kind, grantYear: Number(grantYear), component, amountNok },
    ];
  });
}
