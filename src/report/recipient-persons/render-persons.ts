import { formatKroner } from '../../domain';
import { explainWord, type Language, letterWord, textOf } from '../../messages';
import { escaped, htmlPage } from '../explanation/render-html';
import { LIST_STYLE, tableHtml } from '../transfer-list/render-transfer-list';

/** A line of a person, as the kommune or fylkeskommune that gets it may see it. */
export interface PersonOfRecipient {
  /** DUF number, twelve digits; empty for a grant without persons. */
  readonly personId: string;
  /** Pseudonym that this recipient alone is shown; empty for none. */
  readonly personRef: string;
  readonly grantYear: number;
  readonly component: string;
  readonly code: string;
  /** `regular`, `arrears`, `correction`, ... */
  readonly reason: string;
  /** Why it was corrected; empty for what is none. */
  readonly cause: string;
  readonly amountNok: number;
}

/** The lines of one recipient in a run. */
export interface PersonsOfRecipient {
  readonly runId: string;
  readonly rehearsal: boolean;
  readonly recipientId: string;
  readonly lines: readonly PersonOfRecipient[];
  /** Persons who are told of by number and sum alone: with a protected address, or deleted. */
  readonly hiddenPersons: number;
  readonly hiddenNok: number;
  /** SHA-256 of the export that proves the sums, and of the run's manifest. */
  readonly seal: string;
  readonly manifestHash: string;
}

/** The lines as a page to read and print: one file, nothing fetched. */
export function recipientPersonsHtml(persons: PersonsOfRecipient, language: Language): string {
  const { runId, rehearsal, recipientId, lines, hiddenPersons, hiddenNok, seal, manifestHash } = persons;
  const say = (key: Parameters<typeof textOf>[0]): string => textOf(key, language);
  const title = textOf('persons.title', language, { recipientId, runId });
  const sumNok = lines.reduce((sum, { amountNok }) => sum + amountNok, hiddenNok);
  const facts = [
    [say('persons.sum'), formatKroner(sumNok)],
    [say('persons.hidden'), `${hiddenPersons}: ${formatKroner(hiddenNok)}`],
    [say('persons.seal'), seal],
    [say('persons.manifest'), manifestHash],
  ].map(([name = '', value = '']) => `<dt>${escaped(name)}</dt><dd>${escaped(value)}</dd>\n`);
  const table = tableHtml({
    title: say('persons.lines'),
    columns: say('persons.columns').split('|'),
    right: [6],
    rows: lines.map((line) => [
      line.personId,
      explainWord(line.component, language),
      String(line.grantYear),
      line.code,
      explainWord(line.reason, language),
      line.cause === '' ? '' : letterWord('cause', line.cause, 'cause.other', language),
      formatKroner(line.amountNok),
    ]),
  });
  const mark = rehearsal ? `<p class="mark">${escaped(say('transfer.rehearsal'))}</p>\n` : '';
  const note = `<p>${escaped(say('persons.note'))}</p>\n`;
  const body = `${mark}<h1>${escaped(title)}</h1>\n${note}<dl>\n${facts.join('')}</dl>\n${table}`;
  return htmlPage({ language, title, body, style: LIST_STYLE });
}
