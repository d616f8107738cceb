import type { AccountChange } from '../../app/preview/account-changes';
import type { PreviewChange } from '../../app/preview/largest-changes';
import type { FindingSum } from '../../app/preview/sums-by-reason';
import { formatKroner, formatWhole } from '../../domain';
import { explainWord } from '../../messages/explain/explain-text';
import { type CliContext, say } from '../context';
import { withSign } from '../percent-text';
import { componentName } from '../table-words';
import { textTable } from '../text-table';

/** Findings by code with the kroner that they touch. */
export function findingTable(findings: readonly FindingSum[], context: CliContext): string {
  if (findings.length === 0) return say(context, { nb: 'Ingen merknader.\n', en: 'No findings.\n' });
  const severities = { error: 'feil', warning: 'advarsel', info: 'opplysning' };
  const words = say(context, { nb: 'merknad|kode||antall|berører', en: 'finding|code||count|touches' });
  const rows = findings.map(({ severity, code, count, linesNok }) => [
    explainWord(code, context.language),
    code,
    context.language === 'nb' && isSeverity(severity) ? severities[severity] : severity,
    formatWhole(count),
    linesNok === 0 ? '' : formatKroner(linesNok),
  ]);
  return textTable(words.split('|'), 'lllrr', rows);
}

function isSeverity(text: string): text is 'error' | 'warning' | 'info' {
  return text === 'error' || text === 'warning' || text === 'info';
}

/** The largest changes with their causes below them. */
export function changeLines(changes: readonly PreviewChange[], context: CliContext): string {
  if (changes.length === 0) {
    return say(context, {
      nb: 'Ingen linje endrer noe som er bokført før.\n',
      en: 'No line changes anything posted before.\n',
    });
  }
  return changes
    .map(({ lineId, component, grantYear, recipientId, previouslyNok, amountNok, causes }) => {
      const amount = withSign(formatKroner(amountNok), amountNok);
      const place = recipientId === '' ? say(context, { nb: 'skjermet', en: 'protected' }) : recipientId;
      const before = say(context, { nb: 'bokført før', en: 'posted before' });
      const head = `${amount.padStart(14)}  ${componentName(component, context)} ${grantYear}, ${place} (${before} ${formatKroner(previouslyNok)})  ${lineId}\n`;
      const none = say(context, { nb: 'se norsktilskudd explain', en: 'see norsktilskudd explain' });
      return head + (causes.length === 0 ? [none] : causes).map((cause) => `                ${cause}\n`).join('');
    })
    .concat(
      say(context, {
        nb: 'Endringer for personer med adressebeskyttelse er ikke med her.\n',
        en: 'Changes of persons with a protected address are not listed here.\n',
      }),
    )
    .join('');
}

/** Every change of payment details. */
export function accountLines(accounts: readonly AccountChange[], context: CliContext): string {
  if (accounts.length === 0) return say(context, { nb: 'Ingen endringer.\n', en: 'No changes.\n' });
  const kinds = {
    new_recipient: { nb: 'ny mottaker', en: 'new recipient' },
    account: { nb: 'nytt kontonummer', en: 'account changed' },
    org_number: { nb: 'nytt organisasjonsnummer', en: 'organisation number changed' },
    missing: { nb: 'betales uten konto', en: 'paid without an account' },
  };
  const words = say(context, { nb: 'mottaker|navn|hva|før|nå', en: 'recipient|name|what|before|now' });
  const rows = accounts.map(({ recipientId, name, kind, before, now }) => [
    recipientId,
    name,
    say(context, kinds[kind]),
    before,
    now,
  ]);
  return textTable(words.split('|'), 'lllll', rows);
}
