import { join } from 'node:path';
import { type BatchLimits, checkLimits, hideRows } from '../../analysis';
import { FEWEST_PERSONS } from '../../domain';
import { readText } from '../../effects';
import type { BatchInfo, Ledger } from '../../ledger';
import type { MapOutline, RecipientHours, ReportModel, TermPoint } from '../../report';
import { payeeFaults, payeeStates } from '../approve/payee-faults';
import type { OpenRun } from '../explain/open-run-context';
import { headsOfRun } from '../heads-of-run';
import { type BatchHistory, batchHistory } from '../preview/batch-history';
import { programFolder, programVersion } from '../program-files';
import { batchProgress, paymentProgress } from '../receipts/payment-progress';
import { registerOfBatch } from '../recipients/recipients-of-run';
import { findingCounts } from './finding-counts';
import { hiddenCells } from './hidden-cells';
import { cohorts, componentSums, findingSums, heldSums, isFew, runFigures } from './national-figures';
import { recipientFigures } from './recipient-figures';
import { shownParameters, shownRules } from './shown-parameters';
import { type RecipientSources, recipientSources, shownRecipients } from './shown-recipients';

/** What a report is made with beside the run. */
export interface ReportSettings {
  readonly limits: BatchLimits;
  readonly appropriationNok: number | undefined;
}

/** The same run twice: as it may be shared, and with everything. */
export interface ReportModels {
  readonly shared: ReportModel;
  readonly restricted: ReportModel;
}

/** Gathers what a report shows of a run. */
export function gatherReport(context: OpenRun, ledger: Ledger, settings: ReportSettings): ReportModels {
  const { batch } = context;
  const history = batchHistory(ledger, batch);
  const figures = recipientFigures(context, ledger, history.lastTerm?.batch.runId);
  const progress = batch.state === 'posted' ? paymentProgress(ledger, batch.runId) : [];
  const findings = findingCounts(context);
  const sources = recipientSources(context, figures, progress, findings);
  const both = commonParts(context, ledger, history, settings);
  const national = (isShared: boolean) => ({
    isRestricted: !isShared,
    runs: runFigures(history, isShared),
    components: componentSums(context, figures, isShared),
    held: heldSums(context, isShared),
    findings: findingSums(findings, isShared),
    cohorts: cohorts(context, isShared),
  });
  const shared = { ...sources, hours: sharedHours(sources.hours) };
  return {
    shared: { ...both, ...national(true), recipients: shownRecipients(shared, hiddenCells(figures)) },
    restricted: { ...both, ...national(false), recipients: shownRecipients(sources, undefined) },
  };
}

/** Hours of kommuner with enough participants, so many others left out that none can be worked out. */
function sharedHours(hours: RecipientSources['hours']): RecipientSources['hours'] {
  const rows = [...hours].filter(([kommune]) => kommune !== 'ALL');
  const totals = new Map(rows.map(([, { participants = 0 }], place) => [place, participants]));
  const hidden = hideRows(totals, FEWEST_PERSONS);
  const none: RecipientHours = { participants: undefined, hoursHundredths: undefined, averageHundredths: undefined };
  const shown = rows.map(([kommune, figures], place) => [kommune, hidden.has(place) ? none : figures] as const);
  const all = hours.get('ALL');
  return new Map([...shown, ...(all === undefined || isFew(all.participants ?? 0) ? [] : [['ALL', all] as const])]);
}

function commonParts(
  context: OpenRun,
  ledger: Ledger,
  history: BatchHistory,
  { limits, appropriationNok }: ReportSettings,
): Omit<ReportModel, 'isRestricted' | 'runs' | 'components' | 'held' | 'findings' | 'cohorts' | 'recipients'> {
  const { batch, manifest } = context;
  const payees = payeeFaults(payeeStates(batch.runFolder, registerOfBatch(ledger, batch)));
  const checks = checkLimits(limits, history.figures, history.lastYear?.figures);
  return {
    isRehearsal: manifest.identity.rehearsal,
    state: batch.state,
    runId: batch.runId,
    grantYear: batch.grantYear,
    term: batch.term,
    supplementNumber: batch.supplementNumber,
    asOf: batch.asOf,
    extractTakenAt: manifest.extract.taken_at,
    extractSource: manifest.extract.source,
    manifestHash: batch.manifestHash,
    ...headsOfRun(ledger, batch),
    programVersion: programVersion(),
    acts: [{ role: 'runner', actor: batch.actor, at: batch.at }, ...batch.approvals],
    terms: termPoints(ledger, batch),
    appropriationNok,
    stages: batchProgress(ledger, batch),
    limits: checks.map(({ name, limit, value, breached }) => ({ name, limit, value, isBreached: breached })),
    blockers: batch.blockers.map(({ name, status }) => ({ name, status })),
    accepted: batch.accepted.map(({ name, reference }) => ({ name, reference })),
    payees: payees.map(({ kind, recipientIds, paidNok }) => ({ kind, recipients: recipientIds, paidNok })),
    parameters: shownParameters(context),
    rules: shownRules(context),
    map: mapOfYear(batch.grantYear),
    fewestPersons: FEWEST_PERSONS,
  };
}

/** What each posted run of the grant year pays, up to this one. */
function termPoints(ledger: Ledger, batch: BatchInfo): TermPoint[] {
  const posted = ledger
    .batches()
    .filter(({ kind, state, grantYear }) => kind === 'run' && state === 'posted' && grantYear === batch.grantYear)
    .filter(({ posting, runId }) => runId !== batch.runId && (batch.posting === 0 || posting < batch.posting))
    .toSorted((one, other) => one.posting - other.posting);
  return [...posted, batch].map(({ grantYear, term, supplementNumber, paidNok }) => ({
    label: `${grantYear} T${term}${supplementNumber === 0 ? '' : `+${supplementNumber}`}`,
    paidNok,
  }));
}

/** Outlines of the division of the year's end; of years between, that of the last one before. */
function mapOfYear(grantYear: number): MapOutline {
  const division = grantYear >= 2024 ? 2024 : grantYear >= 2020 ? 2020 : 2018;
  const file = join(programFolder(), 'src', 'report', 'maps', `kommuner-${division}.json`);
  const { viewBox, paths }: Omit<MapOutline, 'source'> = JSON.parse(readText(file));
  return { viewBox, paths, source: division === 2018 ? 'Geonorge (CC0)' : 'Kartverket (CC BY 4.0)' };
}
