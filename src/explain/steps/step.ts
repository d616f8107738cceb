import { asDay, formatDay } from '../../domain';
import type { ExplainCode, ExplainParams } from '../../messages/explain/explain-text';
import type { Section, Source, Step } from '../../report/explanation/explanation';

/** A sentence with its sources. */
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
