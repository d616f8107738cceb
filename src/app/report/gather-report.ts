import { type BatchLimits, checkLimits, hideRows } from '../../analysis';
import { asRecipientCode, FEWEST_PERSONS, formatRecipientCode, NO_PERSON } from '../../domain';
import type { BatchInfo, Ledger } from '../../ledger';
import type { RecipientHours, ReportModel, TermPoint } from '../../report';
import { payeeFaults, payeeStates } from '../approve/payee-faults';
import type { OpenRun } from '../explain/open-run-context';
import { headsOfRun } from '../heads-of-run';
import { type BatchHistory, batchHistory } from '../preview/batch-history';
import { programVersion } from '../program-files';
import { batchProgress, paymentProgress } from '../receipts/payment-progress';
import { registerOfBatch } from '../recipients/recipients-of-run';
import { componentSums } from './component-sums';
import { findingCounts } from './finding-counts';
import { isFew } from './held-persons';
import { type HiddenCells, hiddenCells } from './hidden-cells';
import { mapOfYear } from './map-of-year';
import { cohorts, findingSums, heldSums, runFigures } from './national-figures';
import { recipientFigures } from './recipient-figures';
import { RunRates } from './run-rates';
import { SharedPayments } from './shared-payments';
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
  const rates = new RunRates(context);
  const components = componentSums(context, figures, ledger.linesOf(batch.runId), rates);
  const apart = new Set(components.flatMap((row) => (row.grantYear === batch.grantYear ? [row.component] : [])));
  const hidden = hiddenCells(figures, (component, recipients) => rates.tells(component, recipients), apart);
  const payments = new SharedPayments([...sources.payouts.values()].flat(), figures, hidden);
  const stages = batchProgress(ledger, batch);
  const payees = payeeFaults(payeeStates(batch.runFolder, registerOfBatch(ledger, batch))).map(
    ({ kind, recipientIds, paidNok }) => ({ kind, recipients: recipientIds, paidNok }),
  );
  const both = commonParts(context, ledger, settings);
  const national = (isShared: boolean) => ({
    isRestricted: !isShared,
    runs: runFigures(history, isShared),
    terms: termPoints(ledger, batch, isShared),
    limits: shownLimits(history, settings.limits, isShared ? hidden : undefined),
    stages: isShared ? payments.stages(stages, progress) : stages,
    payees: isShared ? payments.payees(payees) : payees,
    components: isShared ? components : componentSums(context, figures, [], undefined),
    held: heldSums(context, isShared),
    findings: findingSums(findings, isShared),
    cohorts: cohorts(context, isShared ? apart : undefined),
  });
  const shared = { ...sources, hours: sharedHours(sources.hours) };
  return {
    shared: { ...both, ...national(true), recipients: shownRecipients(shared, hidden) },
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

type CommonParts = Omit<
  ReportModel,
  | 'isRestricted'
  | 'runs'
  | 'terms'
  | 'limits'
  | 'stages'
  | 'payees'
  | 'components'
  | 'held'
  | 'findings'
  | 'cohorts'
  | 'recipients'
>;

function commonParts(context: OpenRun, ledger: Ledger, { appropriationNok }: ReportSettings): CommonParts {
  const { batch, manifest } = context;
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
    appropriationNok,
    blockers: batch.blockers.map(({ name, status }) => ({ name, status })),
    accepted: batch.accepted.map(({ name, reference }) => ({ name, reference })),
    parameters: shownParameters(context),
    rules: shownRules(context),
    map: mapOfYear(batch.grantYear),
    fewestPersons: FEWEST_PERSONS,
  };
}

/** What each posted run of the grant year pays, up to this one; nothing of one that pays for few persons. */
function termPoints(ledger: Ledger, batch: BatchInfo, isShared: boolean): TermPoint[] {
  const posted = ledger
    .batches()
    .filter(({ kind, state, grantYear }) => kind === 'run' && state === 'posted' && grantYear === batch.grantYear)
    .filter(({ posting, runId }) => runId !== batch.runId && (batch.posting === 0 || posting < batch.posting))
    .toSorted((one, other) => one.posting - other.posting);
  return [...posted, batch].map(({ runId, grantYear, term, supplementNumber, paidNok }) => ({
    label: `${grantYear} T${term}${supplementNumber === 0 ? '' : `+${supplementNumber}`}`,
    paidNok: isShared && isOfFew(ledger, runId) ? undefined : paidNok,
  }));
}

/** Whether one to four persons have lines in a batch; what is of kommuner alone has none. */
function isOfFew(ledger: Ledger, runId: string): boolean {
  const persons = new Set<number | null>();
  for (const { personId } of ledger.linesOf(runId)) {
    if (personId !== NO_PERSON) persons.add(personId);
    if (persons.size >= FEWEST_PERSONS) return false;
  }
  return persons.size > 0;
}

/** The batch beside its limits. @param hidden what is not shared; undefined: everything is shown */
function shownLimits(
  { batch, figures, lastYear }: BatchHistory,
  limits: BatchLimits,
  hidden: HiddenCells | undefined,
): ReportModel['limits'] {
  const largest = figures.largest.recipient;
  const few = isFew(figures.persons) || isFew(lastYear?.figures.persons ?? 0);
  const isHidden: Readonly<Record<string, boolean>> = {
    corrections_nok: isFew(batch.personsCorrected),
    recipient_paid_nok: largest !== 0 && hidden?.hasTotal(formatRecipientCode(asRecipientCode(largest))) === true,
  };
  return checkLimits(limits, figures, lastYear?.figures).map(({ name, limit, value, breached }) => ({
    name,
    limit,
    value: hidden !== undefined && (few || isHidden[name] === true) ? undefined : value,
    isBreached: breached,
  }));
}
