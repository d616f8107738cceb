import { existsSync, mkdirSync, readdirSync, readFileSync, readlinkSync, symlinkSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { writeApprovalFolder } from '../../src/audit';
import { type Ledger, openLedger } from '../../src/ledger';
import { approversList, ratesList, signedInput, signer } from '../ledger/signing-support';
import { draftOf, KARI } from '../ledger/support';
import { temporaryFolder } from '../support/temporary-folder';

const kari = signer(KARI.actor, 'runner');
const astrid = signer('Astrid', 'attestant');
const ola = signer('Ola Godkjenner', 'approver');

/** A ledger that requires signatures, with a draft that its runner has signed, and the place of the signatures. */
function signedDraft(): {
  ledger: Ledger;
  folder: string;
  attest: () => void;
  write: () => ReturnType<typeof writeApprovalFolder>;
} {
  const cwd = temporaryFolder();
  const approvers = approversList([kari, astrid, ola]);
  const ledger = openLedger(join(cwd, 'l.db'), { create: { rehearsal: true, by: KARI, approvers } });
  const rates = ratesList([{ name: 'rates.csv', sha256: 'a'.repeat(64) }], approvers, [kari, ola]);
  ledger.adoptList(rates, KARI);
  const { batch } = ledger.recordDraft(draftOf(ledger, { lines: [{ recipient: '1507', due: 1000 }] }));
  ledger.signDraft(batch.runId, signedInput(ledger, batch, kari, 'runner'));
  const folder = join(cwd, `${batch.runId}.approval`);
  return {
    ledger,
    folder,
    attest: () => void ledger.attest(batch.runId, signedInput(ledger, batch, astrid, 'attestant')),
    write: () => writeApprovalFolder(ledger, batch.runId, folder),
  };
}

const besideOf = (folder: string): string[] =>
  readdirSync(dirname(folder)).filter((name) => name.startsWith(basename(folder)));
const ROLES = ['approvers.json', 'index.json', 'index.sha256', 'rates.json', 'runner.txt'];

test('the folder grows with each signature, and its own earlier state leaves nothing behind', () => {
  const { folder, attest, write } = signedDraft();
  expect(write()).toEqual({ folder, setAside: undefined });
  expect(readdirSync(folder).sort()).toEqual(ROLES);
  attest();
  expect(write()).toEqual({ folder, setAside: undefined });
  expect(readdirSync(folder).sort()).toEqual(['approvers.json', 'attestant.txt', ...ROLES.slice(1)]);
  expect(besideOf(folder)).toEqual([basename(folder)]);
});

/** What may stand in the place of the signatures, and how it is known again. */
const FOREIGN: Readonly<Record<string, readonly [make: (folder: string) => void, read: (path: string) => string]>> = {
  'a folder with a changed file': [
    (folder) => {
      mkdirSync(folder);
      writeFileSync(join(folder, 'runner.txt'), 'forged');
    },
    (path) => readFileSync(join(path, 'runner.txt'), 'utf8'),
  ],
  'an empty folder': [(folder) => mkdirSync(folder), (path) => `forged${readdirSync(path).length}`.slice(0, 6)],
  'a folder in the folder': [
    (folder) => {
      mkdirSync(join(folder, 'runner.txt'), { recursive: true });
      writeFileSync(join(folder, 'runner.txt', 'x'), 'forged');
    },
    (path) => readFileSync(join(path, 'runner.txt', 'x'), 'utf8'),
  ],
  'a file': [(folder) => writeFileSync(folder, 'forged'), (path) => readFileSync(path, 'utf8')],
  'a link that leads nowhere': [(folder) => symlinkSync('forged', folder), (path) => readlinkSync(path)],
  'a link to another folder': [
    (folder) => {
      mkdirSync(join(dirname(folder), 'forged'));
      symlinkSync('forged', folder);
    },
    (path) => readlinkSync(path),
  ],
};

test.each(Object.entries(FOREIGN))('%s is set aside whole, told, and never written over', (_, [make, read]) => {
  const { folder, attest, write } = signedDraft();
  make(folder);
  expect(write()).toEqual({ folder, setAside: `${folder}.set-aside-1` });
  expect(read(`${folder}.set-aside-1`)).toBe('forged');
  expect(readdirSync(folder).sort()).toEqual(ROLES);
  // The same again is "already"; another foreign one gets a name of its own.
  expect(write().setAside).toBeUndefined();
  writeFileSync(join(folder, 'runner.txt'), 'forged again');
  attest();
  expect(write().setAside).toBe(`${folder}.set-aside-2`);
  expect(readFileSync(join(`${folder}.set-aside-2`, 'runner.txt'), 'utf8')).toBe('forged again');
  expect(read(`${folder}.set-aside-1`)).toBe('forged');
  expect(existsSync(join(folder, 'attestant.txt'))).toBe(true);
  expect(besideOf(folder)).toHaveLength(3);
});

test('nothing is written where nothing has been signed', () => {
  const cwd = temporaryFolder();
  const ledger = openLedger(join(cwd, 'l.db'), { create: { rehearsal: true, by: KARI } });
  const { batch } = ledger.recordDraft(draftOf(ledger, { lines: [{ recipient: '1507', due: 1000 }] }));
  const folder = join(cwd, `${batch.runId}.approval`);
  writeFileSync(folder, 'somebody');
  expect(writeApprovalFolder(ledger, batch.runId, folder)).toEqual({ folder: undefined, setAside: undefined });
  expect(readFileSync(folder, 'utf8')).toBe('somebody');
});
