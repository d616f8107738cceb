import { CASE_ROADS, failAct, playRoad, SHORT_ROAD } from './case-play';

/** The last point of each kind is the one after which least is missing. */
const how = { chosen: (points: number) => (points > 0 ? [points] : []), breakOff: failAct };
const RESTORE = CASE_ROADS['a copy that is put back'] ?? [];

test('acts of cases that are broken off at the end come to the same again', async () => {
  await playRoad(SHORT_ROAD, { ...how, prefixes: ['db'] });
});

test('a copy that is put back, broken off before it has its name', async () => {
  await playRoad(RESTORE, { ...how, prefixes: ['file.rename'] });
});
