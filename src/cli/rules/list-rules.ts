import { RULE_MODULES } from '../../../rules';
import { rulebookText } from '../../messages';
import { type CliContext, say } from '../context';
import { textTable } from '../text-table';

/** `rules list`: every rule module with the grant years for which it holds. */
export function listRules(context: CliContext): void {
  const { out } = context.terminal;
  if (context.json) {
    const modules = RULE_MODULES.map((module) => ({
      id: module.id,
      component: module.component,
      first_grant_year: module.firstGrantYear,
      last_grant_year: module.lastGrantYear,
      assumptions: module.assumptions,
      sources: module.sources,
    }));
    out(`${JSON.stringify({ modules })}\n`);
    return;
  }
  const head = say(context, 'rules.columns_rule').split('|');
  const rows = RULE_MODULES.map((module) => [
    module.id,
    `${module.firstGrantYear}-${module.lastGrantYear ?? ''}`,
    module.assumptions.join(' '),
    module.sources.map((source) => rulebookText(source, context.language)).join(', '),
  ]);
  out(textTable(head, 'llll', rows));
}
