import { explanationOfLine } from '../../../../src/app/explain/find-explanation';
import { openRunContext } from '../../../../src/app/explain/open-run-context';
import { openLedger } from '../../../../src/ledger';
import { temporaryFolder } from '../../../support/temporary-folder';
import { checkSources } from './check-sources';
import { checkSums } from './check-sums';
import { allIds, checkWorld, told } from './check-world';
import { type ExplainedPerson, type ExplainedStep, type ExplainedWorld, playWorld, stepsOf } from './explained-world';
import { englishColumn } from './extract-cells';

const worlds = new Map<string, ExplainedWorld>();
async function worldOf(name: string): Promise<ExplainedWorld> {
  const world = worlds.get(name) ?? (await playWorld(temporaryFolder(), name));
  worlds.set(name, world);
  return world;
}

// Every golden case is checked in the slow suite.
test.each(['009-end6a', '003-split', '031-edges'])(
  'every source of %s holds what is told of it, and every sum is right',
  async (name) => {
    expect(checkWorld(await worldOf(name))).toBeGreaterThan(20);
  },
  60_000,
);

describe('the check sees', () => {
  let world: ExplainedWorld;
  let explanation: ExplainedPerson;
  let ids: ReadonlySet<string>;
  beforeAll(async () => {
    world = await worldOf('003-split');
    const found = [...world.runs.keys()].flatMap((run) => splitLine(world, run)).at(0);
    if (!found) throw new Error('no line that is split with a krone left over');
    explanation = found.explanation;
    ids = allIds(world, found.personRef);
  }, 60_000);

  const changed = (change: (step: ExplainedStep) => ExplainedStep): ExplainedPerson => {
    const deep = (step: ExplainedStep): ExplainedStep => ({ ...change(step), steps: step.steps.map(deep) });
    const chapters = explanation.chapters.map((chapter) => ({
      ...chapter,
      sections: chapter.sections.map((section) => ({ ...section, steps: section.steps.map(deep) })),
    }));
    return { ...explanation, chapters };
  };

  test('nothing wrong as it is', () => {
    expect([...checkSources(explanation, world, ids), ...checkSums(explanation)]).toEqual([]);
  });

  test.each(['extract', 'parameter', 'run_file'])('a source of kind %s that is one line off', (kind) => {
    const off = changed((step) => ({
      ...step,
      sources: step.sources.map((source) =>
        'line' in source && source.kind === kind && source.line > 0 ? { ...source, line: source.line + 1 } : source,
      ),
    }));
    expect(checkSources(off, world, ids)).not.toEqual([]);
  });

  test.each([
    ['ALIVE_MET', 'death_date'],
    ['CLASS', 'country_background'],
    ['YEAR_NUMBER_MET', 'entered_on'],
  ])('the column of %s', (code, column) => {
    const other = changed((step) => ({
      ...step,
      sources: step.sources.map((source) =>
        step.code === code && source.kind === 'extract' && englishColumn(source.column) === column
          ? { ...source, column: 'person_id' }
          : source,
      ),
    }));
    expect(checkSources(other, world, ids)).not.toEqual([]);
  });

  test.each([
    ['RATE_YEAR', 'rateNok'],
    ['FULL_AMOUNT', 'annualNok'],
    ['SEGMENT', 'days'],
    ['SHARE', 'floorNok'],
    ['SHARE_ODD', 'remainder'],
    ['SHARE_ODD', 'partNok'],
    ['LINE_FROM_ZERO', 'amountNok'],
    ['NETTING_PAID', 'paidNok'],
  ])('a krone or a day too much: %s %s', (code, name) => {
    const more = changed((step) =>
      step.code === code ? { ...step, params: { ...step.params, [name]: Number(step.params[name]) + 1 } } : step,
    );
    expect(more).not.toEqual(explanation);
    expect(checkSums(more)).not.toEqual([]);
  });
});

/** First line of a run that says all that is changed above. */
function splitLine(world: ExplainedWorld, runId: string): { explanation: ExplainedPerson; personRef: string }[] {
  const needed = ['SHARE', 'SHARE_ODD', 'LINE_FROM_ZERO', 'NETTING_PAID', 'ALIVE_MET', 'CLASS', 'YEAR_NUMBER_MET'];
  const ledger = openLedger(world.db, { readOnly: true });
  const context = openRunContext(ledger, runId);
  try {
    for (const row of world.rowsOf(runId, 'payout_lines.csv')) {
      const explanation = told(explanationOfLine(context, row.line_id ?? ''));
      const codes = explanation.chapters.flatMap(stepsOf).map(({ code }) => code);
      if (needed.every((code) => codes.includes(code))) return [{ explanation, personRef: row.person_ref ?? '' }];
    }
    return [];
  } finally {
    context.close();
    ledger.close();
  }
}
