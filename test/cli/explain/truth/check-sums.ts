import { type ComponentChapter, type ExplainedPerson, type ExplainedStep, stepsOf } from './explained-world';

/** Faults of the arithmetic that an explanation shows: every product, share, sum and difference is worked out again. */
export function checkSums(told: ExplainedPerson): string[] {
  return told.chapters.flatMap((chapter) =>
    [
      ...checkAmount(new Sentences(chapter)),
      ...checkDays(new Sentences(chapter)),
      ...checkShares(new Sentences(chapter)),
      ...checkSettlement(new Sentences(chapter)),
      ...checkNetting(new Sentences(chapter)),
      ...checkLines(told, chapter, new Sentences(chapter)),
    ].map((fault) => `${told.subject} ${chapter.id}: ${fault}`),
  );
}

/** Sentences of a chapter by code, and their numbers. */
class Sentences {
  readonly #steps: readonly ExplainedStep[];

  constructor(chapter: ComponentChapter) {
    this.#steps = stepsOf(chapter);
  }

  /** Those whose code begins with a word. */
  of(...codes: readonly string[]): ExplainedStep[] {
    return this.#steps.filter(({ code }) => codes.includes(code));
  }

  sum(name: string, ...codes: readonly string[]): number {
    return this.of(...codes).reduce((total, step) => total + number(step, name), 0);
  }
}

const number = (step: ExplainedStep | undefined, name: string): number => Number(step?.params[name] ?? 0);
const equal = (what: string, told: number, made: number): string[] =>
  told === made ? [] : [`${what}: told ${told}, worked out ${made}`];
/** Number of a place: `0301` of `0301 Oslo`, empty for one that is not told. */
const codeOf = (step: ExplainedStep, name = 'place'): string => String(step.params[name] ?? '').split(' ')[0] ?? '';

/** Rate, amount for the year and what of it is due. */
function checkAmount(sentences: Sentences): string[] {
  const [rate] = sentences.of('RATE_YEAR', 'RATE_SINGLE');
  const [annual] = sentences.of('FULL_AMOUNT', 'ANNUAL_AMOUNT');
  const faults: string[] = [];
  const decisions = sentences.of('DECISION_AMOUNT');
  if (rate && annual) {
    const times = Math.max(decisions.length, 1);
    faults.push(...equal('amount for the year', number(annual, 'annualNok'), number(rate, 'rateNok') * times));
  }
  for (const due of annual ? sentences.of('DUE_WHOLE', 'DUE_ARREARS', 'DUE_SHARE_ALL') : []) {
    faults.push(...equal('due', number(due, 'dueNok'), number(annual, 'annualNok')));
  }
  for (const due of sentences.of('DUE_SHARE')) {
    const share = Math.floor((number(annual, 'annualNok') * number(due, 'parts')) / number(due, 'of'));
    faults.push(...equal('share due', number(due, 'dueNok'), share));
  }
  for (const due of sentences.of('DUE_DECISIONS')) {
    const fallen = decisions.filter((step) => number(step, 'firstTerm') <= number(due, 'term'));
    faults.push(
      ...equal(
        'due of decisions',
        number(due, 'dueNok'),
        fallen.reduce((sum, step) => sum + number(step, 'amountNok'), 0),
      ),
    );
  }
  return [...faults, ...checkHours(sentences)];
}

function checkHours(sentences: Sentences): string[] {
  return sentences.of('HOUR_AMOUNT', 'HOUR_AMOUNT_ONE').flatMap((step) => {
    const hundredths =
      number(step, 'teachingRateNok') * number(step, 'teachingHundredths') +
      number(step, 'participantRateNok') * number(step, 'participantHundredths') +
      number(step, 'rateNok') * number(step, 'hoursHundredths');
    return equal('hour grant', number(step, 'annualNok'), Math.floor((hundredths + 50) / 100));
  });
}

const dayNumber = (step: ExplainedStep, name: string): number => Date.parse(String(step.params[name])) / 86_400_000;

/** The pieces of the window lie side by side and make it up, with the days that have no recipient. */
function checkDays(sentences: Sentences): string[] {
  const [window] = sentences.of('WINDOW');
  if (!window) return [];
  const pieces = sentences.of('SEGMENT', 'SEGMENT_DAY');
  const length = (step: ExplainedStep): number => dayNumber(step, 'toDay') - dayNumber(step, 'fromDay') + 1;
  const faults = [window, ...pieces].flatMap((step) => equal('days', number(step, 'days'), length(step)));
  const whole = sentences.sum('days', 'SEGMENT', 'SEGMENT_DAY', 'DAYS_WITHOUT');
  const nobody = sentences.of('NO_RECIPIENT').length > 0;
  if (!nobody) faults.push(...equal('days of the window', whole, number(window, 'days')));
  for (const [index, piece] of pieces.entries()) {
    const before = pieces[index - 1] ?? window;
    const first = index === 0 ? dayNumber(before, 'fromDay') : dayNumber(before, 'toDay') + 1;
    if (dayNumber(piece, 'fromDay') < first) faults.push(`days overlap: ${piece.text}`);
    if (dayNumber(piece, 'toDay') > dayNumber(window, 'toDay')) faults.push(`beyond the window: ${piece.text}`);
  }
  return faults;
}

