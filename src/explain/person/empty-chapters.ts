import { moduleFor } from '../../../rules';
import { COUNT_COMPONENT, type Component, isCounted } from '../../domain';
import { noCandidates } from '../conditions/no-candidates';
import type { Subject } from '../register/subject';
import type { ComponentChapter } from '../steps/component-chapter';
import { step } from '../steps/step';

/** Components of the run for which the register has no row of the person to try. */
export function emptyChapters(subject: Subject, known: ReadonlySet<string>): ComponentChapter[] {
  return computedFor(subject)
    .filter(({ grantYear, component }) => !known.has(`${grantYear}/${component}`))
    .flatMap(({ grantYear, component }) => {
      const rows = moduleFor(component, grantYear)?.rows;
      if (rows === undefined) return [];
      const id = `${grantYear}/${component}`;
      const title = step(id, 'TITLE_CHAPTER', { componentWord: component, year: grantYear });
      const sections = [
        { id: `${id}/row`, title: 'SECTION_WHY_NOT' as const, steps: [noCandidates(subject, rows, id)] },
      ];
      return [{ grantYear, component, chapter: { id, title, sections } }];
    });
}

/** What the run computes for persons, the count for grunntilskudd included. */
function computedFor({ context }: Subject): { grantYear: number; component: Component }[] {
  const { manifest, request } = context;
  const computed = manifest.modules.map((row) => ({ grantYear: row.grant_year, component: row.component }));
  const counts = moduleFor(COUNT_COMPONENT, request.grantYear) && !request.excluded.includes(COUNT_COMPONENT);
  const listed = computed.some(({ component }) => isCounted(component));
  const count = { grantYear: request.grantYear, component: COUNT_COMPONENT };
  return [...computed, ...(counts && !listed ? [count] : [])];
}
