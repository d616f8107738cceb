import { attributePayments, EARLIER_SYSTEM } from '../../analysis';
import {
  asRecipientCode,
  at,
  type BatchMoney,
  COMPONENTS,
  type Component,
  isKommune,
  type PlaceRegister,
} from '../../domain';
import type { Ledger } from '../../ledger';
import { kapPostOn, type PaymentSettings } from '../payment/payment-settings';

/** A chapter and item (kap./post) in the accounts of a calendar year. Whole kroner. */
export interface KapPostRow {
  /** Empty where the settings do not say. */
  readonly kap: string;
  readonly post: string;
  readonly components: readonly Component[];
  /** undefined where none was given, or where it is of several chapters and items. */
  readonly appropriationNok: number | undefined;
  /** Arrived in the calendar year, less what came back in it; of what an earlier system paid what was reported. */
  readonly paidNok: number;
  readonly remainingNok: number | undefined;
  /** Persons with money for the grant year; none of grants to kommuner. */
  readonly persons: number;
  readonly recipients: number;
  /** Sum of corrections of the batches of the year, at most 0. */
  readonly correctionsNok: number;
}

/** Kommuner, or fylkeskommuner. */
export interface RecipientKindRow {
  readonly kind: 'kommune' | 'fylkeskommune';
  readonly recipients: number;
  readonly persons: number;
  /** Posted for the grant year by the batches of the year. */
  readonly grantedNok: number;
  readonly paidNok: number;
}

interface PaidPart {
  /** What it was paid for; several where an earlier system told the group alone, none where it told nothing. */
  readonly components: readonly Component[];
  readonly recipient: number;
  readonly amountNok: number;
}

/** What the ministry asks for. */
export interface MinistryReport {
  readonly kapPosts: readonly KapPostRow[];
  readonly kinds: readonly RecipientKindRow[];
}

/** What is asked for. */
export interface MinistryRequest {
  readonly year: number;
  readonly appropriationNok: number | undefined;
  readonly payment: PaymentSettings | undefined;
}

/** Paid in a calendar year per chapter and item, and by kind of recipient. */
export function ministryReport(
  ledger: Ledger,
  history: readonly BatchMoney[],
  places: PlaceRegister,
  { year, appropriationNok, payment }: MinistryRequest,
): MinistryReport {
  const paid = paidParts(history, places, year);
  const ofYear = history.filter(({ isDraft, grantYear }) => !isDraft && grantYear === year);
  const granted = ofYear.flatMap((batch) => batch.granted).filter(({ grantYear }) => grantYear === year);
  const used = new Set([...paid.flatMap(({ components }) => components), ...granted.map(({ component }) => component)]);
  const groups = new Map<string, Component[]>();
  for (const component of COMPONENTS.filter((one) => used.has(one))) {
    const row = payment && kapPostOn(payment, component, `${year}-12-31`);
    const key = row === undefined ? '' : `${row.kap}/${row.post}`;
    groups.set(key, [...(groups.get(key) ?? []), component]);
  }
  const isOne = groups.size === 1;
  const corrections = ledger.correctionsOf(year);
  const kapPosts = [...groups]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, components]): KapPostRow => {
      const [kap = '', post = ''] = key.split('/');
      // What an earlier system had left or paid names no grant: it is booked where there is only one place for it.
      const mine = paid.filter(({ components: of }) =>
        of.length === 0 ? isOne : of.every((component) => components.includes(component)),
      );
      const paidNok = sumOf(mine);
      const appropriation = isOne ? appropriationNok : undefined;
      return {
        kap,
        post,
        components,
        appropriationNok: appropriation,
        paidNok,
        remainingNok: appropriation === undefined ? undefined : appropriation - paidNok,
        persons: ledger.personsGranted(year, components),
        recipients: recipientsOf(mine),
        correctionsNok: corrections
          .filter(({ component }) => components.includes(component))
          .reduce((sum, { sumNok }) => sum + sumNok, 0),
      };
    });
  const kinds = (['kommune', 'fylkeskommune'] as const).map((kind): RecipientKindRow => {
    const isOfKind = ({ recipient }: { readonly recipient: number }): boolean =>
      isKommune(asRecipientCode(recipient)) === (kind === 'kommune');
    const mine = paid.filter(isOfKind);
    return {
      kind,
      recipients: recipientsOf(mine),
      persons: ledger.personsGranted(year, COMPONENTS, kind),
      grantedNok: sumOf(granted.filter(isOfKind)),
      paidNok: sumOf(mine),
    };
  });
  return { kapPosts, kinds };
}

/** Parts of payments that arrived in a calendar year, by component; what came back in it is taken off. */
function paidParts(history: readonly BatchMoney[], places: PlaceRegister, year: number): PaidPart[] {
  const keyOf = ({ component }: { readonly component: Component }): number => COMPONENTS.indexOf(component) + 1;
  const { payments } = attributePayments(history, places, keyOf);
  const isOfYear = ({ on }: { readonly on: string }): boolean => Number(on.slice(0, 4)) === year;
  const parts = payments.flatMap(({ recipient, outcomes, byGrantYear: byComponent }): PaidPart[] => {
    let [sign, wasPaid] = [0, false];
    for (const outcome of outcomes) {
      const isPaid = outcome.kind === 'paid';
      if (isOfYear(outcome) && isPaid !== wasPaid) sign += isPaid ? 1 : -1;
      wasPaid = isPaid;
    }
    if (sign === 0) return [];
    return [...byComponent].map(([key, amountNok]) => ({
      components: key === EARLIER_SYSTEM ? [] : [at(COMPONENTS, key - 1)],
      recipient,
      amountNok: sign * amountNok,
    }));
  });
  const earlier = history
    .filter(({ isDraft }) => !isDraft)
    .flatMap(({ paidEarlier = [], granted }) =>
      paidEarlier.filter(isOfYear).map(({ recipient, group, amountNok }): PaidPart => {
        const components = new Set(granted.filter((one) => one.group === group).map(({ component }) => component));
        return { components: [...components], recipient, amountNok };
      }),
    );
  return [...parts, ...earlier];
}

function sumOf(rows: readonly { readonly amountNok: number }[]): number {
  return rows.reduce((sum, { amountNok }) => sum + amountNok, 0);
}

/** Recipients to whom anything was paid. */
function recipientsOf(parts: readonly PaidPart[]): number {
  return new Set(parts.filter(({ amountNok }) => amountNok > 0).map(({ recipient }) => recipient)).size;
}
