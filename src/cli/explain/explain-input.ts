import { type ExplainInput, type ExplainTarget, FORMATS } from '../../app/explain/explain-input';
import { NorsktilskuddError, PersonId } from '../../domain';
import type { Language } from '../../messages';
import { loadSettings, type SettingFlags } from '../config/settings';
import type { CliContext } from '../context';
import { FlagReader } from '../flag-reader';

/** Reads argument and flags; every fault at once. */
export function readExplainInput(
  line: string | undefined,
  flags: SettingFlags & {
    readonly person?: string;
    readonly recipient?: string;
    readonly component?: string;
    readonly batch?: string;
    readonly run?: string;
    readonly whyNot?: boolean;
    readonly format?: string;
    readonly lang?: string;
  },
  context: CliContext,
): ExplainInput {
  const settings = loadSettings(flags, context.terminal);
  const reader = new FlagReader();
  const format = reader.choice('--format', flags.format, FORMATS, context.json ? 'json' : 'text');
  const person = flags.person === undefined ? undefined : PersonId.parse(flags.person);
  if (flags.person !== undefined && !person) {
    reader.problem('FLAG_NO_DUF_NUMBER', { flag: '--person' });
  }
  const [component] = reader.components('--component', flags.component === undefined ? [] : [flags.component]);
  const targets: ExplainTarget[] = [
    ...(line === undefined ? [] : [{ kind: 'line', lineId: line } as const]),
    ...(person ? [{ kind: 'person', person } as const] : []),
    ...(flags.recipient === undefined ? [] : [{ kind: 'recipient', recipient: flags.recipient } as const]),
    ...(component ? [{ kind: 'component', component } as const] : []),
    ...(flags.batch === undefined ? [] : [{ kind: 'batch', runId: flags.batch } as const]),
  ];
  reader.finish(context.commandName);
  const [target, ...others] = targets;
  if (!target || others.length > 0) throw new NorsktilskuddError('usage', 'EXPLAIN_WHAT');
  return {
    target,
    runId: flags.run,
    whyNot: flags.whyNot ?? false,
    format,
    language: format === 'html' ? documentLanguage(flags.lang, context) : context.language,
    db: settings.db,
    pseudonymKeyFile: settings.pseudonymKeyFile,
    actor: settings.as ?? '',
  };
}

/** Documents speak bokmål unless another language is asked for. */
function documentLanguage(flag: string | undefined, context: CliContext): Language {
  return flag === undefined && context.terminal.env.NORSKTILSKUDD_LANG === undefined ? 'nb' : context.language;
}
