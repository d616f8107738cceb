import type { LawChange } from '../../app';
import { formatKroner } from '../../domain';
import type { CliContext } from '../context';
import { table } from '../view';

/** What the law says otherwise. */
export function lawText({ law }: { readonly law: readonly LawChange[] }, context: CliContext, before: string): string {
  if (law.length === 0) return '';
  const rows = law.map(({ what, from, to }) => [what, valueText(what, from), valueText(what, to)]);
  return `\n${before}${table(context, 'scenario.columns_law', 'lll', rows)}`;
}

/** A rate in kroner, anything else as the law has it; a dash for what there was not. */
function valueText(what: string, value: string): string {
  if (value === '') return '-';
  return /\/\d{4}\//.test(what) ? formatKroner(Number(value)) : value;
}
