import { join } from 'node:path';
import { parseRuleLock, RULE_LOCK_FILE, RULE_MODULES } from '../../../../rules';
import { type Component, NorsktilskuddError } from '../../../domain';
import { pathExists, readText, writeWholeFile } from '../../../effects';
import { programFolder } from '../../program-files';
import { loadShippedRules } from '../../shipped-rules';
import {
  decisionText,
  exampleText,
  fileOfRule,
  idOfNext,
  limitRows,
  moduleText,
  type NextRule,
} from './rule-templates';

/** What a version of a rule that is to be written is asked for by. */
export interface NewRuleRequest {
  readonly component: Component;
  readonly firstGrantYear: number;
  /** Absolute path of a rules folder; undefined for that of the program's own sources. */
  readonly folder?: string | undefined;
}

/** What has been made, to be filled in. */
export interface NewRule {
  /** `persontilskudd@2027` */
  readonly rule: string;
  /** The version that it begins with. */
  readonly before: string;
  readonly folder: string;
  /** Files within the folder that are new or have got rows. */
  readonly files: readonly string[];
  /** Limits that the rule reads, each with a row to fill in or delete. */
  readonly limits: readonly string[];
}

/**
 * Makes what a new version of a rule needs, to be filled in: module, limits, example table and entry of the decisions. It
 * answers as the version before until it is changed; nothing of it counts before it is built and locked.
 *
 * @throws NorsktilskuddError usage RULES_FOLDER_UNFIT, RULE_COMPONENT_ENDED, RULE_THERE_ALREADY, RULE_YEAR_FROZEN
 * @example newRule({ component: 'persontilskudd', firstGrantYear: 2027 }).files
 */
export function newRule({ component, firstGrantYear, folder = ownRulesFolder() }: NewRuleRequest): NewRule {
  const next = { before: lastVersionOf(component), firstGrantYear };
  const rule = idOfNext(next);
  const paths = pathsOf(folder, next);
  refuseUnfit(next, folder, paths);
  const { limits: keys } = next.before;
  const limitsBefore = readText(paths.limits);
  const rows = limitRows(next, loadShippedRules(), limitsBefore);
  const files: readonly (readonly [path: string, text: string])[] = [
    [paths.module, moduleText(next)],
    [paths.examples, exampleText(next, readText(paths.examplesBefore))],
    [paths.limits, withLines(limitsBefore, rows.join('\n'))],
    [paths.decisions, withLines(readText(paths.decisions), decisionText(next))],
  ];
  for (const [path, text] of files) writeWholeFile(path, text);
  const made = files.map(([path]) => path.slice(folder.length + 1));
  return { rule, before: next.before.id, folder, files: made, limits: keys };
}

/** The rules folder that lies with the sources of the program. @throws NorsktilskuddError usage RULES_FOLDER_UNFIT */
function ownRulesFolder(): string {
  const program = programFolder();
  const folder = join(program, 'rules');
  // An installed program has its rules, but nothing that could build new ones.
  if (!pathExists(join(program, '.build.cjs'))) throw unfit(folder, '.build.cjs');
  return folder;
}

function lastVersionOf(component: Component): NextRule['before'] {
  const versions = RULE_MODULES.filter((module) => module.component === component);
  const last = versions.reduce((one, other) => (other.firstGrantYear > one.firstGrantYear ? other : one));
  if (last.lastGrantYear === null) return last;
  throw new NorsktilskuddError('usage', 'RULE_COMPONENT_ENDED', { component, year: last.lastGrantYear });
}

function pathsOf(folder: string, next: NextRule) {
  const name = fileOfRule(idOfNext(next));
  return {
    module: join(folder, 'modules', `${name}.ts`),
    examples: join(folder, 'examples', `${name}.csv`),
    limits: join(folder, 'data', 'limits.csv'),
    decisions: join(folder, 'DECISIONS.md'),
    lock: join(folder, RULE_LOCK_FILE),
    moduleBefore: join(folder, 'modules', `${fileOfRule(next.before.id)}.ts`),
    examplesBefore: join(folder, 'examples', `${fileOfRule(next.before.id)}.csv`),
  };
}

function refuseUnfit(next: NextRule, folder: string, paths: ReturnType<typeof pathsOf>): void {
  const { module, examples, ...needed } = paths;
  for (const path of Object.values(needed)) if (!pathExists(path)) throw unfit(folder, path.slice(folder.length + 1));
  const rule = idOfNext(next);
  const there = [module, examples].find((path) => pathExists(path));
  if (there !== undefined) throw new NorsktilskuddError('usage', 'RULE_THERE_ALREADY', { rule, path: there });
  const { frozenThrough } = parseRuleLock(readText(paths.lock));
  const first = Math.max(frozenThrough, next.before.firstGrantYear) + 1;
  if (next.firstGrantYear < first) throw new NorsktilskuddError('usage', 'RULE_YEAR_FROZEN', { rule, year: first });
}

function unfit(folder: string, missing: string): NorsktilskuddError {
  return new NorsktilskuddError('usage', 'RULES_FOLDER_UNFIT', { folder, missing });
}

function withLines(text: string, more: string): string {
  return `${text.replace(/\n*$/, '\n')}${more.replace(/\n*$/, '\n')}`;
}
