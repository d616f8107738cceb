import { resolve } from 'node:path';
import { type LetterSettings, letterSettings, type PaymentSettings, paymentSettings } from '../../app';
import { isFolder, pathExists, realPath } from '../../effects';
import { LANGUAGES } from '../../messages';
import { flag, flagList, setting, settingList } from '../declare/flag';
import { choice, type Kind, kroner, openedFile, path, percent, personName, text } from '../declare/kinds';

/**
 * Everything that can be set elsewhere than in a flag: each with its flag, kind, variable of the environment and key of
 * the configuration file, in the order in which the published schema lists those.
 */
export const SETTINGS = {
  config: flag('config', '--config <file>', path, { environment: 'NORSKTILSKUDD_CONFIG' }),
  db: flag('db', '--db <file>', ledgerFile, {
    environment: 'NORSKTILSKUDD_DB',
    file: { key: 'ledger', shape: 'path', about: 'The ledger, an SQLite file.' },
  }),
  runsFolder: setting(path, {
    environment: 'NORSKTILSKUDD_RUNS_FOLDER',
    file: {
      key: 'runs_folder',
      shape: 'path',
      about: 'Folder in which every run gets a folder of its own. Default: <ledger>.d/runs.',
    },
  }),
  recipients: flag('recipients', '--recipients <file>', path, {
    environment: 'NORSKTILSKUDD_RECIPIENTS',
    file: {
      key: 'recipients',
      shape: 'path',
      about: 'recipients.csv: names, organisation numbers and accounts.',
    },
  }),
  rates: flagList('rates', '--rates <file>', path, {
    environment: 'NORSKTILSKUDD_RATES',
    file: { key: 'rates', shape: 'paths', about: 'Rates files, later ones win cell by cell.' },
  }),
  columns: flag('columns', '--columns <file>', path, {
    environment: 'NORSKTILSKUDD_COLUMNS',
    file: { key: 'columns', shape: 'path', about: 'Names of columns in the extract, as JSON.' },
  }),
  pseudonymKeyFile: flag('pseudonymKeyFile', '--pseudonym-key-file <file>', openedFile, {
    environment: 'NORSKTILSKUDD_PSEUDONYM_KEY_FILE',
    file: {
      key: 'pseudonym_key_file',
      shape: 'path',
      about: 'Key of the pseudonyms, made at first use. Default: <ledger>.d/pseudonym.key.',
    },
  }),
  approvers: settingList(text, {
    file: {
      key: 'approvers',
      shape: 'names',
      about: 'Names of those who may approve. Left out: anyone but the one who ran it.',
    },
  }),
  requireSignatures: setting(isTrue, {
    file: {
      key: 'require_signatures',
      shape: 'boolean',
      about: 'true: no batch of a real ledger is approved without signatures, and a new ledger needs approvers_list.',
    },
  }),
  approversList: flag('approvers', '--approvers <file>', openedFile, {
    environment: 'NORSKTILSKUDD_APPROVERS',
    file: { key: 'approvers_list', shape: 'path', about: 'First list of approvers, for a ledger that is made.' },
  }),
  keyFile: flag('key', '--key <file>', openedFile, {
    environment: 'NORSKTILSKUDD_KEY',
    file: { key: 'key_file', shape: 'path', about: 'Your private key, for sign, attest and approve.' },
  }),
  keyPassphrase: setting(text, { environment: 'NORSKTILSKUDD_KEY_PASSPHRASE' }),
  as: flag('as', '--as <name>', personName, { environment: 'NORSKTILSKUDD_AS' }),
  rejectLimit: flag('rejectLimit', '--reject-limit <percent>', percent, {
    environment: 'NORSKTILSKUDD_REJECT_LIMIT',
    file: {
      key: 'limits.reject_percent',
      shape: { percentUpTo: 100 },
      about: 'Rejected rows, in percent of a table, up to which a run goes on.',
    },
  }),
  fewerPersonsPercent: setting(Number, {
    file: {
      key: 'limits.fewer_persons_percent',
      shape: { percentUpTo: 100 },
      about:
        'Fewer persons or hours rows than in the extract posted last, in percent, above which approval wants --accept fewer-persons. Default 2.',
    },
  }),
  appropriation: flag('appropriation', '--appropriation <kroner>', kroner, {
    file: {
      key: 'limits.appropriation_nok',
      shape: 'nokByYear',
      about:
        'Appropriation in kroner by grant year ("2018": 815000000), above which approval wants --accept above-appropriation.',
    },
  }),
  lineBytes: limit('line_bytes', 'Bytes of a line of an extract. At most 1 048 576, which holds where it is left out.'),
  fieldBytes: limit('field_bytes', 'Bytes of a field of an extract. At most 65 536, which holds where it is left out.'),
  rejectsListed: limit(
    'rejects_listed',
    'Rejected values listed; the rest is counted. At most 1 000 000, the default.',
  ),
  persons: limit('persons', 'Persons with a line, above which approval wants a reason.'),
  paid: limit('paid_nok', 'Kroner paid by a batch, above which approval wants a reason.'),
  recipientPaid: limit('recipient_paid_nok', 'Kroner paid to one recipient, above which approval wants a reason.'),
  corrections: limit('corrections_nok', 'Kroner taken back by corrections, above which approval wants a reason.'),
  personsChange: change(
    'persons_change_percent',
    'Change in persons from the same term last year that wants a reason.',
  ),
  paidChange: change('paid_change_percent', 'Change in kroner paid from the same term last year that wants a reason.'),
  payment: setting(payer, {
    file: { key: 'payment', shape: 'payment', about: 'Who pays, by which channel and how; see doctor --payment.' },
  }),
  grantYear: setting(Number, {
    file: {
      key: 'grant_year',
      shape: 'wholeNumber',
      about: 'Grant year that is worked on: what `status` proposes before anything has been posted.',
    },
  }),
  letters: setting(letterWriter, {
    file: { key: 'letters', shape: 'letters', about: 'Who writes grant letters, and with which approved texts.' },
  }),
  chromium: setting(path, { environment: 'NORSKTILSKUDD_CHROMIUM' }),
  lang: flag('lang', '--lang <language>', choice(...LANGUAGES), {
    environment: 'NORSKTILSKUDD_LANG',
    file: { key: 'language', shape: { oneOf: LANGUAGES }, about: 'Language of the terminal.' },
  }),
} as const;

