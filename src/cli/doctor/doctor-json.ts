import { type DoctorReport, OUTCOME_PLACES, type RegisterSummary, type Tally } from '../../app';
import { asDay, at, CATEGORIES, DECISION_KINDS, FAR_PAST, formatDay, LAWS, OUTCOMES } from '../../domain';
import type { CliContext } from '../context';
import { detailsJson } from '../failure-report';
import { findingGroupsJson } from '../finding-text';

/** The page of `doctor` for programs. */
export function doctorJson(report: DoctorReport, context: CliContext): string {
  const { content, grantYear, asOf, rejectedRows } = report;
  const about = content
    ? {
        taken_at: content.imported.takenAt,
        source: content.imported.source,
        files: content.imported.files.map(({ rejectedRows: rejected, ...file }) => ({
          ...file,
          rejected_rows: rejected,
        })),
        content: summaryJson(content.summary),
      }
    : {};
  return `${JSON.stringify({
    readable: content !== undefined,
    ...about,
    grant_year: grantYear,
    as_of: asOf,
    rejected_rows: rejectedRows,
    rejected: detailsJson(report.rejected, context.language),
    findings: findingGroupsJson(report.findings, context),
  })}\n`;
}

function summaryJson(summary: RegisterSummary): object {
  const none = summary.lastRegistered === FAR_PAST;
  return {
    persons: summary.persons,
    protected_addresses: summary.protectedPersons,
    shared_national_ids: summary.sharedNationalIds,
    persons_with_rejected_rows: summary.withheld,
    without_target_group: summary.withoutTargetGroup,
    without_residence: summary.withoutResidence,
    emigrated_before_entry: summary.emigratedBeforeEntry,
    entered: Object.fromEntries(summary.entryYears.ascending()),
    laws: named(summary.laws, (law) => at(LAWS, law)[0]),
    categories: named(summary.categories, (category) => at(CATEGORIES, category)[0]),
    decisions: named(summary.decisions, decisionName),
    kommuner: summary.kommuner.size,
    reception_centre_rows: summary.receptionCentreRows,
    hours_rows: Object.fromEntries(summary.hoursRows.ascending()),
    hours_hundredths: Object.fromEntries(summary.hoursHundredths.ascending()),
    hours_rows_registered_late: summary.lateHoursRows,
    first_registered_on: none ? '' : formatDay(asDay(summary.firstRegistered)),
    last_registered_on: none ? '' : formatDay(asDay(summary.lastRegistered)),
  };
}

function decisionName(code: number): string {
  return `${at(DECISION_KINDS, Math.floor(code / OUTCOME_PLACES))[0]}/${at(OUTCOMES, code % OUTCOME_PLACES)[0]}`;
}

function named(counts: Tally, name: (key: number) => string): Record<string, number> {
  return Object.fromEntries(counts.ascending().map(([key, count]) => [name(key), count]));
}
