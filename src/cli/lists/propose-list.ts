import { basename } from 'node:path';
import { isReleased, shippedTables } from '../../../rules';
import { readGivenFile } from '../../app/read-given-file';
import { type Acceptance, isSpecialAcceptance, readAcceptances } from '../../app/run/acceptance';
import { loadShippedRules } from '../../app/shipped-rules';
import { readTables } from '../../app/tables/read-tables';
import { SHIPPED_RATES, SHIPPED_RATES_ON_LIST } from '../../audit';
import { parsePersonFile, writeListFile } from '../../audit/list-file';
import { NorsktilskuddError, sha256Hex } from '../../domain';
import { pathExists } from '../../effects';
import { type ListedFile, type ListedPerson, type ListKind, listHash, openLedger, type SignedList } from '../../ledger';
import { type CliContext, say } from '../context';
import { Problems } from '../declare/problems';

/** What is proposed: of the kinds of content that of the list's own kind counts. */
interface Proposal {
  readonly kind: ListKind;
  readonly personFiles: readonly string[];
  readonly rates: readonly string[];
  readonly tables: string | undefined;
  readonly accept: readonly string[];
  readonly validFrom: string;
  readonly out: string;
  readonly db: string;
}

/** Makes the next version of a list, to be signed: what it follows is read from the ledger, where there is one. */
export function proposeList(proposal: Proposal, context: CliContext): void {
  const { kind, validFrom, out, db } = proposal;
  if (pathExists(out)) throw new NorsktilskuddError('usage', 'LIST_FILE_EXISTS', { file: out });
  const before = beforeOf(db, kind);
  const list: SignedList = {
    kind,
    version: (before.previous?.version ?? 0) + 1,
    validFrom,
    previous: before.previous === undefined ? '' : listHash(before.previous),
    approvers: kind !== 'approvers' && before.approvers !== undefined ? listHash(before.approvers) : '',
    persons: kind === 'approvers' ? proposal.personFiles.map(personIn) : [],
    files: filesOf(kind, proposal.rates, proposal.tables),
    ...(kind === 'assumptions' ? { accepted: assumptionsOf(proposal.accept, context) } : {}),
    signatures: [],
  };
  writeListFile(out, list);
  const hash = listHash(list);
  context.terminal.out(
    context.json
      ? `${JSON.stringify({ file: out, kind, version: list.version, sha256: hash })}\n`
      : say(context, 'lists.version_hash', { kind, version: list.version, out, hash }),
  );
}

/**
 * Files of a list: of rates those given and the table that ships, so that the list covers every cell that a run can use; of
 * tables those of the folder that no release had.
 */
function filesOf(kind: ListKind, rates: readonly string[], tables: string | undefined): ListedFile[] {
  if (kind === 'approvers' || kind === 'assumptions') return [];
  if (kind === 'tables') return readTables(tables).tables.filter((table) => !isReleased(table));
  const given = rates.map((file) => ({ name: basename(file), sha256: sha256Hex(readGivenFile(file, '--rates')) }));
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
  const problems = new Problems();
  for (const { name, reference } of accepted) {
    if (isSpecialAcceptance(name)) problems.add('ACCEPT_NO_ASSUMPTION', { flag: '--accept', name });
    else if (reference === '') problems.add('ACCEPT_NO_REFERENCE', { flag: '--accept', name });
  }
  problems.finish(context.commandName);
  return accepted;
}
