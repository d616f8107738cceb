import { pseudonymsOf } from '../../audit/pseudonym';
import { readPseudonymKey } from '../../audit/pseudonym-key';
import { NorsktilskuddError } from '../../domain';
import type { Explanation } from '../../report/explanation/explanation';
import { explainBatch } from './explain-batch';
import { explainComponent } from './explain-component';
import type { ExplainInput } from './explain-input';
import { explainKommuneLine } from './explain-kommune';
import { explainLine, explainPerson } from './explain-person';
import { explainRecipient } from './explain-recipient';
import { kommuneMaterial } from './kommune-material';
import { PayoutLineFile, type PayoutLineRow } from './payout-line-file';
import { personMaterial } from './person-material';
import type { RunContext } from './run-context';
import { whyNotRecipient } from './why-not-recipient';

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
  const pseudonyms = pseudonymsOf(readPseudonymKey(input.pseudonymKeyFile));
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
  if (personRef === '') return explainKommuneLine(kommuneMaterial(context, leaf), row);
  const pseudonym = context.trace.pseudonym(leaf);
  return explainLine(
    personMaterial(context, Number(personRef), () => ({ pseudonym, leaf })),
    row,
  );
}

/** Row and leaf of a line; its number leads to the leaf through trace.lines. */
function findLine(context: RunContext, lineId: string): { readonly row: PayoutLineRow; readonly leaf: number } {
  const number = Number(/-(\d+)$/.exec(lineId)?.[1] ?? 0);
  const place = context.trace.line(number - 1);
  const file = new PayoutLineFile(context.folder);
  try {
    const row = file.row(number);
    if (!row || !place) {
      throw new NorsktilskuddError('usage', 'EXPLAIN_LINE_UNKNOWN', { runId: context.batch.runId, line: lineId });
    }
    return { row, leaf: place.leaf };
  } finally {
    file.close();
  }
}
