import { join } from 'node:path';
import { COMPONENTS } from '../../domain';
import { demanded, required } from '../declare/flag';
import { combine, mapped, type Source, withDefault } from '../declare/source';
import { FLAGS } from './flags';
import { ledgerFile, SETTINGS } from './settings';

/** Name of the ledger where none is given. */
export const DEFAULT_LEDGER = 'norsktilskudd.db';

/** The ledger, by whatever way it is named. */
export const db: Source<string> = {
  words: SETTINGS.db.words,
  read(call) {
    const read = SETTINGS.db.read(call);
    if (read === undefined || read.value !== undefined) return read && { value: read.value ?? '' };
    const place = { name: SETTINGS.db.name, folder: call.terminal.cwd, problems: call.problems };
    return { value: ledgerFile(DEFAULT_LEDGER, place) ?? '' };
  },
};

/** What lies beside a ledger. Its own flag is no flag of the commands that use it. */
const beside = { ...db, words: [] };
export const snapshotFolder = mapped(beside, (ledger) => join(`${ledger}.d`, 'snapshots'));
export const runsFolder = combine(
  { given: SETTINGS.runsFolder, ledger: beside },
  ({ given, ledger }) => given ?? join(`${ledger}.d`, 'runs'),
);
export const pseudonymKeyFile = combine(
  { given: SETTINGS.pseudonymKeyFile, ledger: beside },
  ({ given, ledger }) => given ?? join(`${ledger}.d`, 'pseudonym.key'),
);

/** Who does it. */
export const actor = required(SETTINGS.as);
/** Who does it, where that may be left out. */
export const actorIfNamed = withDefault(SETTINGS.as, '');

/** True where somebody says that a clock far ahead of the ledger is right. */
export const acceptClock = mapped(FLAGS.acceptClock, (names) => names.length > 0);

/** What acts are signed with, and whether they must be. */
export const signing = {
  keyFile: SETTINGS.keyFile,
  keyPassphrase: withDefault(SETTINGS.keyPassphrase, ''),
  requireSignatures: withDefault(SETTINGS.requireSignatures, false),
} as const;

/** Limits of a batch, above which its approval wants a reason. */
export const limits = combine(
  {
    persons: SETTINGS.persons,
    paid_nok: SETTINGS.paid,
    recipient_paid_nok: SETTINGS.recipientPaid,
    corrections_nok: SETTINGS.corrections,
    persons_change_percent: SETTINGS.personsChange,
    paid_change_percent: SETTINGS.paidChange,
  },
  (given) => given,
);

/** Limits of reading that the configuration file lowers. */
export const readingLimits = combine(
  { lineBytes: SETTINGS.lineBytes, fieldBytes: SETTINGS.fieldBytes, rejectsListed: SETTINGS.rejectsListed },
  (given) => given,
);

/** Components that are left out, in the order of the components. */
export const excluded = mapped(FLAGS.exclude, (given) => COMPONENTS.filter((component) => given.includes(component)));

/** Percent of rejected rows up to which a run goes on; null: none. */
export const rejectLimitPercent = mapped(SETTINGS.rejectLimit, (percent) => percent ?? null);

/** Names of those who may approve; undefined: anyone but the one who ran it. */
export const approvers = mapped(SETTINGS.approvers, (names) => (names.length === 0 ? undefined : names));

/** The register that is named; undefined where none is. */
export const placeIfNamed = combine({ extract: FLAGS.extract, snapshotId: FLAGS.snapshot }, (given, problems) => {
  const { extract, snapshotId } = given;
  if (extract !== undefined && snapshotId !== undefined) {
    problems.add('FLAGS_EXCLUDE', { flags: '--extract, --snapshot' });
  }
  if (snapshotId !== undefined) return { snapshotId };
  return extract === undefined ? undefined : { extract };
});

/** The register of a command that can do nothing without one. */
export const place = demanded(placeIfNamed, FLAGS.extract.name);
