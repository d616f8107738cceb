import * as z from 'zod';
import type { Finding, FindingCode } from '../../domain';
import type { Reject } from '../rejects/reject-log';
import { REJECT_RULES } from '../rejects/reject-rules';

const PARAMS = z.record(z.string(), z.union([z.string(), z.number()]));

const REJECTS = z.array(
  z.object({
    file: z.string(),
    line: z.number(),
    column: z.string(),
    rule: z.enum(REJECT_RULES),
    params: PARAMS,
    value: z.string(),
    personId: z.number(),
  }),
);

const FINDINGS = z.array(
  z.object({
    severity: z.enum(['error', 'warning', 'info']),
    code: z.custom<FindingCode>((code) => typeof code === 'string'),
    file: z.string(),
    line: z.number(),
    column: z.string(),
    personId: z.number(),
    kommune: z.string(),
    params: PARAMS,
  }),
);

/** A page of rejects as the snapshot writer stored it. */
export function parseRejectPage(bytes: Buffer): Reject[] {
  return REJECTS.parse(JSON.parse(bytes.toString('utf8')));
}

/** A page of findings. */
export function parseFindingPage(bytes: Buffer): Finding[] {
  return FINDINGS.parse(JSON.parse(bytes.toString('utf8')));
}