/** Floors, remainders and kroner left over; halves. */
function checkShares(sentences: Sentences): string[] {
  const shares = sentences.of('SHARE', 'SHARE_ODD');
  const faults = shares.flatMap((step) => {
    const product = number(step, 'dueNok') * number(step, 'numerator');
    const denominator = number(step, 'denominator');
    return [
      ...equal('share', number(step, 'floorNok'), Math.floor(product / denominator)),
      ...equal('remainder', number(step, 'remainder'), product % denominator),
      ...equal('krone', number(step, 'partNok') - number(step, 'floorNok'), step.code === 'SHARE_ODD' ? 1 : 0),
    ];
  });
  if (shares.length > 0) {
    const days = sentences.sum('days', 'SEGMENT', 'SEGMENT_DAY');
    faults.push(...equal('parts', sentences.sum('partNok', 'SHARE', 'SHARE_ODD'), number(shares[0], 'dueNok')));
    faults.push(...equal('days of shares', sentences.sum('numerator', 'SHARE', 'SHARE_ODD'), days));
    faults.push(...equal('denominator', number(shares[0], 'denominator'), days));
    const least = Math.min(...sentences.of('SHARE_ODD').map((step) => number(step, 'remainder')));
    const most = Math.max(...sentences.of('SHARE').map((step) => number(step, 'remainder')));
    if (least < most) faults.push('a larger remainder goes without');
  }
  for (const halves of sentences.of('HALVES', 'HALVES_ODD')) {
    const [first, second] = [number(halves, 'firstNok'), number(halves, 'secondNok')];
    faults.push(...equal('halves', first + second, number(halves, 'dueNok')));
    faults.push(...equal('odd krone', first - second, halves.code === 'HALVES_ODD' ? 1 : 0));
  }
  return faults;
}

/** Due and posted of the lines make up what is due in all and what was posted in all, with what is held. */
function checkSettlement(sentences: Sentences): string[] {
  const lines = sentences.of('LINE', 'LINE_FROM_ZERO', 'LINE_NONE');
  const faults = lines.flatMap((step) =>
    equal('line', number(step, 'amountNok'), number(step, 'dueNok') - number(step, 'postedNok')),
  );
  const differences = sentences.of('HELD_DIFFERENCE', 'HELD_WAITS', 'HELD_PROTECTED');
  if (differences.length > 0 || lines.length === 0) return faults;
  const [due] = sentences.of('DUE_WHOLE', 'DUE_ARREARS', 'DUE_SHARE', 'DUE_SHARE_ALL', 'DUE_DECISIONS');
  const dueNok =
    sentences.of('HOURS').length > 0
      ? sentences.sum('dueNok', 'LINE', 'LINE_FROM_ZERO', 'LINE_NONE')
      : number(due, 'dueNok');
  const held = sentences.sum('heldNok', 'HELD_NO_UNIQUE_SUCCESSOR', 'HELD_NO_RECIPIENT');
  const posted = sentences.sum('amountNok', 'POSTED', 'POSTED_OPENING');
  faults.push(
    ...equal('due of the lines', sentences.sum('dueNok', 'LINE', 'LINE_FROM_ZERO', 'LINE_NONE') + held, dueNok),
  );
  faults.push(
    ...equal('posted of the lines', sentences.sum('postedNok', 'LINE', 'LINE_FROM_ZERO', 'LINE_NONE'), posted),
  );
  for (const line of lines) faults.push(...checkPart(sentences, line));
  return faults;
}

/** A recipient's line has the part that the split gave it. */
function checkPart(sentences: Sentences, line: ExplainedStep): string[] {
  const code = codeOf(line);
  if (code === '') return [];
  const share = sentences.of('SHARE', 'SHARE_ODD').find((step) => codeOf(step) === code);
  if (share) return equal(`part of ${code}`, number(line, 'dueNok'), number(share, 'partNok'));
  const [halves] = sentences.of('HALVES', 'HALVES_ODD');
  if (!halves) return [];
  const half =
    codeOf(halves, 'firstPlace') === code
      ? number(halves, 'firstNok')
      : codeOf(halves, 'secondPlace') === code
        ? number(halves, 'secondNok')
        : 0;
  return equal(`half of ${code}`, number(line, 'dueNok'), half);
}

function checkNetting(sentences: Sentences): string[] {
  const codes = ['PAID', 'PAID_LESS', 'CARRIED_NEW', 'CARRIED', 'ZERO', 'EVEN'].map((code) => `NETTING_${code}`);
  return sentences.of(...codes).flatMap((step) => {
    const net = number(step, 'linesNok') + number(step, 'carriedInNok');
    return [
      ...equal('paid', number(step, 'paidNok'), Math.max(net, 0)),
      ...equal('carried', number(step, 'carriedOutNok'), Math.min(net, 0)),
    ];
  });
}

/** Each payout line stands among the sentences with its amounts. */
function checkLines(told: ExplainedPerson, { id }: ComponentChapter, sentences: Sentences): string[] {
  const steps = sentences.of('LINE', 'LINE_FROM_ZERO');
  const mine = told.lines.filter((line) => {
    const [year, module = ''] = id.split('/');
    return String(line.grant_year) === year && module.split('@')[0] === line.component;
  });
  const faults = mine.flatMap((line) => {
    const step = steps.find(
      (each) =>
        ['', line.basis_recipient_id].includes(codeOf(each)) &&
        number(each, 'amountNok') === line.amount &&
        number(each, 'dueNok') === line.cumulative_due &&
        number(each, 'postedNok') === line.previously_posted,
    );
    return step ? [] : [`no sentence tells of ${line.line_id}`];
  });
  return [...faults, ...equal('lines told', steps.length, mine.length)];
}
