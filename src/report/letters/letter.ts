import type { LetterLanguage } from '../../messages';
import type { Shown } from '../model/figures';

/** What all letters of a run say alike. */
export interface LetterFrame {
  readonly runId: string;
  readonly grantYear: number;
  readonly term: number;
  readonly supplementNumber: number;
  /** `YYYY-MM-DD`, as every day here. */
  readonly asOf: string;
  readonly isRehearsal: boolean;
  /** Of the letters. */
  readonly date: string;
  /** Number in the archive, as `2018/123`; empty for none yet. */
  readonly archiveCase: string;
  readonly sender: Sender;
  readonly decision: Decision;
  readonly seal: { readonly manifestHash: string; readonly postingHead: string; readonly journalHead: string };
  readonly texts: readonly LetterTextRow[];
}

/** Who writes: `letters` of norsktilskudd.json. What is not set is empty. */
export interface Sender {
  readonly name: Readonly<Record<LetterLanguage, string>>;
  readonly unit: string;
  readonly orgNumber: string;
  /** Lines of the address. */
  readonly address: readonly string[];
  /** Who answers for the case in the archive. */
  readonly caseOfficer: string;
}

/** Who stands behind the decision. */
export interface Decision {
  readonly runner: string;
  /** Empty where nobody attested. */
  readonly attestant: string;
  readonly approver: string;
  readonly on: string;
}

/** A text that somebody approved, or an example (LETTERS.md). */
export interface LetterTextRow {
  readonly key: LetterTextKey;
  readonly language: LetterLanguage;
  readonly text: string;
  readonly version: string;
  readonly approvedBy: readonly string[];
  readonly approvedOn: string;
  readonly status: string;
  /** Days of letters; empty for no first or last one. */
  readonly validFrom: string;
  readonly validTo: string;
}

/** Texts that no program may make up, in the order in which a letter has them. */
export const LETTER_TEXT_KEYS = [
  'purpose',
  'conditions',
  'reporting',
  'control',
  'breach',
  'repayment',
  'errors',
  'complaint',
  'contact',
  'secrecy',
] as const;
export type LetterTextKey = (typeof LETTER_TEXT_KEYS)[number];

/** Whom a letter is to. */
export interface Addressee {
  /** `0301`. */
  readonly recipientId: string;
  readonly name: string;
  /** Empty where it is not known. */
  readonly orgNumber: string;
  readonly address: readonly string[];
  readonly language: LetterLanguage;
}

/** Lines of one code, grant year and cause, added up. */
export interface AmountRow {
  readonly component: string;
  readonly grantYear: number;
  /** Empty where several codes stand together. */
  readonly code: string;
  /** regular, arrears, correction, adjustment, annulment, opening; empty where several stand together. */
  readonly reason: string;
  /** Why a correction is made (`cause.` of the texts); empty where there is none. */
  readonly cause: string;
  /** 0 for none. */
  readonly caseNumber: number;
  /** Persons of the lines, 0 for lines of no person. */
  readonly persons: Shown;
  /** Kroner of a whole year for one person or kommune; undefined where it is not one. */
  readonly rateNok: Shown;
  readonly amountNok: Shown;
}

/** A payment as it stands on the day of the letter. */
export interface LetterPayment {
  readonly paymentKey: string;
  readonly state: 'planned' | 'paid' | 'refused' | 'kept';
  /** Day of payment; empty where it is not settled. */
  readonly on: string;
  /** Last four digits; empty where there is no account. */
  readonly accountEnd: string;
  readonly kid: string;
  /** Codes of why it is not paid. */
  readonly reasons: readonly { readonly code: string; readonly caseNumber: number }[];
}

/** What a recipient gets in a netting group. */
export interface LetterGroup {
  readonly group: string;
  readonly rows: readonly AmountRow[];
  readonly linesNok: Shown;
  readonly carriedInNok: Shown;
  readonly paidNok: Shown;
  readonly carriedOutNok: Shown;
  /** undefined where nothing is ordered. */
  readonly payment: LetterPayment | undefined;
  /** Chapter and item of each of its components, `291.60`; empty where the settings do not say. */
  readonly kapPosts: readonly { readonly component: string; readonly kapPost: string }[];
}

/** Something that is held back from a recipient. */
export interface HeldRow {
  readonly component: string;
  readonly reason: string;
  readonly persons: number;
  readonly amountNok: Shown;
}

/** An act of a case that concerns a recipient. */
export interface CaseRow {
  readonly caseNumber: number;
  readonly kind: string;
  /** Netting group that it moves; empty for none. */
  readonly group: string;
  /** Not there where it moves no money. */
  readonly amountNok?: Shown;
}

/** A letter to a recipient, as it may be shown to everybody or with everything. */
export interface Letter {
  readonly to: Addressee;
  readonly groups: readonly LetterGroup[];
  readonly held: readonly HeldRow[];
  readonly cases: readonly CaseRow[];
  /** Sums over the groups. */
  readonly linesNok: Shown;
  readonly paidNok: Shown;
  readonly correctionsNok: Shown;
}

/** A line of a person in the list that is exempt from public access. */
export interface PersonRow {
  /** Twelve digits. */
  readonly duf: string;
  readonly component: string;
  readonly grantYear: number;
  readonly code: string;
  readonly reason: string;
  readonly cause: string;
  readonly caseNumber: number;
  readonly amountNok: number;
}

/** The list of persons of a recipient: everything of the letter, who they are, and those with a protected address as a sum. */
export interface PersonList {
  readonly letter: Letter;
  readonly persons: readonly PersonRow[];
  readonly protectedPersons: number;
  readonly protectedNok: number;
}
