import { join } from 'node:path';
import { readText } from '../../effects';
import type { MapOutline } from '../../report';
import { programFolder } from '../program-files';

/** Outlines of the division of the year's end; of years between, that of the last one before. */
export function mapOfYear(grantYear: number): MapOutline {
  const division = grantYear >= 2024 ? 2024 : grantYear >= 2020 ? 2020 : 2018;
  const file = join(programFolder(), 'src', 'report', 'maps', `kommuner-${division}.json`);
  const { viewBox, paths }: Omit<MapOutline, 'source'> = JSON.parse(readText(file));
  return { viewBox, paths, source: division === 2018 ? 'Geonorge (CC0)' : 'Kartverket (CC BY 4.0)' };
}
