import { type ErrorDetail, type Finding, type MessageParams, NorsktilskuddError } from '../../domain';
import type { RejectLog } from './reject-log';

/**
 * An extract that may not be calculated with, after everything that is wrong with it has been found. Carries what
 * rejected.csv and findings.csv are written from.
 */
export class ExtractRejected extends NorsktilskuddError {
  readonly rejects: RejectLog;
  readonly findings: readonly Finding[];

  constructor(code: string, params: MessageParams, details: ErrorDetail[], rejects: RejectLog, findings: Finding[]) {
    super('input', code, params, details);
    this.name = 'ExtractRejected';
    this.rejects = rejects;
    this.findings = findings;
  }
}
