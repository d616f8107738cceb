/*
 * What write-excel-file leaves to its users: what a formula comes to beside it, filters, names and charts, put into the XML of
 * the parts that it makes (ECMA-376 part 1: 18.3.1.2, 18.2.5, 21.2).
 */

/** Bars of a chart: labels and figures that stand in cells, with what they are for programs that reckon nothing. */
export interface SheetChart {
  readonly title: string;
  readonly categories: ChartCells<string>;
  readonly series: readonly (ChartCells<number> & { readonly title: string })[];
  /** Column and row, from 0, of its upper left corner. */
  readonly at: readonly [column: number, row: number];
}

interface ChartCells<T> {
  /** `'front'!$A$10:$A$14` */
  readonly cells: string;
  readonly values: readonly T[];
}

/** What a sheet has beside its cells. */
export interface SheetExtras {
  /** What each formula comes to, row by row; undefined where only the reader's program knows. */
  readonly formulaValues: readonly (number | undefined)[];
  /** Cells under a filter: `A1:H20`. */
  readonly filter?: string | undefined;
  /** Names by what they stand for: `sizing_annual_amount`, `'sizing'!$J$2:$J$300`. */
  readonly names: readonly (readonly [name: string, cells: string])[];
  readonly chart?: SheetChart | undefined;
}

interface Place {
  readonly sheetId: string;
}
type Insert<Options> = (options: Options, place: Place) => string | undefined;
type Transform<Options> = (xml: string, options: Options, place: Place) => string;

/** The features as write-excel-file takes them; sheets carry SheetExtras among their options. */
export const SHEET_EXTRAS = {
  files: {
    transform: {
      'xl/worksheets/sheet{id}.xml': { transform: withValuesAndFilter satisfies Transform<SheetExtras> },
      'xl/workbook.xml': { transform: withNames satisfies Transform<readonly SheetExtras[]> },
      '[Content_Types].xml': { insert: chartTypes satisfies Insert<readonly SheetExtras[]> },
      'xl/drawings/drawing{id}.xml': { insert: chartFrame satisfies Insert<SheetExtras> },
      'xl/drawings/_rels/drawing{id}.xml.rels': { insert: chartRelation satisfies Insert<SheetExtras> },
    },
    write: {
      files: (sheets: readonly SheetExtras[]): Record<string, string> =>
        Object.fromEntries(
          sheets.flatMap(({ chart }, index) => (chart ? [[`xl/charts/chart${index + 1}.xml`, chartXml(chart)]] : [])),
        ),
    },
  },
};

function withValuesAndFilter(xml: string, { formulaValues, filter }: SheetExtras): string {
  let place = 0;
  const valued = xml.replace(/<f>[^<]*<\/f>/g, (formula) => {
    const value = formulaValues[place];
    place += 1;
    return value === undefined ? formula : `${formula}<v>${value}</v>`;
  });
  if (filter === undefined) return valued;
  return valued.replace('</sheetData>', `</sheetData><autoFilter ref="${filter}"/>`);
}

/** Names, and that a program that reckons does so when it opens the file. */
function withNames(xml: string, sheets: readonly SheetExtras[]): string {
  const names = sheets.flatMap((sheet) => sheet.names);
  const sorted = names.toSorted(([a], [b]) => (a < b ? -1 : 1));
  const defined = sorted.map(([name, cells]) => `<definedName name="${name}">${xmlText(cells)}</definedName>`).join('');
  return xml
    .replace(/<definedNames ?\/>|<definedNames><\/definedNames>/, defined && `<definedNames>${defined}</definedNames>`)
    .replace(/<calcPr ?\/>|<calcPr><\/calcPr>/, '<calcPr fullCalcOnLoad="1"/>');
}

const CHART_TYPE = 'application/vnd.openxmlformats-officedocument.drawingml.chart+xml';
const CHART_SPACE = 'http://schemas.openxmlformats.org/drawingml/2006/chart';
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

function chartTypes(sheets: readonly SheetExtras[]): string {
  return sheets
    .flatMap(({ chart }, index) =>
      chart ? [`<Override PartName="/xl/charts/chart${index + 1}.xml" ContentType="${CHART_TYPE}"/>`] : [],
    )
    .join('');
}

