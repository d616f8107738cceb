import { join } from 'node:path';
import { grunntilskuddTermOf, type RuleSet } from '../../../rules';
import {
  collectAtTerm,
  collectFacts,
  decodeFacts,
  encodeFacts,
  FACT_FORMAT,
  type FactPlan,
  type FactTable,
  planFacts,
  Repricer,
} from '../../analysis';
import { actsUnderIds, asDay, type CaseAct, type Day, isCounted, sha256Hex, type Term } from '../../domain';
import { makeFolder, pathExists, readBytes, writeWholeFile } from '../../effects';
import { cutOffDate } from '../../engine';
import type { Snapshot } from '../../register';
import { pinsOfYear } from '../cases/cases-in-force';
import type { KnownProtection, SnapshotShelf } from '../privacy/known-protection';
import { programBuild } from '../program-build';
import { openPlace, type RegisterPlace, type RegisterReading } from '../register/open-place';
import { resolveAsOf } from '../run/as-of';

export interface FactShelfOptions extends RegisterReading {
  /** Folder of stored fact tables; they name persons and are restricted. */
  readonly factFolder: string;
  /** Whose address is protected by all that stands beside the ledger. */
  readonly shelf: SnapshotShelf;
  /** Acts of cases that count, of a ledger that was named with the question; none where the register alone is read. */
  readonly cases: readonly CaseAct[];
}

/** What decides the facts of a case. */
export interface SizePlace {
  readonly place: RegisterPlace;
  readonly grantYear: number;
  readonly asOf: Day;
  readonly rules: RuleSet;
  readonly term: Term;
}

/** Facts of registers, each worked out once and kept beside the snapshots: the next call with other rates reads no register. */
export class FactShelf {
  readonly #options: FactShelfOptions;
  readonly #snapshots = new Map<string, Snapshot>();
  readonly #tables = new Map<string, FactTable>();
  /** By the facts of the whole year. */
  readonly #atTerms = new Map<FactTable, Map<Term, FactTable>>();
  #build = '';

  constructor(options: FactShelfOptions) {
    this.#options = options;
  }

  /** The register of a place, opened once. */
  snapshot(place: RegisterPlace): Snapshot {
    const name = 'extract' in place ? `extract ${place.extract}` : `snapshot ${place.snapshotId}`;
    const known = this.#snapshots.get(name);
    if (known !== undefined) return known;
    const opened = this.#options.shelf.protect(openPlace(place, this.#options));
    this.#snapshots.set(name, opened);
    return opened;
  }

  /** Whose address is protected. */
  get protection(): KnownProtection {
    return this.#options.shelf.protection;
  }

  /** D of a sizing: the one given, else the earlier of the year's last day and the day the extract was taken. */
  asOf(place: RegisterPlace, grantYear: number, given: Day | undefined): Day {
    const takenAt = this.snapshot(place).takenAt;
    return resolveAsOf(given, cutOffDate(grantYear, 4), takenAt === null ? undefined : asDay(takenAt));
  }

  /**
   * Facts of a grant year at D.
   *
   * @param rules the law, with its limits
   * @param rulesYear grant year whose rules are used, to see what a change of rules does
   */
  facts(place: RegisterPlace, grantYear: number, asOf: Day, rules: RuleSet, rulesYear = grantYear): FactTable {
    const snapshot = this.snapshot(place);
    const name = this.#nameOf(snapshot, grantYear, asOf, rules, rulesYear);
    const known = this.#tables.get(name);
    if (known !== undefined) return known;
    const path = join(this.#options.factFolder, `${name}.facts`);
    const stored = pathExists(path) ? decodeFacts(readBytes(path)) : undefined;
    const facts = stored ?? collectFacts(snapshot, this.#planOf(snapshot, rules, grantYear, asOf, rulesYear));
    if (stored === undefined) {
      makeFolder(this.#options.factFolder);
      writeWholeFile(path, encodeFacts(facts), 0o600);
    }
    this.#tables.set(name, facts);
    return facts;
  }

  /** Facts of a case: those of its year, or at its term. */
  factsOf({ place, grantYear, asOf, rules, term }: SizePlace, rulesYear = grantYear): FactTable {
    const wholeYear = this.facts(place, grantYear, asOf, rules, rulesYear);
    if (term === 4) return wholeYear;
    const ofTerms = this.#atTerms.get(wholeYear) ?? new Map<Term, FactTable>();
    this.#atTerms.set(wholeYear, ofTerms);
    const known = ofTerms.get(term);
    if (known !== undefined) return known;
    const plan = this.#planOf(this.snapshot(place), rules, grantYear, asOf, rulesYear);
    const hasCount = plan.components.some(({ component }) => isCounted(component));
    const grunntilskuddTerm = hasCount ? grunntilskuddTermOf(rulesYear, rules.limits) : term;
    const facts = collectAtTerm(this.snapshot(place), plan, wholeYear, { grunntilskuddTerm, term });
    ofTerms.set(term, facts);
    return facts;
  }

  /** Acts of cases that the facts of a year rest on. */
  casesOf(grantYear: number): readonly CaseAct[] {
    return pinsOfYear(this.#options.cases, grantYear);
  }

  /** Prices a case's facts; what it needs rates for is the whole year's, whatever its term. */
  repricerOf(size: SizePlace): Repricer {
    return new Repricer(this.factsOf(size), this.factsOf({ ...size, term: 4 }));
  }

  close(): void {
    for (const snapshot of this.#snapshots.values()) snapshot.close();
    this.#snapshots.clear();
    this.#options.shelf.close();
  }

  #planOf(snapshot: Snapshot, rules: RuleSet, grantYear: number, asOf: Day, rulesYear: number): FactPlan {
    return planFacts(rules, grantYear, asOf, rulesYear, actsUnderIds(this.casesOf(grantYear), snapshot.identities));
  }

  /** Whatever decides the facts stands in their name; the program's own code does too, so none outlives a change. */
  #nameOf(snapshot: Snapshot, grantYear: number, asOf: Day, rules: RuleSet, rulesYear: number): string {
    this.#build ||= programBuild().buildSha256;
    const { registers, ruleLockSha256, rules: shipped } = this.#options.ruleInputs;
    const values = rules.assumptions.assumptions.map(({ id, value }) => `${id}=${value}`);
    const parts = [FACT_FORMAT, this.#build, snapshot.snapshotId, grantYear, asOf, rulesYear, ruleLockSha256];
    // What a scenario changed; a table of regions of its own is reported by what it says of every country.
    const limits = rules.limits.limits
      .filter(({ status }) => status === 'scenario')
      .map(({ key, value }) => [key, value]);
    const regions = rules.regions === shipped.regions ? [] : [sha256Hex(rules.regions.rateClass.join(''))];
    const cases = this.casesOf(grantYear);
    return sha256Hex(JSON.stringify([...parts, registers, values, limits, regions, cases])).slice(0, 40);
  }
}
