import { COMPONENTS, type Component, FEWEST_PERSONS, NETTING_GROUPS, nettingGroupOf } from '../../domain';
import { hideTogether, withOneHidden } from './hide-together';
import { type ComponentFigures, type FiguresByRecipient, mostPersons, personsOfGroup } from './recipient-figures';

/** Which figures of which recipients are not shared. */
export interface HiddenCells {
  has(recipient: string, component: Component): boolean;
  /** Of a sum over all components. */
  hasTotal(recipient: string): boolean;
  /** Of a netting group. */
  hasGroup(recipient: string, group: string): boolean;
}

/** Whether the sums of a component over recipients tell of few persons who have one of its rates. */
export type Tells = (component: Component, recipients: readonly string[]) => boolean;

/**
 * Cells behind which one to four persons stand, in the year, in this run or in the one before, or of which public rates tell
 * that one to four have one of them, and with them so many others of that component that none can be worked out from the sum
 * of the country. The same cells are hidden in every table, and a sum of a recipient is hidden with any of its parts, so that
 * each hidden cell stands in no other sum than that of its component. Cells of nobody are shown; of a netting group of nobody
 * only what earlier terms left is there, and whose that is nobody knows, so it is not.
 *
 * @param apart components whose sum of the country is told; of others so many cells are hidden that these do not add up to it
 */
export function hiddenCells(
  figures: FiguresByRecipient,
  tells: Tells = () => false,
  apart: ReadonlySet<string> = new Set(COMPONENTS),
): HiddenCells {
  const hidden = new Map(
    COMPONENTS.map((component) => [component, hiddenRecipients(figures, component, tells, apart.has(component))]),
  );
  const has = (recipient: string, component: Component): boolean => hidden.get(component)?.has(recipient) ?? false;
  return {
    has,
    hasTotal: (recipient) => COMPONENTS.some((component) => has(recipient, component)),
    hasGroup: (recipient, group) =>
      !NETTING_GROUPS.some((each) => each === group) ||
      personsOfGroup(figures.get(recipient), group) === 0 ||
      COMPONENTS.some((component) => nettingGroupOf(component) === group && has(recipient, component)),
  };
}

function hiddenRecipients(
  figures: FiguresByRecipient,
  component: Component,
  tells: Tells,
  isApart: boolean,
): ReadonlySet<string> {
  const all = [...figures].flatMap(([recipient, own], key) => {
    const cell = own.get(component);
    if (cell === undefined) return [];
    return [
      { recipient, key, cell, persons: mostPersons(cell), isHidden: isSmall(cell) || tells(component, [recipient]) },
    ];
  });
  const rows = isApart ? all : withOneHidden(all);
  const namesOf = (keys: ReadonlySet<number>): string[] =>
    rows.filter(({ key, cell }) => keys.has(key) && !isNobody(cell)).map(({ recipient }) => recipient);
  return new Set(namesOf(hideTogether(rows, (keys) => tells(component, namesOf(keys)))));
}

function isSmall({ persons, now, last }: ComponentFigures): boolean {
  return [persons, now.persons.size, last.persons.size].some((count) => count > 0 && count < FEWEST_PERSONS);
}

function isNobody({ annualNok, persons, now, last }: ComponentFigures): boolean {
  return [annualNok, persons, now.sumNok, last.sumNok, now.persons.size, last.persons.size].every((one) => one === 0);
}
