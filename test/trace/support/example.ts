import {
  componentOrdinal,
  knownDay,
  LineTable,
  Outcome,
  parseRecipientCode,
  RATE_CLASS,
  Settlement,
  STATUS,
  TABLE,
} from '../../../src/domain';
import type { TraceFormat } from '../../../src/trace/format';
import { createTraceWriter, type TraceSummary } from '../../../src/trace/trace-writer';
import { sketchBlock } from './block';
import { inMemory } from './in-memory';
import { MemoryStore } from './memory-store';

/** The worked example of src/trace/FORMAT.md: two persons and a kommune of a made-up run. */
export const EXAMPLE_KEYS = { pseudonymKey: Buffer.alloc(32, 7), runId: '2018-T2-000000000000' };
export const EXAMPLE_PERSONS = [200012345600, 201098765400] as const;
const code = (text: string): number => parseRecipientCode(text) ?? 0;

export const EXAMPLE_BLOCK = sketchBlock([
  {
    id: EXAMPLE_PERSONS[0],
    line: 17,
    targetGroup: [{ line: 88, entered: '2017-08-14', category: 'rightAndDuty' }],
    residence: [
      { line: 140, code: '0602', from: '2017-09-01', to: '2018-04-10' },
      { line: 141, code: '0301', from: '2018-04-11' },
    ],
  },
]);

/** Person 0 triggers year 2 and has moved from 0602 (100 days) to 0301 (265 days). */
export function exampleOutcome(): Outcome {
  const outcome = new Outcome();
  outcome.reset();
  outcome.status = STATUS.triggered;
  outcome.candidateRows.push(0);
  outcome.candidateFailures.push(0);
  outcome.anchorRow = 0;
  outcome.chosenRow = 0;
  outcome.yearNumber = 2;
  outcome.rateClass = RATE_CLASS.high;
  outcome.rateIndex = 9;
  outcome.annualAmountNok = 62_300;
  outcome.windowFrom = knownDay('2018-01-01');
  outcome.windowTo = knownDay('2018-12-31');
  outcome.dueDay = knownDay('2017-08-14');
  outcome.segmentFrom.push(knownDay('2018-01-01'), knownDay('2018-04-11'));
  outcome.segmentTo.push(knownDay('2018-04-10'), knownDay('2018-12-31'));
  outcome.segmentTable.push(TABLE.residence, TABLE.residence);
  outcome.segmentRow.push(0, 1);
  outcome.segmentCode.push(code('0602'), code('0301'));
  outcome.recipients.push(code('0301'), code('0602'));
  outcome.days.push(265, 100);
  outcome.stopped.push(0, 0);
  outcome.assumptions = (1 << 2) | (1 << 10);
  return outcome;
}

/** 0602 was paid the whole amount in term 1; the move takes part of it back. */
export function exampleSettlement(): Settlement {
  const settlement = new Settlement();
  settlement.cumulativeDueNok = 62_300;
  settlement.basisRecipients = [code('0301'), code('0602')];
  settlement.recipients = [code('0301'), code('0602')];
  settlement.shareNumerators = [265, 100];
  settlement.shareDenominators = [365, 365];
  settlement.dueNok = [45_232, 17_068];
  settlement.heldDueNok = [0, 0];
  settlement.postedNok = [0, 62_300];
  settlement.differenceNok = [45_232, -45_232];
  settlement.differenceHeld = [0, 0];
  return settlement;
}

const PERSONTILSKUDD = componentOrdinal('persontilskudd');

/** Writes the example; the same bytes every time. */
export function writeExample(format?: TraceFormat): { store: MemoryStore; summary: TraceSummary } {
  const store = new MemoryStore();
  const writer = createTraceWriter(inMemory(store, EXAMPLE_KEYS, format));
  writer.beginPerson(0, EXAMPLE_PERSONS[0], { block: EXAMPLE_BLOCK, index: 0, personRow: 0 });
  writer.record(2018, PERSONTILSKUDD, exampleOutcome(), exampleSettlement());
  writer.beginAbsentPerson(1, EXAMPLE_PERSONS[1]);
  writer.record(2018, PERSONTILSKUDD, new Outcome(), withheldSettlement());
  writer.kommune(
    2,
    2018,
    componentOrdinal('grunntilskudd'),
    {
      kommune: code('0602'),
      count: 34,
      teachingHundredths: 0,
      participantHundredths: 0,
      rateIndexes: [2],
      rateClass: RATE_CLASS.high,
      annualAmountNok: 575_000,
    },
    kommuneSettlement(),
  );
  writer.end();
  return { store, summary: writer.finish(exampleLines()) };
}

/** Person 1 has vanished from the extract; 13 600 kr posted stand and are withheld. */
function withheldSettlement(): Settlement {
  const settlement = new Settlement();
  settlement.wholeHeld = 2;
  settlement.wholeHeldNok = -13_600;
  return settlement;
}

function kommuneSettlement(): Settlement {
  const settlement = new Settlement();
  settlement.cumulativeDueNok = 575_000;
  settlement.basisRecipients = [code('0602')];
  settlement.recipients = [code('0602')];
  settlement.shareNumerators = [1];
  settlement.shareDenominators = [1];
  settlement.dueNok = [575_000];
  settlement.heldDueNok = [0];
  settlement.postedNok = [0];
  settlement.differenceNok = [575_000];
  settlement.differenceHeld = [0];
  return settlement;
}

/** Lines of the example, in the order of payout_lines.csv. */
export function exampleLines(): LineTable {
  const lines = new LineTable();
  const base = {
    grantYear: 2018,
    annualAmountNok: 0,
    cumulativeDueNok: 0,
    previouslyPostedNok: 0,
    shareNumerator: 1,
    shareDenominator: 1,
    reason: 0,
    act: 0,
    code: '',
  };
  const grunntilskudd = componentOrdinal('grunntilskudd');
  lines.push({
    ...base,
    component: grunntilskudd,
    personId: 0,
    basisRecipient: code('0602'),
    recipient: code('0602'),
    amountNok: 575_000,
    traceLeaf: 2,
    traceRecord: 0,
  });
  lines.push({
    ...base,
    component: PERSONTILSKUDD,
    personId: EXAMPLE_PERSONS[0],
    basisRecipient: code('0301'),
    recipient: code('0301'),
    amountNok: 45_232,
    traceLeaf: 0,
    traceRecord: 0,
  });
  lines.push({
    ...base,
    component: PERSONTILSKUDD,
    personId: EXAMPLE_PERSONS[0],
    basisRecipient: code('0602'),
    recipient: code('0602'),
    amountNok: -45_232,
    traceLeaf: 0,
    traceRecord: 0,
  });
  return lines;
}
