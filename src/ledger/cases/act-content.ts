import type { ActContent } from '../journal';

/** What the journal says of a case that is opened. */
export function openCaseAct(
  number: number,
  kind: string,
  recipient: number,
  reference: string,
  detailsHash: string,
): ActContent {
  return { case_number: number, kind, recipient, reference, details_hash: detailsHash };
}

/** What it says of a decision. */
export function decideCaseAct(number: number, decision: string): ActContent {
  return { case_number: number, decision };
}

/** What it says of a case that is closed. */
export function closeCaseAct(number: number): ActContent {
  return { case_number: number };
}

/** What it says of an act that is proposed. */
export function proposeAct(act: number, caseNumber: number, kind: string, detailsHash: string): ActContent {
  return { case_act: act, case_number: caseNumber, kind, details_hash: detailsHash };
}

/** What it says of an act that is confirmed. */
export function confirmAct(act: number): ActContent {
  return { case_act: act };
}

/** What it says of a proposal that is dropped. */
export function dropAct(act: number): ActContent {
  return { case_act: act };
}
