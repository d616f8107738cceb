import { asDay, formatDay } from '../../domain';
import type { ExplainCode, ExplainParams, SentenceParams } from '../../messages';
import type { Section, Source, Step } from '../../report';

/** What a sentence names, and where it comes from. */
export type StepValues<Code extends ExplainCode> =
  Readonly<Record<string, never>> extends SentenceParams<Code>
    ? [params?: SentenceParams<Code>, sources?: readonly Source[]]
    : [params: SentenceParams<Code>, sources?: readonly Source[]];

/** A sentence with its sources. */
export function step<Code extends ExplainCode>(id: string, code: Code, ...values: StepValues<Code>): Step;
export function step(id: string, code: ExplainCode, params: ExplainParams = {}, sources: readonly Source[] = []): Step {
  return { id, label: '', code, params, sources, steps: [] };
}

/** Sections without anything to say are left out. */
export function sectionsOf(...sections: readonly Section[]): Section[] {
  return sections.filter((section) => section.steps.length > 0 || section.table !== undefined);
}

/** `YYYY-MM-DD` of a column's value. */
export function isoDay(value: number): string {
  return formatDay(asDay(value));
}
