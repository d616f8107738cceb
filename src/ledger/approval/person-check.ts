import { isPerKommune, NorsktilskuddError, parseComponent } from '../../domain';
import type { DraftContent, DraftLine } from '../drafts/draft-content';
import { numberOfComponent } from '../drafts/draft-reads';
import type { OpenLedger } from '../posting-reads';

/**
 * Check at posting (the ledger's shape in LEDGER.md): per grant year, component and person of the batch, what is posted
 * afterwards and what is held make the cumulative due, and that lies between 0 and R. Components without persons are
 * checked line by line when the draft is recorded.
 */
export class PersonCheck {
  readonly #posted;
  readonly #persons;
  readonly #held = new Map<string, number>();
  readonly #olds = new Map<number, number[]>();
  readonly #last: number;
  #key = '';
  #line: DraftLine | undefined;
  #sumNok = 0;

  constructor(ledger: OpenLedger, last: number, content: DraftContent) {
    this.#last = last;
    this.#persons = ledger.db.prepare('SELECT person FROM persons WHERE duf = ?');
    this.#posted = ledger.db.prepare(
      `SELECT coalesce(sum(p.amount), 0) FROM postings AS p JOIN posted_and_not_annulled AS h ON h.posting = p.posting
       WHERE p.person = ? AND p.grant_year = ? AND p.component = ? AND p.kind <> 5
       AND h.posting <= ? AND h.annulled_by > ?`,
    );
    for (const row of content.held) {
      if (row.reason === 'adjustment_waits') continue;
      const key = keyOf(row.grantYear, row.component, row.personId);
      this.#held.set(key, (this.#held.get(key) ?? 0) + (row.heldAmountNok ?? 0));
    }
    for (const [old, now] of content.identities) this.#olds.set(now, [...(this.#olds.get(now) ?? []), old]);
  }

  /** Takes the lines in their order. */
  line(line: DraftLine): void {
    if (line.kind === 'adjustment') return;
    const key = keyOf(line.grantYear, line.component, line.personId);
    if (key !== this.#key) this.end();
    this.#key = key;
    this.#line = line;
    this.#sumNok += line.amountNok;
  }

  /** Checks the last person. */
  end(): void {
    const line = this.#line;
    if (line && !isPerKommuneName(line.component)) this.#check(line);
    this.#line = undefined;
    this.#sumNok = 0;
  }

  #check(line: DraftLine): void {
    const postedNok = this.#postedBefore(line) + this.#sumNok;
    const dueNok = postedNok + (this.#held.get(this.#key) ?? 0);
    const limitNok = line.annualAmountNok ?? 0;
    if (dueNok >= 0 && dueNok <= limitNok) return;
    throw new NorsktilskuddError('refused', 'LEDGER_DUE_OUT_OF_BOUNDS', {
      line: line.line,
      grantYear: line.grantYear,
      component: line.component,
      due: dueNok,
      limit: limitNok,
    });
  }

  #postedBefore(line: DraftLine): number {
    if (this.#last === 0) return 0;
    let sumNok = 0;
    for (const personId of [line.personId, ...(this.#olds.get(line.personId) ?? [])]) {
      const person = this.#persons.get(personId);
      if (!person) continue;
      const component = numberOfComponent(line.component);
      const sum = this.#posted.get(Number(person[0]), line.grantYear, component, this.#last, this.#last);
      sumNok += Number(sum?.[0]);
    }
    return sumNok;
  }
}

function keyOf(grantYear: number, component: string, personId: number): string {
  return `${grantYear} ${component} ${personId}`;
}

function isPerKommuneName(name: string): boolean {
  const component = parseComponent(name);
  return component !== undefined && isPerKommune(component);
}
