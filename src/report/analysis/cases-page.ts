import type { AnalysisModel } from '../model/analysis-model';
import { html } from '../site/html';
import type { Draft } from '../site/page';
import { count, link, nok, type Spot, say, signed } from '../site/place';
import { table } from '../site/table';
import { changeOf } from './change-metrics';

/** Page of a case; the first page where it is the only one. */
export function casePath(model: AnalysisModel, place: number): string {
  return model.cases.length === 1 ? 'index.html' : `case-${place}.html`;
}

/** Several cases, a row each. */
export function casesPage(spot: Spot, model: AnalysisModel): Draft {
  const title = say(spot, `report.name.${model.kind}`);
  const body = html`<h1>${title}</h1>
<p class="lead">${say(spot, 'report.cases.note')}</p>
${table({
  caption: title,
  hasQuietCaption: true,
  columns: [
    { title: say(spot, 'report.cases.name') },
    { title: say(spot, 'report.cases.beside') },
    { title: say(spot, 'report.persons'), isFigure: true },
    { title: say(spot, 'report.cases.before'), isFigure: true },
    { title: say(spot, 'report.amount'), isFigure: true },
    { title: say(spot, 'report.change'), isFigure: true },
  ],
  rows: model.cases.map((one, index) => {
    return [
      link(spot, casePath(model, index + 1), one.b.label),
      one.a.label,
      count(spot, one.b.persons),
      nok(spot, one.a.sizeNok),
      nok(spot, one.b.sizeNok),
      html`<strong>${signed(spot, changeOf({ aNok: one.a.sizeNok, bNok: one.b.sizeNok }))}</strong>`,
    ];
  }),
})}
`;
  return { path: 'index.html', title, body };
}
