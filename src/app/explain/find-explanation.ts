import { pseudonymsOf, readPseudonymKeyInUse } from '../../audit';
import { NorsktilskuddError } from '../../domain';
import {
  explainAdjustment,
  explainBatch,
  explainComponent,
  explainKommuneLine,
  explainLine,
  explainPerson,
  explainRecipient,
  kommuneMaterial,
  PayoutLineFile,
  type PayoutLineRow,
  personMaterial,
  type RunContext,
  requireSealed,
  whyNotRecipient,
} from '../../explain';
import type { Explanation } from '../../report';
import { TRACE_FILES } from '../../trace';
import type { ExplainInput } from './explain-input';

/** The explanation that was asked for. */
export function findExplanation(context: RunContext, input: ExplainInput): Explanation {
  const { target } = input;
  switch (target.kind) {
    case 'line':
      return explanationOfLine(context, target.lineId);
    case 'person':
      return explanationOfPerson(context, target.person.revealNumber(), input);
    case 'recipient':
      return input.whyNot ? whyNotRecipient(context, target.recipient) : explainRecipient(context, target.recipient);
    case 'component':
      return explainComponent(context, target.component);
    case 'batch':
      return explainBatch(context);
  }
}

function explanationOfPerson(context: RunContext, personId: number, input: ExplainInput): Explanation {
  const pseudonyms = pseudonymsOf(
    readPseudonymKeyInUse(input.pseudonymKeyFile, [context.manifest.identity.pseudonym_key_id]),
  );
  const material = personMaterial(context, personId, (id) => {
    const pseudonym = pseudonyms.of(id);
    return { pseudonym, leaf: context.trace.findPseudonym(pseudonym) };
  });
  return explainPerson(material, input.whyNot);
}

/** A line explained, by its id. */
export function explanationOfLine(context: RunContext, lineId: string): Explanation {
  const { row, leaf } = findLine(context, lineId);
  const personRef = row.cell('person_ref');
  if (row.cell('reason') === 'adjustment') return explainAdjustment(context, row, leaf);
  if (personRef === '') {
    return explainKommuneLine(kommuneMaterial(context, leaf), row);
  }
  const pseudonym = context.trace.pseudonym(leaf);
  return explainLine(
    personMaterial(context, Number(personRef), () => ({ pseudonym, leaf })),
    row,
  );
}

/** Files that lead to a line. */
const LINE_FILES = ['payout_lines.csv', TRACE_FILES.lines];

/** Row and leaf of a line; its number leads to the leaf through trace.lines. */
function findLine(context: RunContext, lineId: string): { readonly row: PayoutLineRow; readonly leaf: number } {
  const number = Number(/-(\d+)$/.exec(lineId)?.[1] ?? 0);
  const place = context.trace.line(number - 1);
  const file = new PayoutLineFile(context.folder);
  try {
    const row = file.row(number);
    // The ledger knows how many lines there are; a file that lacks one of them was changed.
    if (number >= 1 && number <= context.batch.lines && (!row || !place))
      requireSealed(context.folder, context.manifest, LINE_FILES);
    if (!row || !place) {
      throw new NorsktilskuddError('usage', 'EXPLAIN_LINE_UNKNOWN', { runId: context.batch.runId, line: lineId });
    }
    return { row, leaf: place.leaf };
  } finally {
    file.close();
  }
}
