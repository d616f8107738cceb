import { basename, resolve } from 'node:path';
import { isReleased, shippedTables } from '../../../rules';
import { readGivenFile } from '../../app/read-given-file';
import { type Acceptance, isSpecialAcceptance, readAcceptances } from '../../app/run/acceptance';
import { sha256 } from '../../app/run/rule-inputs';
import { loadShippedRules } from '../../app/shipped-rules';
import { readTables } from '../../app/tables/read-tables';
import { SHIPPED_RATES, SHIPPED_RATES_ON_LIST } from '../../audit';
import { parsePersonFile, writeListFile } from '../../audit/list-file';
import { NorsktilskuddError } from '../../domain';
import { nowUtc, pathExists } from '../../effects';
import {
  LIST_KINDS,
  type ListedFile,
  type ListedPerson,
  type ListKind,
  listHash,
  openLedger,
  type SignedList,
} from '../../ledger';
import { loadSettings, type SettingFlags } from '../config/settings';
import { type CliContext, say } from '../context';
import { FlagReader } from '../flag-reader';

/** Flags of `lists propose`. */
export interface ProposeFlags extends SettingFlags {
  readonly person?: readonly string[];
  readonly validFrom?: string;
  readonly out?: string;
  readonly tables?: string;
  readonly accept?: readonly string[];
}

/** Makes the next version of a list, to be signed: what it follows is read from the ledger, where there is one. */
export function proposeList(kindName: string, flags: ProposeFlags, context: CliContext): void {
  const { terminal } = context;
  const settings = loadSettings(flags, terminal);
  const reader = new FlagReader();
  const kind = reader.choice('KIND', kindName, LIST_KINDS, 'approvers');
  const out = resolve(terminal.cwd, reader.required('--out', flags.out));
  const validFrom = flags.validFrom ?? nowUtc().slice(0, 10);
  reader.day('--valid-from', validFrom);
  if (kind === 'approvers') reader.required('--person', flags.person?.[0]);
  if (kind === 'tables') reader.required('--tables', flags.tables);
  if (kind === 'assumptions') reader.required('--accept', flags.accept?.[0]);
  reader.finish(context.commandName);
  if (pathExists(out)) throw new NorsktilskuddError('usage', 'LIST_FILE_EXISTS', { file: out });
  const before = beforeOf(settings.db, kind);
  const list: SignedList = {
    kind,
    version: (before.previous?.version ?? 0) + 1,
    validFrom,
    previous: before.previous === undefined ? '' : listHash(before.previous),
    approvers: kind !== 'approvers' && before.approvers !== undefined ? listHash(before.approvers) : '',
    persons: kind === 'approvers' ? (flags.person ?? []).map((file) => personIn(resolve(terminal.cwd, file))) : [],
    files: filesOf(kind, settings.rates, flags.tables === undefined ? undefined : resolve(terminal.cwd, flags.tables)),
    ...(kind === 'assumptions' ? { accepted: assumptionsOf(flags.accept ?? [], context) } : {}),
    signatures: [],
  };
  writeListFile(out, list);
  const hash = listHash(list);
  terminal.out(
    context.json
      ? `${JSON.stringify({ file: out, kind, version: list.version, sha256: hash })}\n`
      : say(context, {
          nb: `${kind} versjon ${list.version}: ${out}\nHash: ${hash}\n`,
          en: `${kind} version ${list.version}: ${out}\nHash: ${hash}\n`,
        }),
  );
}

/**
 * Files of a list: of rates those given and the table that ships, so that the list covers every cell that a run can use; of
 * tables those of the folder that no release had.
 */
function filesOf(kind: ListKind, rates: readonly string[], tables: string | undefined): ListedFile[] {
  if (kind === 'approvers' || kind === 'assumptions') return [];
  if (kind === 'tables') return readTables(tables).tables.filter((table) => !isReleased(table));
  const given = rates.map((file) => ({ name: basename(file), sha256: sha256(readGivenFile(file, '--rates')) }));
  const shipped = shippedTables().filter(({ name }) => name === SHIPPED_RATES);
  return [...given, ...shipped.map((table) => ({ name: SHIPPED_RATES_ON_LIST, sha256: table.sha256 }))];
}

function personIn(file: string): ListedPerson {
  return parsePersonFile(readGivenFile(file, '--person'), file);
}

function beforeOf(
  db: string,
  kind: ListKind,
): { previous?: SignedList | undefined; approvers?: SignedList | undefined } {
  if (!pathExists(db)) return {};
  const ledger = openLedger(db, { readOnly: true });
  try {
    return {
      previous: ledger.adoptedLists(kind).at(-1)?.list,
      approvers: ledger.adoptedLists('approvers').at(-1)?.list,
    };
  } finally {
    ledger.close();
  }
}

/** Assumptions and assumed rates of a list, each with its reference; anything else is accepted for one run at a time. */
function assumptionsOf(values: readonly string[], context: CliContext): Acceptance[] {
  const accepted = readAcceptances(values, loadShippedRules(), context.commandName);
  const reader = new FlagReader();
  for (const { name, reference } of accepted) {
    if (isSpecialAcceptance(name)) reader.problem('ACCEPT_NO_ASSUMPTION', { flag: '--accept', name });
    else if (reference === '') reader.problem('ACCEPT_NO_REFERENCE', { flag: '--accept', name });
  }
  reader.finish(context.commandName);
  return accepted;
}
