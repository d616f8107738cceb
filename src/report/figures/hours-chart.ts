import { formatWhole } from '../../domain';
import { AXIS, CHART_COLOURS } from '../charts/draw-chart';
import type { Recipient } from '../model/recipient';
import { say } from '../site/place';
import type { ChartPlan, Reader } from './chart';
import { GRID, SIZE } from './chart-parts';

/** Hours of training and the year's amount: a dot a recipient. */
export function hoursChart(reader: Reader, recipients: readonly Recipient[]): ChartPlan {
  const rows = recipients.flatMap(({ id, name, hours: own, annualNok }) =>
    own?.hoursHundredths === undefined || annualNok === undefined || annualNok === 0
      ? []
      : [[`${id} ${name}`, Math.round(own.hoursHundredths / 100), annualNok] as const],
  );
  return {
    ...SIZE,
    name: 'hours',
    title: say(reader, 'report.chart.hours'),
    says: say(reader, 'report.chart.hours_says'),
    columns: [say(reader, 'report.recipient'), say(reader, 'report.hours'), say(reader, 'report.annual')],
    rows,
    option: {
      grid: { ...GRID, bottom: 34 },
      xAxis: {
        type: 'log',
        min: 10,
        name: say(reader, 'report.chart.hours_axis'),
        nameLocation: 'middle',
        nameGap: 30,
        ...AXIS,
        axisLabel: { ...AXIS.axisLabel, formatter: formatWhole },
      },
      yAxis: {
        type: 'log',
        min: 10_000,
        name: say(reader, 'report.chart.annual_axis'),
        nameTextStyle: { align: 'left', fontSize: 12 },
        nameGap: 12,
        ...AXIS,
        axisLabel: { ...AXIS.axisLabel, formatter: (value: number) => formatWhole(value / 1000) },
      },
      series: [
        {
          type: 'scatter',
          symbolSize: 7,
          itemStyle: { color: CHART_COLOURS.accent, opacity: 0.55 },
          data: rows.filter(([, own]) => own > 0).map(([, own, annualNok]) => [own, annualNok]),
        },
      ],
    },
  };
}
