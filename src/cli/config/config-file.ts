import { z } from 'zod';
import { readJsonFile } from '../../app/read-json-file';

const whole = (description: string) => z.number().int().min(0).describe(description).optional();
const percent = (description: string) => z.number().min(0).describe(description).optional();
const path = (description: string) => z.string().min(1).describe(description);

/** What norsktilskudd.json may hold (data contract 3). Every key may be left out; an unknown key is refused. */
const CONFIG_SCHEMA = z
  .strictObject({
    $schema: z.string().optional().describe('Where editors find the schema of this file.'),
    ledger: path('The ledger, an SQLite file. Flag --db.').optional(),
    runs_folder: path('Folder in which every run gets a folder of its own. Default: <ledger>.d/runs.').optional(),
    recipients: path('recipients.csv: names, organisation numbers and accounts. Flag --recipients.').optional(),
    rates: z
      .array(path('A rates file.'))
      .describe('Rates files, later ones win cell by cell. Flag --rates.')
      .optional(),
    columns: path('Names of columns in the extract, as JSON. Flag --columns.').optional(),
    pseudonym_key_file: path(
      'Key of the pseudonyms, made at first use. Default: <ledger>.d/pseudonym.key. Flag --pseudonym-key-file.',
    ).optional(),
    approvers: z
      .array(z.string().min(1))
      .min(1)
      .describe('Names of those who may approve. Left out: anyone but the one who ran it.')
      .optional(),
    require_signatures: z
      .boolean()
      .describe(
        'true: no batch of a real ledger is approved without signatures, and a new ledger needs approvers_list.',
      )
      .optional(),
    approvers_list: path('First list of approvers, for a ledger that is made. Flag --approvers.').optional(),
    key_file: path('Your private key, for sign, attest and approve. Flag --key.').optional(),
    limits: z
      .strictObject({
        reject_percent: z
          .number()
          .min(0)
          .max(100)
          .describe('Rejected rows, in percent of a table, up to which a run goes on. Flag --reject-limit.')
          .optional(),
        fewer_persons_percent: z
          .number()
          .min(0)
          .max(100)
          .describe(
            'Fewer persons or hours rows than in the extract posted last, in percent, above which approval wants --accept fewer-persons. Default 2.',
          )
          .optional(),
        appropriation_nok: z
          .record(z.string().regex(/^\d{4}$/), z.number().int().min(0))
          .describe(
            'Appropriation in kroner by grant year ("2018": 815000000), above which approval wants --accept above-appropriation. Flag --appropriation.',
          )
          .optional(),
        line_bytes: whole('Bytes of a line of an extract. At most 1 048 576, which holds where it is left out.'),
        field_bytes: whole('Bytes of a field of an extract. At most 65 536, which holds where it is left out.'),
        rejects_listed: whole('Rejected values listed; the rest is counted. At most 1 000 000, the default.'),
        persons: whole('Persons with a line, above which approval wants a reason.'),
        paid_nok: whole('Kroner paid by a batch, above which approval wants a reason.'),
        recipient_paid_nok: whole('Kroner paid to one recipient, above which approval wants a reason.'),
        corrections_nok: whole('Kroner taken back by corrections, above which approval wants a reason.'),
        persons_change_percent: percent('Change in persons from the same term last year that wants a reason.'),
        paid_change_percent: percent('Change in kroner paid from the same term last year that wants a reason.'),
      })
      .optional(),
    language: z.enum(['nb', 'en']).describe('Language of the terminal. Flag --lang.').optional(),
  })
  .meta({ title: 'norsktilskudd.json', description: 'Settings of norsktilskudd. Flags and environment go before it.' });

export type ConfigFile = z.infer<typeof CONFIG_SCHEMA>;

/** The published JSON schema of the file, as text. */
export function configJsonSchema(): string {
  return `${JSON.stringify(z.toJSONSchema(CONFIG_SCHEMA), null, 2)}\n`;
}

/** Reads and checks a configuration file. All that is wrong with it is said at once (kind input, exit 3). */
export function readConfigFile(file: string): ConfigFile {
  return readJsonFile(file, CONFIG_SCHEMA, 'CONFIG_REFUSED', '--config');
}
