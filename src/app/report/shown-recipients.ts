import {
  asRecipientCode,
  COMPONENTS,
  type Component,
  csvRecords,
  type Day,
  formatRecipientCode,
  hasParticipants,
  isKommune,
  PARTICIPANT_COMPONENT,
  parseRecipientCode,
} from '../../domain';
import { cutOffDate } from '../../engine';
import { type PayoutCsvRow, payoutRows } from '../../explain';
import type { CountedSum, Recipient, RecipientComponent, RecipientGroup, RecipientHours, Shown } from '../../report';
import type { OpenRun } from '../explain/open-run-context';
import type { PaymentProgress } from '../receipts/payment-progress';
import type { FindingCount } from './finding-counts';
import type { HiddenCells } from './hidden-cells';
import type { ComponentFigures, FiguresByRecipient } from './recipient-figures';

/** What the pages of recipients are made from. */
export interface RecipientSources {
  readonly context: OpenRun;
  readonly figures: FiguresByRecipient;
  readonly hours: ReadonlyMap<string, RecipientHours>;
  readonly payouts: ReadonlyMap<string, readonly PayoutCsvRow[]>;
  readonly progress: ReadonlyMap<string, PaymentProgress>;
  readonly findings: ReadonlyMap<string, Recipient['findings']>;
  /** Recipient codes in their order. */
  readonly ids: readonly string[];
}

/** Every kommune of the division, and whoever else has a figure. */
export function recipientSources(
  context: OpenRun,
  figures: FiguresByRecipient,
  progress: readonly PaymentProgress[],
  findings: readonly FindingCount[],
): RecipientSources {
  const payouts = new Map<string, PayoutCsvRow[]>();
  for (const row of payoutRows(context)) payouts.set(row.recipientId, [...(payouts.get(row.recipientId) ?? []), row]);
  const division = context.rules.places.places.flatMap(({ code, validFrom, validTo }) => {
    const on = cutOff(context);
    return isKommune(code) && validFrom <= on && on < validTo ? [formatRecipientCode(code)] : [];
  });
  return {
    context,
    figures,
    payouts,
    hours: hoursByKommune(context),
    progress: new Map(progress.map((payment) => [payment.paymentKey, payment])),
    findings: findingsByKommune(findings),
    ids: [...new Set([...division, ...figures.keys(), ...payouts.keys()])].sort(),
  };
}

/** The day on whose division of the country the recipients of a run stand. */
function cutOff({ request }: Pick<OpenRun, 'request'>): Day {
  return cutOffDate(request.grantYear, request.term);
}

/** @param hidden what is not shown; undefined: everything is */
export function shownRecipients(sources: RecipientSources, hidden: HiddenCells | undefined): Recipient[] {
  return sources.ids.map((id) => shownRecipient(id, sources, hidden));
}

function shownRecipient(id: string, sources: RecipientSources, hidden: HiddenCells | undefined): Recipient {
  const own = [...(sources.figures.get(id)?.values() ?? [])].sort(
    (one, other) => COMPONENTS.indexOf(one.component) - COMPONENTS.indexOf(other.component),
  );
  const isHidden = (component: Component): boolean => hidden?.has(id, component) ?? false;
  const total = (of: (figures: ComponentFigures) => number): Shown =>
    hidden?.hasTotal(id) ? undefined : own.reduce((sum, figures) => sum + of(figures), 0);
  const groups = (sources.payouts.get(id) ?? []).map((row) =>
    shownGroup(row, sources, hidden?.hasGroup(id, row.group) ?? false),
  );
  const paid = groups.map(({ paidNok }) => paidNok);
  return {
    id,
    name: nameOf(id, sources.context),
    components: own.map((figures) => shownComponent(figures, isHidden(figures.component))),
    groups,
    persons: own.length === 0 ? 0 : shownPersons(own, isHidden),
    annualNok: total(({ annualNok }) => annualNok),
    linesNok: total(({ now }) => now.sumNok),
    lastNok: total(({ last }) => last.sumNok),
    paidNok: hidden?.hasTotal(id) ? undefined : paid.reduce<Shown>(addShown, 0),
    hours: sources.hours.get(id),
    findings: hidden === undefined ? (sources.findings.get(id) ?? []) : [],
  };
}

/** Persons of the component by whose years participation goes. */
function shownPersons(own: readonly ComponentFigures[], isHidden: (component: Component) => boolean): Shown {
  if (isHidden(PARTICIPANT_COMPONENT)) return undefined;
  return own.find(({ component }) => hasParticipants(component))?.persons ?? 0;
}

function addShown(sum: Shown, next: Shown): Shown {
  return sum === undefined || next === undefined ? undefined : sum + next;
}

function nameOf(id: string, context: OpenRun): string {
  const code = parseRecipientCode(id);
  return code === undefined ? id : context.rules.places.nameOn(asRecipientCode(code), cutOff(context));
}

function shownComponent(figures: ComponentFigures, isHidden: boolean): RecipientComponent {
  const { component, persons, annualNok, now, last } = figures;
  const shown = (value: number): Shown => (isHidden ? undefined : value);
  return {
    component,
    persons: shown(persons),
    annualNok: shown(annualNok),
    linesNok: shown(now.sumNok),
    lastNok: shown(last.sumNok),
  };
}

function shownGroup(row: PayoutCsvRow, { progress }: RecipientSources, isHidden: boolean): RecipientGroup {
  const shown = (value: number): Shown => (isHidden ? undefined : value);
  const payment = isHidden ? undefined : progress.get(row.paymentRef);
  return {
    group: row.group,
    linesNok: shown(row.linesNok),
    carriedInNok: shown(row.carriedInNok),
    paidNok: shown(row.paidNok),
    carriedOutNok: shown(row.carriedOutNok),
    paymentKey: isHidden ? '' : row.paymentRef,
    stage: payment?.stage ?? '',
    stageOn: payment?.at.slice(0, 10) ?? '',
    file: payment?.file ?? '',
  };
}

/** Hours of both laws and all years, by kommune. */
function hoursByKommune({ sealedText }: OpenRun): ReadonlyMap<string, RecipientHours> {
  const found = new Map<string, RecipientHours>();
  for (const { cell } of csvRecords(sealedText('hours_basis.csv'))) {
    if (cell('law') !== 'all' || cell('year_number') !== 'all') continue;
    const participants = Number(cell('participants'));
    if (participants === 0) continue;
    const hoursHundredths = hundredths(cell('hours_norwegian')) + hundredths(cell('hours_social_studies'));
    found.set(cell('kommune'), { participants, hoursHundredths, averageHundredths: hundredths(cell('average_hours')) });
  }
  return found;
}

/** `629.25` as 62925. */
function hundredths(text: string): number {
  const [whole = '0', decimals = ''] = text.split('.');
  return Number(whole) * 100 + Number(decimals.padEnd(2, '0'));
}

function findingsByKommune(findings: readonly FindingCount[]): ReadonlyMap<string, Recipient['findings']> {
  const byKommune = new Map<string, CountedSum[]>();
  for (const { kommune, code, severity, count } of findings) {
    if (kommune === '') continue;
    const own = byKommune.get(kommune) ?? [];
    byKommune.set(kommune, own);
    own.push({ name: code, severity, count, amountNok: undefined });
  }
  return byKommune;
}
