import {
  type ExplainCode,
  type ExplainParams,
  explainText,
  type Language,
  lawText,
  type OwnWords,
  type Text,
} from '../../messages';

/*
 * What an explanation says, before it is written in a language: sentences as code and values, each with the places that
 * its values come from. Text, JSON and HTML are made from this alone.
 */

/** Where a value comes from. */
export type Source =
  | {
      /** A cell of the extract; `column` as the file's own header has it, empty for the whole row; line 0 for the file. */
      readonly kind: 'extract';
      /** The run whose extract is meant where it is not the one explained. */
      readonly run?: string;
      readonly file: string;
      readonly line: number;
      readonly column: string;
    }
  | {
      /** A rate or assumption, as it stands in parameters.csv of the run folder. */
      readonly kind: 'parameter';
      readonly name: string;
      readonly status: string;
      readonly source: string;
      readonly file: string;
      readonly line: number;
    }
  | {
      /** A rule module and what it rests on. */
      readonly kind: 'rule';
      readonly module: string;
      readonly paragraph: string;
    }
  | {
      /** A register that ships with the program: regions, kommuner, fylker. */
      readonly kind: 'register';
      readonly file: string;
      readonly key: string;
    }
  | {
      /** An act of a case, which decides beside the register. */
      readonly kind: 'case';
      readonly case: number;
      readonly act: number;
    }
  | {
      /** A line of a posted batch. */
      readonly kind: 'posting';
      readonly run: string;
      readonly line: number;
    }
  | {
      /** A row of a file of the run folder; the line is 0 where a whole file is meant. */
      readonly kind: 'run_file';
      readonly file: string;
      readonly line: number;
    }
  | {
      /** An earlier step of the same explanation. */
      readonly kind: 'step';
      readonly step: string;
    };

/** A sentence of the catalogue by its code, or one that a rule brings along. */
type Sentence =
  | { readonly code: ExplainCode; readonly text?: undefined }
  | { readonly code: string; readonly text: Text };

/** One sentence. */
export type Step = Sentence & {
  /** The same in every explanation of the same thing: chapter, rule, step. */
  readonly id: string;
  /** Short mark in front of the sentence: `E4`, `A10`; empty for none. */
  readonly label: string;
  readonly params: ExplainParams;
  /** Words of a rule, by the value of a `...Word` parameter. */
  readonly words?: OwnWords;
  readonly sources: readonly Source[];
  /** Of a condition: whether it is met. */
  readonly met?: boolean;
  readonly steps: readonly Step[];
};

/** A table of figures: the first row is the heading, by codes of words. */
export interface Table {
  readonly columns: readonly { readonly name: string; readonly align: 'left' | 'right' }[];
  /** Cells: texts as they are, numbers of columns that end in `nok` as kroner. */
  readonly rows: readonly (readonly (string | number)[])[];
}

export interface Section {
  readonly id: string;
  readonly title: ExplainCode;
  readonly steps: readonly Step[];
  readonly table?: Table;
}

/** One grant year and component. */
export interface Chapter {
  readonly id: string;
  readonly title: Step;
  readonly sections: readonly Section[];
}

/** A payout line that the explanation tells of. */
export interface ExplainedLine {
  readonly line_id: string;
  readonly grant_year: number;
  readonly component: string;
  readonly code: string;
  /** Empty for a protected person. */
  readonly recipient_id: string;
  readonly basis_recipient_id: string;
  readonly cumulative_due: number;
  readonly previously_posted: number;
  readonly amount: number;
  readonly reason: string;
}

export const EXPLANATION_KINDS = ['line', 'person', 'recipient', 'component', 'batch'] as const;
export type ExplanationKind = (typeof EXPLANATION_KINDS)[number];

/** A whole explanation. */
export interface Explanation {
  readonly kind: ExplanationKind;
  /** REHEARSAL where nothing is a real payment, SCENARIO where nothing is one at all. */
  readonly mark: string;
  readonly run_id: string;
  /** What is explained: a line id, a pseudonym, a recipient, a component or a run id. */
  readonly subject: string;
  readonly title: Step;
  readonly head: readonly Step[];
  readonly chapters: readonly Chapter[];
  readonly lines: readonly ExplainedLine[];
}

/** A sentence as text. */
export function sentenceText(step: Step, language: Language): string {
  const { params, words } = step;
  return step.text ? lawText(step.text, language, params, words) : explainText(step.code, language, params, words);
}
