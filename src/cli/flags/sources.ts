import { join } from 'node:path';
import type { StepSettings } from '../../app';
import { COMPONENTS } from '../../domain';
import { pathExists } from '../../effects';
import { demanded, isGiven, required } from '../declare/flag';
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

/** A source that the help of a command does not tell of. */
export function hidden<T>(source: Source<T>): Source<T> {
  return { words: [], read: (call) => source.read(call) };
}

/** What lies beside a ledger. */
const beside = hidden(db);
/** Cases of a ledger count where it is named with the question (rulebook 8.4); what lies beside it is read without it, too. */
export const withCases = combine(
  { ledger: beside, isNamed: hidden(isGiven(SETTINGS.db)) },
  ({ ledger = '', isNamed }): boolean => {
    return isNamed === true && pathExists(ledger);
  },
);
export const snapshotFolder = mapped(beside, (ledger) => join(`${ledger}.d`, 'snapshots'));
export const runsFolder = combine(
  { given: SETTINGS.runsFolder, ledger: beside },
  ({ given, ledger }): string => given ?? join(`${ledger}.d`, 'runs'),
);
export const pseudonymKeyFile = combine(
  { given: SETTINGS.pseudonymKeyFile, ledger: beside },
  ({ given, ledger }): string => given ?? join(`${ledger}.d`, 'pseudonym.key'),
);

/** Who does it. */
export const actor = required(SETTINGS.as);
/** Who does it, where that may be left out. */
export const actorIfNamed = withDefault(SETTINGS.as, '');

/** Somebody says that a clock far ahead of the ledger is right. */
export const acceptClock = mapped(FLAGS.acceptClock, (names) => names.length > 0);

/** Why, for the journal. */
export const requiredReason = required(FLAGS.reason);

/** What acts are signed with, and whether they must be. */
export const signing = {
  keyFile: SETTINGS.keyFile,
  keyPassphrase: withDefault(SETTINGS.keyPassphrase, ''),
  requireSignatures: withDefault(SETTINGS.requireSignatures, false),
} as const;

/** Who acts in which ledger, and with which key. */
export const signedAct = { db, actor, ...signing, acceptClock } as const;

/** The first list of approvers of a ledger that is made, and whether the command line names it. */
export const firstApprovers = {
  approversList: SETTINGS.approversList,
  hasList: mapped(SETTINGS.approversList.alone, (file) => file !== undefined),
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

const APPROPRIATION_KEY = 'limits.appropriation_nok.';

/** The appropriation of the grant year; in the file it stands by year. */
export const appropriationOfYear = appropriationOf(FLAGS.year.name);

/** The same where the year is another word of the command line. */
export function appropriationOf(yearWord: string): Source<number | undefined> {
  return {
    words: SETTINGS.appropriation.words,
    read(call) {
      const read = SETTINGS.appropriation.read(call);
      if (read === undefined || read.value !== undefined) return read;
      const [year = ''] = call.given(yearWord) ?? [];
      const [inFile] = call.settings().file?.values.get(`${APPROPRIATION_KEY}${year}`) ?? [];
      return { value: inFile === undefined ? undefined : Number(inFile) };
    },
  };
}

/** Appropriations of the configuration file by grant year, the earliest first. */
export const appropriationsByYear: Source<ReadonlyMap<number, number>> = {
  words: [],
  read(call) {
    const found = [...(call.settings().file?.values ?? [])].flatMap(([key, [nok = '']]) => {
      const year = key.startsWith(APPROPRIATION_KEY) ? key.slice(APPROPRIATION_KEY.length) : '';
      return year === '' ? [] : [[Number(year), Number(nok)] as const];
    });
    return { value: new Map(found.sort(([one], [other]) => one - other)) };
  },
};

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

/** How a register is read; D is that of a whole year. */
const reading = { asOf: FLAGS.asOfYear, rejectLimitPercent, columns: SETTINGS.columns, readingLimits } as const;

/** What every analysis of a year reads. */
export const analysis = { place, grantYear: required(FLAGS.year), ...reading } as const;

/** What those say nothing of in their help that are of no rates and leave no component out. */
export const unseenRates = { rates: hidden(SETTINGS.rates), excluded: hidden(excluded) } as const;

/** What every command reads that works on sizings. */
export const sizing = {
  place: placeIfNamed,
  withCases,
  grantYear: FLAGS.year,
  ...reading,
  rates: SETTINGS.rates,
  excluded,
  db,
} as const;

/** Who looks, and by which key persons are named: of commands that say nothing of it in their help. */
export const unseenActor = { as: hidden(SETTINGS.as), pseudonymKeyFile: hidden(pseudonymKeyFile) } as const;

/** What of the settings decides what comes next. */
export const stepSettings: Source<StepSettings> = {
  words: [],
  read(call) {
    const folder = call.settings().file?.folder;
    const rates = SETTINGS.rates.read(call)?.value ?? [];
    const grantYear = SETTINGS.grantYear.read(call)?.value;
    const hasPayer = SETTINGS.payment.read(call)?.value !== undefined;
    const recipients = SETTINGS.recipients.read(call)?.value;
    return {
      value: { hasPayer, recipients, rates, grantYear, settingsFolder: folder === call.terminal.cwd ? '' : folder },
    };
  },
};
