import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { z } from 'zod';
import { type Ledger, openLedger } from '../../src/ledger';
import { cli } from '../cli/support';
import { isOfClaim } from '../oracle/acts';
import { FILE_HEADERS, type OracleFiles } from '../oracle/files';
import type { OracleCommand } from '../oracle/run';
import { caseActsOf } from './case-acts';
import { missingText, type Played, type Player, REJECTED } from './player';

const RUNNER = { actor: 'runner', at: '2030-01-01T00:00:00Z', build: 'test' };
const APPROVER = { ...RUNNER, actor: 'approver' };

/** Cases among which acts are spread, so that each krone can stand under the wrong one. */
const CASES = 3;

const drafted = z.object({ run_id: z.string() });

/** The program's own commands with a rehearsal ledger in the work folder. */
export function programPlayer(workFolder: string): Player {
  const call = async (...argv: string[]): Promise<{ code: number; out: string; err: string }> => {
    return cli(workFolder, [...argv, '--db', 'ledger.db', '--json']);
  };
  const draft = async (...argv: string[]): Promise<string> => {
    const { code, out, err } = await call(...argv, '--rehearsal', '--as', 'runner');
    if (code !== 0) throw new Error(`${argv[0]} ended with ${code}: ${err}`);
    return drafted.parse(JSON.parse(out)).run_id;
  };
  const approve = async (runId: string): Promise<void> => {
    const { code, err } = await call('approve', runId, '--as', 'approver');
    if (code !== 0) throw new Error(`approve ended with ${code}: ${err}`);
  };
  const posted = new Set<string>();
  let runs = 0;
  let runId = '';
  let term = '';
  const numbers = new Map<number, number>();
  const decide = (work: (ledger: Ledger) => void): void => {
    const path = join(workFolder, 'ledger.db');
    const create = existsSync(path) ? {} : { create: { rehearsal: true, by: RUNNER } };
    const ledger = openLedger(path, create);
    try {
      while (ledger.cases().length < CASES) {
        const about = { kind: 'error', recipient: 0, personId: 0, reference: '18/1' } as const;
        ledger.openCase({ ...RUNNER, ...about, reason: 'test', salt: '5a17' });
      }
      work(ledger);
    } finally {
      ledger.close();
    }
  };
  return {
    async confirm(act) {
      decide((ledger) => {
        const key = isOfClaim(act.kind) && act.key !== '' ? String(numbers.get(Number(act.key))) : act.key;
        const caseNumber = 1 + (act.act % CASES);
        for (const { act: _, caseNumber: __, order: ___, ...details } of caseActsOf([{ ...act, key }])) {
          const proposed = ledger.proposeCaseAct({ ...RUNNER, caseNumber, details, reason: 'test', salt: '5a17' });
          ledger.confirmCaseAct(proposed.act, APPROVER);
          numbers.set(act.act, proposed.act);
        }
      });
    },
    async claimed() {}, // its ledger moves the money itself
    async withdraw(act) {
      decide((ledger) => {
        const withdrawal = ledger.withdrawCaseAct(numbers.get(act) ?? 0, { ...RUNNER, reason: 'test', salt: '5a17' });
        ledger.confirmCaseAct(withdrawal.act, APPROVER);
      });
    },
    async open(_opening, postings, balances) {
      await approve(
        await draft('open-ledger', '--postings', postings, ...(balances === undefined ? [] : ['--balances', balances])),
      );
    },
    async run(command, extract, rates): Promise<Played> {
      runs += 1;
      term = `${command.year}/${command.term}`;
      const out = join(workFolder, `run-${runs}`);
      const flags = ['--extract', extract, '--rates', rates, '--out', out, ...flagsOf(command)];
      if (posted.has(term)) flags.push('--supplement');
      const answer = await call('run', ...flags, '--rehearsal', '--as', 'runner');
      if (answer.code === 3) return { stop: REJECTED };
      if (answer.code === 4) return { stop: missingText(missingCells(answer.err)) };
      if (answer.code !== 0) throw new Error(`run ended with ${answer.code}: ${answer.err}`);
      runId = drafted.parse(JSON.parse(answer.out)).run_id;
      return { files: filesOf(out) };
    },
    async post() {
      await approve(runId);
      posted.add(term);
    },
    async postAndAnnul() {
      await approve(runId);
      posted.add(term);
      const ledger = openLedger(join(workFolder, 'ledger.db'));
      try {
        const { batch } = ledger.recordAnnulment(runId, { ...RUNNER, reason: 'test' });
        const { manifestHash, ruleLockHash, parametersHash, payments, paidNok, correctionsNok } = batch;
        const { personsCorrected, heldNok } = batch;
        const reviewed = { manifestHash, ruleLockHash, parametersHash, payments, paidNok, correctionsNok };
        ledger.approve(batch.runId, {
          ...APPROVER,
          role: 'approver',
          reviewed: { ...reviewed, personsCorrected, heldNok },
        });
      } finally {
        ledger.close();
      }
    },
  };
}

function flagsOf(command: OracleCommand): string[] {
  const flags = ['--year', String(command.year), '--term', String(command.term), '--as-of', command.asOf];
  for (const component of command.excluded) flags.push('--exclude', component);
  if (command.rejectLimit !== undefined) flags.push('--reject-limit', String(command.rejectLimit));
  return flags;
}

/** Cells that the message of a stopped run names, with the number of those who need each. */
function missingCells(message: string): string[] {
  return [...message.matchAll(/([a-z0-9_.]+\/\d{4}\/[a-z]+) is missing; (\d+) /g)].map(
    (match) => `${match[1]} ${match[2]}`,
  );
}

/** The compared columns of the run folder's files, in the order in which the program wrote the rows. */
function filesOf(folder: string): OracleFiles {
  return Object.fromEntries(
    Object.entries(FILE_HEADERS).map(([file, header]) => {
      const rows: Record<string, string>[] = parse(readFileSync(join(folder, file), 'utf8'), { columns: true });
      return [
        file,
        rows.map((row) =>
          header
            .split(',')
            .map((column) => row[column] ?? `no ${column}`)
            .join(','),
        ),
      ];
    }),
  );
}
