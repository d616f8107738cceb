import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { standalone } from '../audit/verify/standalone';
import { playCase } from '../golden/play-case';
import { caseNames } from '../golden/scenario';

test.each(caseNames())(
  'golden case %s: the verifiers that stand alone find no fault, run by run and in a row',
  async (name) => {
    const posted: string[] = [];
    const faults = await playCase(name, async (out, _, work) => {
      posted.push(out);
      const key = ['--key', join(work, 'ledger.db.d', 'pseudonym.key')];
      expect(existsSync(join(out, 'manifest.json'))).toBe(true);
      return [standalone(out, ...key), standalone(...posted, ...key)].flatMap(({ code, err }) =>
        code === 0 ? [] : [err],
      );
    });
    expect(faults).toEqual([]);
  },
);
