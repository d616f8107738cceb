import { checkWorld } from '../cli/explain/truth/check-world';
import { playWorld } from '../cli/explain/truth/explained-world';
import { caseNames } from '../golden/scenario';
import { temporaryFolder } from '../support/temporary-folder';

test.each(caseNames())(
  'every line and every held person of %s: each address holds what is told of it, and each sum is right',
  async (name) => {
    expect(checkWorld(await playWorld(temporaryFolder(), name))).toBeGreaterThan(0);
  },
);
