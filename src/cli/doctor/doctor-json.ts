import { type DoctorReport, decisionCodes, type RegisterSummary, type Tally } from '../../app';
import { asDay, CATEGORIES, at as entryOf, FAR_PAST, formatDay, LAWS } from '../../domain';
import { extractFile, findingGroup, saidDetail } from '../answers/common';
import { at, flag, list, object, optional, record, text, whole } from '../declare/answer';

/** Counts by the names of what is counted. */
function counts(tallyOf: (summary: RegisterSummary) => Tally, name: (key: number) => string = String) {
  const named = (summary: RegisterSummary): Readonly<Record<string, number>> =>
    Object.fromEntries(
      tallyOf(summary)
        .ascending()
        .map(([key, count]) => [name(key), count]),
    );
  return at(named, record(whole));
}

/** A day of registration; empty where no row has one. */
function registered(dayOf: (summary: RegisterSummary) => number) {
  const day = (summary: RegisterSummary): string =>
    summary.lastRegistered === FAR_PAST ? '' : formatDay(asDay(dayOf(summary)));
  return at(day, text);
}

const content = object({
  persons: whole,
  protected_addresses: at('protectedPersons', whole),
  shared_national_ids: whole,
  persons_with_rejected_rows: at('withheld', whole),
  without_target_group: whole,
  without_residence: whole,
  emigrated_before_entry: whole,
  entered: counts(({ entryYears }) => entryYears),
  laws: counts(
    ({ laws }) => laws,
    (law) => entryOf(LAWS, law)[0],
  ),
  categories: counts(
    ({ categories }) => categories,
    (category) => entryOf(CATEGORIES, category)[0],
  ),
  decisions: counts(
    ({ decisions }) => decisions,
    (key) => decisionCodes(key).join('/'),
  ),
  kommuner: at(({ kommuner }: RegisterSummary) => kommuner.size, whole),
  reception_centre_rows: whole,
  hours_rows: counts(({ hoursRows }) => hoursRows),
  hours_hundredths: counts(({ hoursHundredths }) => hoursHundredths),
  hours_rows_registered_late: at('lateHoursRows', whole),
  first_registered_on: registered(({ firstRegistered }) => firstRegistered),
  last_registered_on: registered(({ lastRegistered }) => lastRegistered),
});

/** The page of `doctor` for programs. */
export const doctorJson = object({
  readable: at((report: DoctorReport) => report.content !== undefined, flag),
  taken_at: at((report: DoctorReport) => report.content?.imported.takenAt, optional(text)),
  source: at((report: DoctorReport) => report.content?.imported.source, optional(text)),
  files: at((report: DoctorReport) => report.content?.imported.files, optional(list(extractFile))),
  content: at((report: DoctorReport) => report.content?.summary, optional(content)),
  grant_year: whole,
  as_of: text,
  rejected_rows: whole,
  rejected: list(saidDetail),
  findings: list(findingGroup),
});
