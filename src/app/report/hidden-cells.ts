import { hideRows } from '../../analysis';
import { COMPONENTS, type Component, FEWEST_PERSONS, NETTING_GROUPS, nettingGroupOf } from '../../domain';
import { type ComponentFigures, type FiguresByRecipient, mostPersons, personsOfGroup } from './recipient-figures';

/** Which figures of which recipients are not shared. */
export interface HiddenCells {
  has(recipient: string, component: Component): boolean;
  /** Of a sum over all components. */
  hasTotal(recipient: string): boolean;
  /** Of a netting group. */
  hasGroup(recipient: string, group: string): boolean;
}

/**
 * Cells behind which one to four persons stand, in the year, in this run or in the one before, and with them so many others
 * of that component that none can be worked out from the sum of the country (hideRows). The same cells are hidden in every
 * table, and a sum of a recipient is hidden with any of its parts, so that each hidden cell stands in no other sum than
 * that of its component. Cells of nobody are shown; of a netting group of nobody only what earlier terms left is there, and
 * whose that is nobody knows, so it is not.
 */
export function hiddenCells(figures: FiguresByRecipient): HiddenCells {
  const hidden = new Map(COMPONENTS.map((component) => [component, hiddenRecipients(figures, component)]));
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

function hiddenRecipients(figures: FiguresByRecipient, component: Component): ReadonlySet<string> {
  const rows = [...figures].flatMap(([recipient, own], place) => {
    const cell = own.get(component);
    return cell === undefined ? [] : [{ recipient, place, cell }];
  });
  const totals = new Map(rows.map(({ place, cell }) => [place, mostPersons(cell)]));
  const small = new Set(rows.filter(({ cell }) => isSmall(cell)).map(({ place }) => place));
  const hidden = hideRows(totals, FEWEST_PERSONS, small);
  return new Set(
    rows.filter(({ place, cell }) => hidden.has(place) && !isNobody(cell)).map(({ recipient }) => recipient),
  );
}

function isSmall({ persons, now, last }: ComponentFigures): boolean {
  return [persons, now.persons.size, last.persons.size].some((count) => count > 0 && count < FEWEST_PERSONS);
}

function isNobody({ annualNok, persons, now, last }: ComponentFigures): boolean {
  return [annualNok, persons, now.sumNok, last.sumNok, now.persons.size, last.persons.size].every((one) => one === 0);
}
