import { parseArgs } from 'node:util';
import { visibleText } from '../../../domain/visible-text';
import { fillText, LANGUAGES, type Language } from '../../../messages/catalogue';
import { verifierEn } from '../../../messages/verifier/en';
import { verifierNb } from '../../../messages/verifier/nb';
import { type Finding, Findings } from '../findings';

/** Key of a text. */
export type TextKey = keyof typeof verifierEn;
const TEXTS: Readonly<Record<Language, Readonly<Record<string, string>>>> = { nb: verifierNb, en: verifierEn };

/** Flags of a call by name, and what else was given; undefined where a flag is none. */
export function readArguments(
  args: readonly string[],
  flags: readonly string[],
  switches: readonly string[] = [],
): { readonly flags: Readonly<Record<string, string | boolean | undefined>>; readonly given: string[] } | undefined {
  const texts = [...flags, 'lang'].map((name) => [name, { type: 'string' }] as const);
  const options = Object.fromEntries([...texts, ...switches.map((name) => [name, { type: 'boolean' }] as const)]);
  try {
    const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true });
    const single = Object.entries(values).map(([name, value]) => [name, Array.isArray(value) ? undefined : value]);
    return { flags: Object.fromEntries(single), given: positionals };
  } catch {
    return undefined;
  }
}

/** Says what was found: what is wrong on standard error, all else on standard output. */
export class Report {
  /** Faults so far. */
  count = 0;

  readonly language: Language;

  /** @param language as `--lang` names it; English where it names none */
  constructor(language: unknown) {
    this.language = LANGUAGES.find((known) => known === language) ?? 'en';
  }

  #text(key: string, params: Finding['params']): string {
    return fillText(TEXTS[this.language][key] ?? key, params);
  }

  say(key: TextKey, params: Finding['params'] = {}): void {
    console.log(this.#text(key, params));
  }

  /** A line about the folder that was named last. */
  note(key: TextKey | string, params: Finding['params'] = {}): void {
    console.log(`  ${this.#text(key, params)}`);
  }

  notes(findings: readonly Finding[]): void {
    for (const { code, params } of findings) this.note(code, params);
  }

  /** Every fault with its place, as the program tells it. */
  tell(findings: Findings): void {
    this.count += findings.count;
    for (const { code, params } of findings.list()) {
      const place = placeOf(params);
      console.error(`- ${place === '' ? '' : `${place}: `}${this.#text(code, params)} [${code}]`);
    }
  }

  /** Does a check; what breaks off on what is damaged is a fault like the others. */
  attempt<T>(file: string, check: (findings: Findings) => T): T | undefined {
    const findings = new Findings();
    try {
      return check(findings);
    } catch (cause) {
      findings.add('VERIFY_UNREADABLE', file, { reason: cause instanceof Error ? cause.message : '' });
      return undefined;
    } finally {
      this.tell(findings);
    }
  }

  /** Checks a folder under its name, and says at the end whether it checks. */
  folder(folder: string, check: () => void, ending: () => string = () => ''): void {
    console.log(visibleText(folder));
    const before = this.count;
    check();
    if (this.count > before) this.note('alone.faults', { count: this.count - before });
    else console.log(`  ${this.#text('alone.fine', {})}${ending()}`);
  }

  /** Exit code. */
  get code(): 0 | 5 {
    return this.count === 0 ? 0 : 5;
  }
}

/** `file:line (column)`; empty where a finding names no line of a file. */
function placeOf({ file, line, column }: Finding['params']): string {
  if (file === undefined || line === undefined || line === 0) return '';
  if (typeof column === 'number') return visibleText(`${file}:${line}:${column}`);
  return visibleText(`${file}:${line}${column ? ` (${column})` : ''}`);
}
