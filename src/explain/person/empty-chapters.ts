import { moduleFor } from '../../../rules';
import { COUNT_COMPONENT, type Component, isCounted } from '../../domain';
import { caseSection } from '../conditions/case-section';
import { noCandidates } from '../conditions/no-candidates';
import { seenIn } from '../register/pinned-subject';
import type { Subject } from '../register/subject';
import type { ComponentChapter } from '../steps/component-chapter';
import { sectionsOf, step } from '../steps/step';

/** Components of the run for which the register has no row of the person to try. */
export function emptyChapters(subject: Subject, known: ReadonlySet<string>): ComponentChapter[] {
  return computedFor(subject)
    .filter(({ grantYear, component }) => !known.has(`${grantYear}/${component}`))
    .flatMap(({ grantYear, component }) => {
      const module = moduleFor(component, grantYear);
      const rows = module?.rows;
      if (module === undefined || rows === undefined) return [];
      const id = `${grantYear}/${component}`;
      const title = step(id, 'TITLE_CHAPTER', { componentWord: component, year: grantYear });
      const pinned = seenIn(subject, grantYear);
      const sections = sectionsOf(caseSection({ registered: subject, grantYear, module, id }), {
        id: `${id}/row`,
        title: 'SECTION_WHY_NOT',
        steps: [noCandidates(pinned, rows, id)],
      });
      return [{ grantYear, component, chapter: { id, title, sections } }];
    });
}

/** What the run computes for persons, the count for grunntilskudd included; that of the year before concerns kommuner alone. */
function computedFor({ context }: Subject): { grantYear: number; component: Component }[] {
  const { manifest, request } = context;
  const computed = manifest.modules
    .map((row) => ({ grantYear: row.grant_year, component: row.component }))
    .filter(({ grantYear, component }) => grantYear === request.grantYear || !isCounted(component));
  const counts = moduleFor(COUNT_COMPONENT, request.grantYear) && !request.excluded.some(isCounted);
  const listed = computed.some(({ component }) => isCounted(component));
  const count = { grantYear: request.grantYear, component: COUNT_COMPONENT };
  return [...computed, ...(counts && !listed ? [count] : [])];
}