/** A limit of the file: it has been checked there. */
function limit(name: string, about: string) {
  return setting(Number, { file: { key: `limits.${name}`, shape: 'wholeNumber', about } });
}

function change(name: string, about: string) {
  return setting(Number, { file: { key: `limits.${name}`, shape: 'percent', about } });
}

/** What stands under `payment`, as the file was checked; paths are taken from its folder. */
function payer(given: string, { folder }: Parameters<Kind<PaymentSettings>>[1]): PaymentSettings {
  const settings = paymentSettings(JSON.parse(given));
  const profile = settings.ledgerFileProfile;
  return profile === undefined ? settings : { ...settings, ledgerFileProfile: resolve(folder, profile) };
}

/** What stands under `letters`, as the file was checked; the path of the texts is taken from its folder. */
function letterWriter(given: string, { folder }: Parameters<Kind<LetterSettings>>[1]): LetterSettings {
  const settings = letterSettings(JSON.parse(given));
  return settings.texts === undefined ? settings : { ...settings, texts: resolve(folder, settings.texts) };
}

function isTrue(given: string): boolean {
  return given === 'true';
}

/**
 * The path of a ledger without links, so that the same things stand beside it by whatever name it is opened. Only where
 * they stand beside the link (earlier versions put them there) that name is kept.
 */
export function ledgerFile(...[given, place]: Parameters<Kind<string>>): string | undefined {
  const named = resolve(place.folder, given);
  const real = realPath(named);
  const standBesideLink = isFolder(`${named}.d`) && (!isFolder(`${real}.d`) || pathExists(`${named}.d/posted.txt`));
  const kept = standBesideLink && realPath(`${named}.d`) !== realPath(`${real}.d`) ? named : real;
  return openedFile(kept, place);
}
