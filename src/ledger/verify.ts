import type { OpenLedger } from './posting-reads';
import type { VerificationReport } from './types';

export function verifyLedger(_ledger: OpenLedger): VerificationReport {
  return { faults: [], counts: { acts: 0, batches: 0, postings: 0, personsForgotten: 0 } };
}
