import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { LONG, played, ROOT } from '../cli/played-document';
import { temporaryFolder } from '../support/temporary-folder';

const work = temporaryFolder();

test.each(LONG)(
  'every command of %s works and prints what stands there (GOLDEN=write writes it)',
  async (name) => {
    const { is, shouldBe } = await played(name, work);
    if (process.env.GOLDEN === 'write') writeFileSync(join(ROOT, name), shouldBe);
    else expect(is).toBe(shouldBe);
  },
  240_000,
);
