import { formatKroner, formatWhole } from '../../domain';
import type { Shown } from '../model/figures';
import type { Recipient } from '../model/recipient';
import { type Html, html } from './html';
import { classed, type MapPlan, type Metric } from './map-classes';
import { mapHtml } from './map-html';
import type { Draft } from './page';
import { count, HREF, hundredthsText, link, nok, type Place, rootOf, say, signed, word } from './place';
import { type Column, column, sortedFigures, table } from './table';

/** The map of kommuner and the same as a table. */
export function kommunerPage(place: Place): Draft {
  const title = say(place, 'report.menu.kommuner');
  const { model } = place;
  const data = { up: rootOf(place) };
  const body = html`<h1>${title}</h1>
<p>${say(place, 'report.map.note')}</p>
${mapHtml(place, model.map, model.recipients, runMetrics(place))}<section><h2>${say(place, 'report.map.table')}</h2>
<p class="download">${link(data, `data/recipients-${place.language}.csv`, 'CSV')} · ${link(data, 'data/open/recipients.csv', say(place, 'report.open_data'))}</p>
${recipientTable(place)}</section>
`;
  return { path: 'kommuner.html', title, body };
}

function recipientTable(place: Place): Html {
  const { recipients } = place.model;
  const money = (title: string, of: (recipient: Recipient) => Shown): Column<Recipient> =>
    sortedFigures(title, of, (value) => nok(place, value));
  return table(
    say(place, 'report.map.table'),
    recipients,
    [
      column(say(place, 'report.recipient'), ({ id, name }) => ({
        shown: link(place, HREF.recipient(id), `${id} ${name}`),
        sort: name,
      })),
      money(say(place, 'report.lines'), ({ linesNok }) => linesNok),
      sortedFigures(say(place, 'report.change'), changeOf, (change) => signed(place, change)),
      money(say(place, 'report.paid'), ({ paidNok }) => paidNok),
      money(say(place, 'report.annual'), ({ annualNok }) => annualNok),
      sortedFigures(
        say(place, 'report.persons_programme'),
        ({ persons }) => persons,
        (persons) => count(place, persons),
      ),
      sortedFigures(
        say(place, 'report.hours_each'),
        ({ hours }) => hours?.averageHundredths,
        (average, { hours }) => {
          if (hours === undefined) return '–';
          return average === undefined ? count(place, undefined) : hundredthsText(place, average);
        },
      ),
    ],
    { isSortable: true },
  );
}

function changeOf({ linesNok, lastNok }: Recipient): Shown {
  return linesNok === undefined || lastNok === undefined ? undefined : linesNok - lastNok;
}

interface Plan extends MapPlan<Recipient> {
  /** Kroner of the whole year. */
  readonly isYear?: boolean;
}

/** Every way in which the map of a run can be coloured. */
function runMetrics(place: Place): Metric[] {
  const { recipients, fewestPersons } = place.model;
  const plans: Plan[] = [
    ...componentPlans(place),
    {
      name: 'annual',
      isYear: true,
      title: say(place, 'report.annual'),
      of: ({ annualNok }) => annualNok,
      text: formatKroner,
    },
    { name: 'lines', title: say(place, 'report.lines'), of: ({ linesNok }) => linesNok, text: formatKroner },
    {
      name: 'change',
      title: say(place, 'report.change'),
      isChange: true,
      of: changeOf,
      text: (value) => (value > 0 ? `+${formatKroner(value)}` : formatKroner(value)),
    },
    { name: 'persons', title: say(place, 'report.persons_programme'), of: ({ persons }) => persons, text: formatWhole },
    {
      name: 'hours',
      title: say(place, 'report.hours_each'),
      of: ({ hours }) => (hours === undefined ? null : hours.averageHundredths),
      text: (value) => hundredthsText(place, value),
    },
  ];
  const wanted = place.model.runs.length > 1 ? plans : plans.filter(({ isChange }) => isChange !== true);
  // First what most is shown of: where few persons are, hardly any sum over all grants is.
  return byShown(place, wanted).map((plan) => classed(place, recipients, plan, fewestPersons));
}

/** So many grants can be chosen by themselves: the largest. */
const COMPONENTS_SHOWN = 2;

function componentPlans(place: Place): Plan[] {
  const sums = new Map<string, number>();
  for (const { components } of place.model.recipients) {
    for (const { component, annualNok = 0 } of components) sums.set(component, (sums.get(component) ?? 0) + annualNok);
  }
  return [...sums]
    .toSorted(([one, a], [other, b]) => b - a || (one < other ? -1 : 1))
    .slice(0, COMPONENTS_SHOWN)
    .map(([component]) => ({
      name: component,
      isYear: true,
      title: say(place, 'report.map.annual_of', { component: word(place, component) }),
      of: ({ components }) => {
        const own = components.find((each) => each.component === component);
        return own === undefined ? null : own.annualNok;
      },
      text: formatKroner,
    }));
}

/** The year's amount first, unless that of one grant is shown of more than twice as many recipients. */
function byShown(place: Place, plans: readonly Plan[]): Plan[] {
  const shown = ({ of }: Plan): number =>
    place.model.recipients.filter((recipient) => (of(recipient) ?? 0) !== 0).length;
  const year = plans.filter(({ name }) => name === 'annual');
  const ofMoney = plans.filter((plan) => plan.isYear === true);
  const best = ofMoney.toSorted((one, other) => shown(other) - shown(one)).slice(0, 1);
  const first = year.every((plan) => best.every((other) => shown(other) <= 2 * shown(plan))) ? year : best;
  return [...new Set([...first, ...year, ...plans])];
}
