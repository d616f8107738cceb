import { holdDocument, LONG } from '../cli/played-document';
import { temporaryFolder } from '../support/temporary-folder';

const work = temporaryFolder();

test.each(LONG)(
  'every command of %s works and prints what stands there (GOLDEN=write writes it)',
  (name) => holdDocument(name, work),
  240_000,
);
