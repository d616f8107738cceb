import { componentOfCell, rateClassOfCell, yearNumberOfCell } from '../../analysis/facts/cell-key';
import { QUARTER_DAYS } from '../../analysis/forecast/entry-paces';
import { type Forecast, type ForecastCell, SCENARIOS, type Scenario } from '../../analysis/forecast/forecast-types';
import { STEADY_DAYS } from '../../analysis/forecast/moves-seen';
import { FEW_PERSONS } from '../../analysis/forecast/seen-courses';
import { formatKroner, formatWhole, RATE_CLASSES } from '../../domain';
import { type CliContext, say } from '../context';
import { componentName, rateClassName } from '../table-words';
import { textTable } from '../text-table';

/** The forecast as a page: each year's table, and every assumption with its figure. */
export function forecastText(forecast: Forecast, context: CliContext): string {
  return [...forecast.years.map((year) => yearTable(forecast, year, context)), assumptions(forecast, context)].join(
    '\n',
  );
}

function yearTable(forecast: Forecast, year: number, context: CliContext): string {
  const cells = forecast.cells.filter((cell) => cell.grantYear === year && cell.persons.high + cell.known > 0);
  const words = say(context, {
    nb: 'tilskudd|år|klasse|kjent|lavt|middels|høyt|sats|beløp, lavt|beløp, middels|beløp, høyt',
    en: 'component|year|class|known|low|mid|high|rate|amount, low|amount, mid|amount, high',
  });
  const rows = cells.map((cell) => [
    ...wordsOf(cell, context),
    formatWhole(cell.known),
    ...SCENARIOS.map((scenario) => formatWhole(cell.persons[scenario])),
    `${formatKroner(cell.rateNok)}${cell.rateYear === year ? '' : ` (${cell.rateYear})`}`,
    ...SCENARIOS.map((scenario) => formatKroner(cell.amountNok[scenario])),
  ]);
  const totals = SCENARIOS.map((scenario) => formatKroner(totalOf(cells, scenario)));
  rows.push([say(context, { nb: 'i alt', en: 'in all' }), '', '', '', '', '', '', '', ...totals]);
  const title = say(context, {
    nb: `Anslag for ${year}: personer og beløp, lavt, middels og høyt`,
    en: `Estimate of ${year}: persons and amounts, low, mid and high`,
  });
  return `${title}\n${textTable(words.split('|'), 'lllrrrrrrrr', rows)}`;
}

function totalOf(cells: readonly ForecastCell[], scenario: Scenario): number {
  return cells.reduce((sum, cell) => sum + cell.amountNok[scenario], 0);
}

/** The same by the names that people use. */
function wordsOf(cell: Pick<ForecastCell, 'cell'>, context: CliContext): string[] {
  const [component, yearNumber] = nameOf(cell);
  const rateClass = RATE_CLASSES[rateClassOfCell(cell.cell) - 1];
  return [componentName(component, context), yearNumber, rateClassName(rateClass, context)];
}

/** Component, year number and class by their codes, empty for none. */
export function nameOf({ cell }: Pick<ForecastCell, 'cell'>): [string, string, string] {
  const yearNumber = yearNumberOfCell(cell);
  return [
    componentOfCell(cell),
    yearNumber === 0 ? '' : String(yearNumber),
    RATE_CLASSES[rateClassOfCell(cell) - 1] ?? '',
  ];
}

function assumptions(forecast: Forecast, context: CliContext): string {
  const { grantYear, daysLeft } = forecast;
  const borrowed = forecast.cells.some((cell) => cell.rateYear !== cell.grantYear && cell.persons.high > 0);
  const lines = [
    say(
      context,
      {
        nb: `Inntredener: som i de fire siste periodene på ${QUARTER_DAYS} dager; lavt som i den roligste, høyt som i den travleste. {daysLeft|dag|dager} av ${grantYear} er igjen.`,
        en: `Entries: as in the last four periods of ${QUARTER_DAYS} days; low as in the slowest, high as in the busiest. {daysLeft|day|days} of ${grantYear} left.`,
      },
      { daysLeft },
    ),
    ...forecast.paces.map((pace) => `  ${wordsOf(pace, context).join(' ').trim()}: ${monthly(pace.pace, context)}`),
    say(context, {
      nb: 'Forløp: som for dem som var kjent for et år siden; lavt uten sene registreringer, høyt uten frafall og med dobbelt så mange sene.',
      en: 'Course: as of those known a year ago; low without late registrations, high with nobody falling away and twice as many late.',
    }),
    ...forecast.courses.map((course) => `  ${courseText(course, context)}`),
    say(context, {
      nb: `Flyttinger: som sett for de samme personene, med ${STEADY_DAYS} dager bak hver mottaker så få flyttinger ikke avgjør. Grunntilskudd for ${grantYear} er tellingen slik den er kjent.`,
      en: `Moves: as seen of the same persons, with ${STEADY_DAYS} days behind every recipient so that few moves do not decide. Grunntilskudd of ${grantYear} is the count as known.`,
    }),
  ];
  if (!forecast.hasEarlier) {
    lines.push(
      say(context, {
        nb: 'Uten et uttrekk fra et år før (--earlier) ses bare det som er registrert i nye rader: hvem som falt fra, vises ikke.',
        en: 'Without an extract of a year before (--earlier) only what was registered in new rows is seen: not who fell away.',
      }),
    );
  }
  if (borrowed) {
    lines.push(
      say(context, {
        nb: `Satser med et annet år i parentes: ${grantYear + 1} har ingen sats ennå, og årets er brukt.`,
        en: `Rates with another year in brackets: ${grantYear + 1} has none yet, so this year's is used.`,
      }),
    );
  }
  if (forecast.rulesChange) {
    lines.push(
      say(context, {
        nb: `Andre regler gjelder i ${grantYear + 1}: de som trer inn i år og får tilskudd også da, er telt etter dem.`,
        en: `Other rules hold in ${grantYear + 1}: entries that move on are counted by those.`,
      }),
    );
  }
  return lines.map((line) => `${line}\n`).join('');
}

/** Entries a month: twelve months are 364 days of four periods. */
function monthly(pace: Forecast['paces'][number]['pace'], context: CliContext): string {
  const [low = '', mid = '', high = ''] = SCENARIOS.map((scenario) => pace[scenario].div(3).toFixed(1));
  return say(context, { nb: `${low} / ${mid} / ${high} i måneden`, en: `${low} / ${mid} / ${high} a month` });
}

function courseText(course: Forecast['courses'][number], context: CliContext): string {
  const percent = (share: typeof course.kept): string => `${share.times(100).toFixed(1)} %`;
  const name = `${componentName(course.component, context)}${course.yearNumber === 0 ? '' : ` ${course.yearNumber}`}`;
  const [kept, late, over] = [course.kept, course.late, course.keptOverYear].map(percent);
  const few = course.isOwn
    ? ''
    : say(context, {
        nb: ` (færre enn ${FEW_PERSONS} var kjent for et år siden: alle årene under ett, eller ingen endring)`,
        en: ` (fewer than ${FEW_PERSONS} were known a year ago: all years together, or no change)`,
      });
  const text = say(context, {
    nb: `${name}: ${kept} blir, ${late} kommer sent, ${over} av dem som ventes neste år kommer`,
    en: `${name}: ${kept} stay, ${late} come late, ${over} of those foreseen for the next year come`,
  });
  return `${text}${few}`;
}
