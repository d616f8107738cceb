import { asRecipientCode, at, COMPONENTS, FEWEST_PERSONS, formatRecipientCode, HELD, HELD_REASONS } from '../../domain';
import { payoutRows } from '../../explain';
import type { HeldRow, Letter, LetterGroup, PersonList } from '../../report';
import type { OpenRun } from '../explain/open-run-context';
import { batchHistory } from '../preview/batch-history';
import { hiddenCells } from '../report/hidden-cells';
import { recipientFigures } from '../report/recipient-figures';
import { RunRates } from '../report/run-rates';
import { carriedByFew } from './carried-by-few';
import { letterLines } from './letter-lines';
import type { LetterStand } from './letter-stand';
import { type GroupSettlement, personsOf, type Settlement, settlementsOf } from './settlements';
import { type HiddenParts, shownRows } from './shown-rows';

/** What a run says of everybody who gets a letter: the same however often it is asked. */
export interface RunOfLetters {
  readonly settlements: readonly Settlement[];
  readonly hidden: HiddenParts;
  readonly held: ReturnType<typeof heldOfRecipients>;
}

/** Gathers what the letters of a run say. */
export function gatherLetters(context: OpenRun): RunOfLetters {
  const { ledger, batch } = context;
  const figures = recipientFigures(context, ledger, batchHistory(ledger, batch).lastTerm?.batch.runId);
  const settlements = settlementsOf(letterLines(context), payoutRows(context));
  const rates = new RunRates(context);
  const hidden = hiddenCells(figures, (component, recipients) => rates.tells(component, recipients));
  const carried = carriedByFew(ledger, batch, settlements);
  return {
    settlements,
    hidden: {
      ...hidden,
      rates,
      hasGroup: (recipient, group) => hidden.hasGroup(recipient, group) || carried.has(`${recipient} ${group}`),
    },
    held: heldOfRecipients(context),
  };
}

/** The documents of a recipient: the letter that anybody may see, and the list of persons with everything. */
export function documentsOf(
  settlement: Settlement,
  stand: LetterStand,
  { hidden, held }: RunOfLetters,
): { readonly letter: Letter; readonly list: PersonList } {
  const { recipientId } = settlement;
  const heldRows = held.get(recipientId) ?? [];
  const whole = letterOf(settlement, stand, undefined);
  const shown = letterOf(settlement, stand, hidden);
  return {
    letter: { ...shown, held: shownHeld(heldRows) },
    list: { letter: { ...whole, held: heldRows }, ...personsOf(settlement) },
  };
}

/** @param hidden what is not shown; undefined: everything is */
function letterOf(
  { recipientId, groups }: Settlement,
  { to, groups: stands, cases }: LetterStand,
  hidden: HiddenParts | undefined,
): Letter {
  const isHidden = (group: string): boolean => hidden?.hasGroup(recipientId, group) ?? false;
  const isAnyHidden = groups.some(({ payout }) => isHidden(payout.group));
  const sum = (of: (group: GroupSettlement) => number): number | undefined =>
    isAnyHidden ? undefined : groups.reduce((total, group) => total + of(group), 0);
  return {
    to,
    groups: groups.map(({ payout, cells }, place): LetterGroup => {
      const { group, linesNok, carriedInNok, paidNok, carriedOutNok } = payout;
      const rows = hidden === undefined ? cells.map(({ row }) => row) : shownRows(recipientId, cells, hidden);
      const { payment, kapPosts = [] } = stands[place] ?? {};
      const sums = isHidden(group)
        ? { linesNok: undefined, carriedInNok: undefined, paidNok: undefined, carriedOutNok: undefined }
        : { linesNok, carriedInNok, paidNok, carriedOutNok };
      return { group, rows, ...sums, payment, kapPosts };
    }),
    held: [],
    cases: cases.map((row) => (isHidden(row.group) ? { ...row, amountNok: undefined } : row)),
    linesNok: sum(({ payout }) => payout.linesNok),
    paidNok: sum(({ payout }) => payout.paidNok),
    correctionsNok: isCorrectionShown(groups, recipientId, hidden) ? sum(correctionsOf) : undefined,
  };
}

function correctionsOf({ cells }: GroupSettlement): number {
  return cells.reduce((sum, { row }) => sum + (isCorrection(row.reason) ? row.amountNok : 0), 0);
}

function isCorrection(reason: string): boolean {
  return reason === 'correction' || reason === 'arrears';
}

/** The sum of corrections is told where every row of it stands there by itself. */
function isCorrectionShown(
  groups: readonly GroupSettlement[],
  recipientId: string,
  hidden: HiddenParts | undefined,
): boolean {
  if (hidden === undefined) return true;
  return groups.every(({ cells }) => {
    const shown = shownRows(recipientId, cells, hidden);
    return cells.every(({ row }) => !isCorrection(row.reason) || shown.includes(row));
  });
}

/** Reasons whose recipient is known: the rest is held of nobody in particular. */
const OF_RECIPIENT: readonly number[] = [HELD.blocked, HELD.differenceNoUniqueSuccessor, HELD.adjustmentWaits];

/** What a run holds back from each recipient, by component and reason, as its trace has it. */
function heldOfRecipients({ trace }: Pick<OpenRun, 'trace'>): ReadonlyMap<string, readonly HeldRow[]> {
  const sums = new Map<string, Map<string, HeldRow>>();
  for (const { kind, records } of trace.leaves()) {
    for (const { component: ordinal, parts } of records) {
      for (const { held, recipient, dueNok, postedNok } of parts) {
        if (!OF_RECIPIENT.includes(held) || dueNok === postedNok) continue;
        const id = formatRecipientCode(asRecipientCode(recipient));
        const own = sums.get(id) ?? new Map<string, HeldRow>();
        sums.set(id, own);
        const [component, reason] = [at(COMPONENTS, ordinal), HELD_REASONS[held] ?? ''];
        const key = `${component} ${reason}`;
        const { persons, amountNok = 0 } = own.get(key) ?? { persons: 0, amountNok: 0 };
        const isPerson = kind === 'person' || kind === 'absentPerson';
        own.set(key, {
          component,
          reason,
          persons: persons + (isPerson ? 1 : 0),
          amountNok: amountNok + dueNok - postedNok,
        });
      }
    }
  }
  return new Map([...sums].map(([id, own]) => [id, [...own.values()]]));
}

/** Those of nobody or of enough persons. */
function shownHeld(rows: readonly HeldRow[]): HeldRow[] {
  return rows.filter(({ persons }) => persons === 0 || persons >= FEWEST_PERSONS);
}
