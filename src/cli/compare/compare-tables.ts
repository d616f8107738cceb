import type { Effects } from '../../analysis';
import { type Comparison, joinedRows, PROTECTED_PERSONS, recipientText } from '../../app';
import type { PlaceRegister } from '../../domain';
import { asRecipientCode, NO_RECIPIENT } from '../../domain';
import { cutOffDate } from '../../engine';
import {
  type Cell,
  RESTRICTED_MODE,
  RunFolder,
  type WorkbookColumn,
  type WorkbookSheet,
  workbookBytes,
  writeTableForPeople,
} from '../../payout';
import { type CliContext, say } from '../context';
import { componentName, recipientName } from '../table-words';
import type { ShownPersons } from './compare-lines';

const EFFECT_COLUMNS = ['a', 'population', 'data', 'rule', 'rate', 'b', 'difference'] as const;

/** The seven figures of some effects, in the order of the columns. */
export function effectCells({ aNok, populationNok, dataNok, ruleNok, rateNok, bNok }: Effects): number[] {
  return [aNok, populationNok, dataNok, ruleNok, rateNok, bNok, bNok - aNok];
}

/** Writes recipients.csv, persons.csv (pseudonyms) and comparison.xlsx into a new folder: all of them or none. */
export async function writeComparison(
  comparison: Comparison,
  { pseudonym, isProtected }: ShownPersons,
  places: PlaceRegister,
  folder: string,
  context: CliContext,
): Promise<void> {
  const sheets = [recipientSheet(comparison, places, context), componentSheet(comparison, context)];
  const workbook = await workbookBytes(sheets);
  RunFolder.write(folder, (out) => {
    const recipients = comparison.rows.map((row) => [recipientText(row.recipient), row.component, ...effectCells(row)]);
    const { open, joined } = joinedRows(comparison.persons(), isProtected, effectCells);
    const persons = [
      ...open.map((row) => [pseudonym(row.personId), row.component, ...effectCells(row)]),
      ...joined.map(([component, figures]) => [PROTECTED_PERSONS, component, ...figures]),
    ];
    writeTableForPeople(
      out.createFile('recipients.csv', RESTRICTED_MODE),
      ['recipient_id', 'component', ...EFFECT_COLUMNS],
      recipients,
    );
    const file = out.createFile('persons.csv', RESTRICTED_MODE);
    writeTableForPeople(file, ['person_ref', 'component', ...EFFECT_COLUMNS], persons);
    out.addFile('comparison.xlsx', workbook, null);
  });
}

function recipientSheet(comparison: Comparison, places: PlaceRegister, context: CliContext): WorkbookSheet {
  const lastDay = cutOffDate(Math.max(comparison.a.grantYear, comparison.b.grantYear), 4);
  const rows = comparison.recipients.map((row): Cell[] => {
    const name = row.recipient === NO_RECIPIENT ? '' : places.nameOn(asRecipientCode(row.recipient), lastDay);
    return [recipientName(row.recipient, context), name, ...effectCells(row)];
  });
  const words = say(context, 'compare.recipient_name').split('|');
  const lead = words.map((title, index): WorkbookColumn => ({ title, kind: 'text', width: index === 0 ? 10 : 26 }));
  const name = say(context, 'compare.recipients');
  return { name, columns: [...lead, ...effectColumns(context)], rows, sumsTitle: 'Sum' };
}

function componentSheet(comparison: Comparison, context: CliContext): WorkbookSheet {
  const rows = comparison.rows.map((row): Cell[] => [
    recipientName(row.recipient, context),
    componentName(row.component, context),
    ...effectCells(row),
  ]);
  const words = say(context, 'compare.recipient_component').split('|');
  const lead = words.map((title, index): WorkbookColumn => ({ title, kind: 'text', width: index === 0 ? 10 : 26 }));
  const name = say(context, 'compare.components');
  return { name, columns: [...lead, ...effectColumns(context)], rows, sumsTitle: 'Sum' };
}

function effectColumns(context: CliContext): WorkbookColumn[] {
  return effectWords(context).map((title) => ({ title, kind: 'kroner', width: 16 }));
}

/** Names of the seven figures in the user's language. */
export function effectWords(context: CliContext): string[] {
  const words = 'compare.columns_population';
  return say(context, words).split('|');
}
