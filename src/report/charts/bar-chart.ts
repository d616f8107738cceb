import { formatHundredths } from '../../domain';
import { decimalText, type Language } from '../../messages';

/** A chart of horizontal bars. Texts are the reader's language already. */
export interface BarChart {
  readonly title: string;
  /** `timer`, `%`; stands after every value. */
  readonly unit: string;
  /** In which the values are written. */
  readonly language: Language;
  readonly bars: readonly { readonly label: string; readonly hundredths: number }[];
}

const ROW = 22;
const LABEL_WIDTH = 160;
const BAR_WIDTH = 360;
const VALUE_WIDTH = 140;
const TOP = 34;

/**
 * Draws bars as a self-contained SVG: readable without colours, with the figures as text. Lengths are whole pixels, so
 * the same figures give the same bytes.
 */
export function barChart({ title, unit, language, bars }: BarChart): string {
  const longest = bars.reduce((most, bar) => Math.max(most, bar.hundredths), 1);
  const width = LABEL_WIDTH + BAR_WIDTH + VALUE_WIDTH;
  const height = TOP + bars.length * ROW + 8;
  const rows = bars.map(({ label, hundredths }, index) => {
    const top = TOP + index * ROW;
    const length = Math.round((hundredths * BAR_WIDTH) / longest);
    // Without decimals where none stand behind the comma.
    const value = `${decimalText(formatHundredths(hundredths).replace('.00', ''), language)} ${unit}`.trim();
    return [
      `<text x="${LABEL_WIDTH - 8}" y="${top + 15}" text-anchor="end">${escapeText(label)}</text>`,
      `<rect x="${LABEL_WIDTH}" y="${top + 3}" width="${length}" height="${ROW - 6}" fill="#1f5fa8"/>`,
      `<text x="${LABEL_WIDTH + length + 6}" y="${top + 15}">${escapeText(value)}</text>`,
    ].join('\n');
  });
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" font-family="sans-serif" font-size="13">`,
    `<title>${escapeText(title)}</title>`,
    `<text x="8" y="20" font-size="15" font-weight="bold">${escapeText(title)}</text>`,
    ...rows,
    '</svg>\n',
  ].join('\n');
}

function escapeText(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