function chartRelation({ chart }: SheetExtras, { sheetId }: Place): string | undefined {
  if (chart === undefined) return undefined;
  return `<Relationship Id="rId-chart-1" Type="${RELATIONS}/chart" Target="../charts/chart${sheetId}.xml"/>`;
}

/** English Metric Units: 360 000 a centimetre. */
const [WIDTH, HEIGHT] = [22 * 360_000, 10 * 360_000];

function chartFrame({ chart }: SheetExtras): string | undefined {
  if (chart === undefined) return undefined;
  const [column, row] = chart.at;
  return [
    '<xdr:oneCellAnchor><xdr:from>',
    `<xdr:col>${column}</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>${row}</xdr:row><xdr:rowOff>0</xdr:rowOff>`,
    `</xdr:from><xdr:ext cx="${WIDTH}" cy="${HEIGHT}"/><xdr:graphicFrame macro=""><xdr:nvGraphicFramePr>`,
    `<xdr:cNvPr id="2" name="${xmlText(chart.title)}"/><xdr:cNvGraphicFramePr/></xdr:nvGraphicFramePr>`,
    '<xdr:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/></xdr:xfrm><a:graphic>',
    `<a:graphicData uri="${CHART_SPACE}"><c:chart xmlns:c="${CHART_SPACE}" xmlns:r="${RELATIONS}" r:id="rId-chart-1"/>`,
    '</a:graphicData></a:graphic></xdr:graphicFrame><xdr:clientData/></xdr:oneCellAnchor>',
  ].join('');
}

/** Dark blue, light blue, grey. */
const COLOURS: readonly string[] = ['1F4E79', '9DC3E6', '7F7F7F'];

function chartXml({ title, categories, series }: SheetChart): string {
  const bars = series.map(
    (one, index) =>
      `<c:ser><c:idx val="${index}"/><c:order val="${index}"/><c:tx><c:v>${xmlText(one.title)}</c:v></c:tx>` +
      `<c:spPr><a:solidFill><a:srgbClr val="${COLOURS[index % COLOURS.length]}"/></a:solidFill></c:spPr>` +
      `<c:invertIfNegative val="0"/><c:cat><c:strRef>${cached(categories, 'str')}</c:strRef></c:cat>` +
      `<c:val><c:numRef>${cached(one, 'num')}</c:numRef></c:val></c:ser>`,
  );
  return [
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>',
    `<c:chartSpace xmlns:c="${CHART_SPACE}" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main">`,
    `<c:chart><c:title><c:tx><c:rich><a:bodyPr/><a:p><a:r><a:t>${xmlText(title)}</a:t></a:r></a:p></c:rich></c:tx>`,
    '<c:overlay val="0"/></c:title><c:autoTitleDeleted val="0"/><c:plotArea><c:layout/><c:barChart>',
    '<c:barDir val="bar"/><c:grouping val="clustered"/><c:varyColors val="0"/>',
    ...bars,
    '<c:gapWidth val="60"/><c:axId val="1"/><c:axId val="2"/></c:barChart>',
    '<c:catAx><c:axId val="1"/><c:scaling><c:orientation val="maxMin"/></c:scaling><c:delete val="0"/>',
    '<c:axPos val="l"/><c:crossAx val="2"/></c:catAx>',
    '<c:valAx><c:axId val="2"/><c:scaling><c:orientation val="minMax"/></c:scaling><c:delete val="0"/>',
    '<c:axPos val="b"/><c:majorGridlines/><c:numFmt formatCode="#,##0" sourceLinked="0"/><c:crossAx val="1"/></c:valAx>',
    '</c:plotArea><c:legend><c:legendPos val="b"/></c:legend><c:plotVisOnly val="1"/></c:chart></c:chartSpace>',
  ].join('');
}

function cached({ cells, values }: ChartCells<string | number>, kind: 'str' | 'num'): string {
  const points = values.map((value, index) => `<c:pt idx="${index}"><c:v>${xmlText(String(value))}</c:v></c:pt>`);
  const format = kind === 'num' ? '<c:formatCode>#,##0</c:formatCode>' : '';
  const count = `<c:ptCount val="${values.length}"/>`;
  return `<c:f>${xmlText(cells)}</c:f><c:${kind}Cache>${format}${count}${points.join('')}</c:${kind}Cache>`;
}

function xmlText(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
