import { resolve } from 'node:path';
import { realPath } from '../../effects';
import type { Installation } from '../installation';
import { absolute } from './requests';

/** An installation: where its things lie, and what holds for all that is done with it. Paths from the current folder. */
export interface NorsktilskuddOptions extends Partial<Omit<Installation, 'db' | 'as'>> {
  /** The ledger, an SQLite file; snapshots, runs, the key of the pseudonyms and the access log lie beside it. */
  readonly ledger: string;
  /** Who acts where a call says nobody else. */
  readonly actor?: string;
}

/** The installation that options speak of: what they leave out is as the commands have it without settings. */
export function installationOf(options: NorsktilskuddOptions): Installation {
  const db = realPath(resolve(options.ledger));
  return {
    db,
    runsFolder: absolute(options.runsFolder),
    pseudonymKeyFile: absolute(options.pseudonymKeyFile) ?? `${db}.d/pseudonym.key`,
    rates: (options.rates ?? []).map((file) => resolve(file)),
    recipients: absolute(options.recipients),
    columns: absolute(options.columns),
    readingLimits: options.readingLimits ?? {},
    approvers: options.approvers,
    approversList: absolute(options.approversList),
    requireSignatures: options.requireSignatures ?? false,
    keyFile: absolute(options.keyFile),
    keyPassphrase: options.keyPassphrase ?? '',
    limits: options.limits ?? {},
    payment: options.payment,
    letters: options.letters,
    as: options.actor,
  };
}
