import { join } from 'node:path';
import { errorDetail, NorsktilskuddError } from '../../domain';
import { makeFolder, pathExists, writeWholeFile } from '../../effects';
import { openLedger } from '../../ledger';
import { actBy } from '../acts/act';
import { approversForNewLedger } from '../approve/approvers-for-new-ledger';
import type { Installation } from '../installation';
import { loadShippedRules } from '../shipped-rules';
import type { TextFile } from '../write-folder';
import { FIRST_LIST, KEYS_FOLDER, makeSigners, type NewSigner } from './make-signers';
import { ratesTemplate, recipientsTemplate } from './template-files';

/** What a new ledger lies beside. */
export interface NewInstallation {
  /** Folder of the files and the ledger; made where it is not there. */
  readonly folder: string;
  /** Name of the ledger in it. */
  readonly ledgerName: string;
  /** Settings and their like, beside the files to fill in. */
  readonly settings: readonly TextFile[];
  /** Grant year to fill in rates and recipients for; undefined: none. */
  readonly grantYear: number | undefined;
  readonly rehearsal: boolean;
  readonly actor: string;
  /** A list of approvers is asked for by name. */
  readonly hasList: boolean;
  /** Persons for whom keys and the first list of approvers are made; none: no signatures, or a list that is there. */
  readonly signers?: readonly NewSigner[] | undefined;
  /** Of the keys that are made; empty for none. */
  readonly keyPassphrase?: string | undefined;
}

/** Names of the files to fill in. */
export function fillInFiles(grantYear: number): { readonly recipients: string; readonly rates: string } {
  return { recipients: 'recipients.csv', rates: `rates-${grantYear}.csv` };
}

/**
 * Makes a ledger with settings and, for a grant year, files to fill in; never over a file that is there.
 *
 * @throws NorsktilskuddError usage INIT_FILES_EXIST; those of approversForNewLedger()
 */
export function makeInstallation(
  installation: Pick<Installation, 'requireSignatures' | 'approversList'>,
  {
    folder,
    ledgerName,
    settings,
    grantYear,
    rehearsal,
    actor,
    hasList,
    signers = [],
    keyPassphrase = '',
  }: NewInstallation,
): { readonly files: readonly string[]; readonly db: string; readonly rates: number } {
  const db = join(folder, ledgerName);
  const files = [...settings, ...templates(grantYear)];
  const taken = signers.length === 0 ? [] : [KEYS_FOLDER, FIRST_LIST];
  refuseTaken(folder, [...files.map(({ name }) => name), ledgerName, ...taken]);
  makeFolder(folder);
  const made = signers.length === 0 ? undefined : makeSigners(folder, signers, keyPassphrase);
  const list = made === undefined ? {} : { approversList: made.list };
  const approvers = approversForNewLedger(
    { ...installation, ...list, db },
    { hasList: hasList || made !== undefined, rehearsal, newLedger: true },
  );
  for (const { name, text } of files) writeWholeFile(join(folder, name), text);
  const create = { rehearsal, by: actBy({ actor }), ...(approvers === undefined ? {} : { approvers }) };
  openLedger(db, { create }).close();
  const rates = files.find(({ name }) => name.startsWith('rates-'));
  return {
    files: [...files.map(({ name }) => join(folder, name)), ...(made?.files ?? [])],
    db,
    rates: rowsOf(rates?.text ?? ''),
  };
}

/** Rows below the heading. */
export function rowsOf(text: string): number {
  return Math.max(0, text.trimEnd().split('\n').length - 1);
}

function templates(grantYear: number | undefined): TextFile[] {
  if (grantYear === undefined) return [];
  const rules = loadShippedRules();
  const { recipients, rates } = fillInFiles(grantYear);
  return [
    { name: recipients, text: recipientsTemplate(rules, grantYear) },
    { name: rates, text: ratesTemplate(rules, grantYear) },
  ];
}

function refuseTaken(folder: string, names: readonly string[]): void {
  const taken = names.map((name) => join(folder, name)).filter(pathExists);
  if (taken.length === 0) return;
  const details = taken.map((name) => errorDetail('FILE_EXISTS', { name }));
  throw new NorsktilskuddError('usage', 'INIT_FILES_EXIST', { folder }, details);
}
