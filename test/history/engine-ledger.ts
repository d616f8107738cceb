import {
  type Component,
  type Coverage,
  componentOrdinal,
  type FrozenGrant,
  type NettingGroup,
  NO_PERSON,
  type OpeningCoverage,
  type PostedEntry,
  type PostedState,
  parseComponent,
  parseRecipientCode,
} from '../../src/domain';
import type { OracleLedger, Posting } from '../oracle/ledger';

/** Batches posted so far on the engine's side: its own lines, never the naive calculator's. */
export interface EngineLedger {
  readonly opening: readonly Posting[];
  readonly batches: readonly {
    readonly postings: readonly Posting[];
    readonly coverage: readonly Coverage[];
    readonly frozen: readonly FrozenGrant[];
  }[];
  /** `recipient/group` to a balance below 0. */
  readonly balances: ReadonlyMap<string, number>;
}

/** The engine's ledger with the same opening batch. */
export function engineLedgerOf(ledger: OracleLedger): EngineLedger {
  return {
    opening: ledger.batches.flatMap((batch) => (batch.isOpening ? batch.postings : [])),
    batches: [],
    balances: ledger.balances,
  };
}

function componentOf(name: string): Component {
  const component = parseComponent(name);
  if (component === undefined) throw new Error(`no component ${name}`);
  return component;
}

function codeOf(recipient: string): number {
  const code = parseRecipientCode(recipient === '03' ? '0301' : recipient);
  if (code === undefined) throw new Error(`no recipient ${recipient}`);
  return code;
}

/** The ledger as the engine reads it. */
export function postedStateOf(ledger: EngineLedger): PostedState {
  return {
    entries: (grantYears, identities) => entriesOf(ledger, grantYears, identities),
    balances: [...ledger.balances].map(([key, balanceNok]) => {
      const [recipient = '', group = ''] = key.split('/');
      return { recipient: codeOf(recipient), group: groupNamed(group), balanceNok };
    }),
    coverage: ledger.batches.flatMap((batch) => batch.coverage),
    openingCoverage: openingCoverageOf(ledger.opening),
    frozen: openGrants(ledger),
  };
}

/** Grants that were frozen and not posted, and of which no later batch has a line. */
function openGrants({ batches }: EngineLedger): FrozenGrant[] {
  return batches.flatMap(({ frozen }, place) =>
    frozen.filter(
      ({ grantYear, component, basisRecipient }) =>
        !batches
          .slice(place + 1)
          .some(({ postings }) =>
            postings.some(
              (posting) =>
                !posting.adjusts &&
                posting.grantYear === grantYear &&
                posting.component === component &&
                codeOf(posting.recipient) === basisRecipient,
            ),
          ),
    ),
  );
}

const GROUPS: readonly NettingGroup[] = [
  'asylum',
  'collective_protection',
  'grunntilskudd',
  'persontilskudd',
  'timetilskudd',
];

function groupNamed(name: string): NettingGroup {
  const group = GROUPS.find((candidate) => candidate === name);
  if (group === undefined) throw new Error(`no netting group ${name}`);
  return group;
}

function openingCoverageOf(opening: readonly Posting[]): OpeningCoverage[] {
  const rows = new Map<string, OpeningCoverage>();
  for (const posting of opening) {
    const key = `${posting.grantYear}/${posting.component}`;
    const row = rows.get(key);
    rows.set(key, {
      grantYear: posting.grantYear,
      component: componentOf(posting.component),
      postings: (row?.postings ?? 0) + 1,
      sumNok: (row?.sumNok ?? 0) + posting.amount,
    });
  }
  return [...rows.values()];
}

function entriesOf(
  ledger: EngineLedger,
  grantYears: readonly number[],
  identities: ReadonlyMap<number, number>,
): PostedEntry[] {
  const entries = new Map<string, PostedEntry>();
  const postings = [...ledger.opening, ...ledger.batches.flatMap((batch) => batch.postings)];
  postings.forEach((posting, index) => {
    if (!grantYears.includes(posting.grantYear) || posting.adjusts) return;
    const posted = posting.person === '' ? NO_PERSON : Number(posting.person);
    const personId = identities.get(posted) ?? posted;
    const basisRecipient = codeOf(posting.recipient);
    const component = componentOrdinal(componentOf(posting.component));
    const key = [personId, posting.grantYear, component, basisRecipient].join('/');
    const known = entries.get(key);
    const hasCode = posting.code !== '';
    entries.set(key, {
      personId,
      grantYear: posting.grantYear,
      component,
      basisRecipient,
      amountNok: (known?.amountNok ?? 0) + posting.amount,
      code: hasCode ? posting.code : (known?.code ?? ''),
      codeOrder: hasCode ? index + 1 : (known?.codeOrder ?? 0),
    });
  });
  return [...entries.values()].sort(
    (a, b) =>
      a.personId - b.personId ||
      a.grantYear - b.grantYear ||
      a.component - b.component ||
      a.basisRecipient - b.basisRecipient,
  );
}
