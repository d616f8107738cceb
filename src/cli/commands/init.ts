import { join, resolve } from 'node:path';
import { NorsktilskuddError } from '../../domain';
import { makeFolder, pathExists, writeWholeFile } from '../../effects';
import type { CommandModule } from '../command-table';
import { configJsonSchema } from '../config/config-file';
import { CONFIG_FILE_NAME } from '../config/settings';
import { type CliContext, say } from '../context';
import { addFlags } from '../flag-table';
import { examplesText } from '../program';

const SCHEMA_FILE_NAME = 'norsktilskudd.schema.json';

/** `init [FOLDER]`: writes a configuration file with its schema, never over a file that is there. */
export const initCommand: CommandModule = {
  configure(command, context) {
    command
      .description(
        say(context, {
          nb: 'Lager innstillinger og skjemaet deres i en mappe.',
          en: 'Makes settings and their schema in a folder.',
        }),
      )
      .argument(
        '[folder]',
        say(context, { nb: 'mappen (ellers den du står i)', en: 'the folder (default the current one)' }),
      )
      .addHelpText('before', examplesText(context, ['norsktilskudd init', 'norsktilskudd init tilskudd/']))
      .action((folder: string | undefined) => initialise(resolve(context.terminal.cwd, folder ?? '.'), context));
    addFlags(command, context, 'json');
  },
};

function initialise(folder: string, context: CliContext): void {
  const files = [
    { path: join(folder, CONFIG_FILE_NAME), text: defaultConfig() },
    { path: join(folder, SCHEMA_FILE_NAME), text: configJsonSchema() },
  ];
  const taken = files.filter((file) => pathExists(file.path));
  if (taken.length > 0) {
    const details = taken.map((file) => ({ code: 'FILE_EXISTS', params: { name: file.path } }));
    throw new NorsktilskuddError('usage', 'INIT_FILES_EXIST', { folder }, details);
  }
  makeFolder(folder);
  for (const file of files) writeWholeFile(file.path, file.text);
  const { out } = context.terminal;
  if (context.json) out(`${JSON.stringify({ files: files.map((file) => file.path) })}\n`);
  else for (const file of files) out(`${say(context, { nb: 'skrev', en: 'wrote' })} ${file.path}\n`);
}

function defaultConfig(): string {
  const config = { $schema: `./${SCHEMA_FILE_NAME}`, ledger: 'norsktilskudd.db', language: 'nb' };
  return `${JSON.stringify(config, null, 2)}\n`;
}
