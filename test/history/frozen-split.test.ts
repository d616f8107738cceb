import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type MadePerson, writeExtract } from '../cli/privacy/support/small-register';
import { temporaryFolder } from '../support/temporary-folder';
import { enginePlayer } from './engine-player';
import { type HistoryCommand, playHistory } from './play-history';
import type { Player } from './player';
import { programPlayer } from './program-player';

const NO_ACT = {
  ...{ grantYear: 0, component: '', person: '', recipient: '', basis: '', from: '', to: '', amount: 0, code: '' },
  ...{ table: '', key: '', row: {} },
};
const GRUNN = { ...NO_ACT, component: 'grunntilskudd' };
const BLOCK = { ...GRUNN, act: 1, kind: 'block' as const, recipient: '1507', from: '2023-01-01', to: '2023-12-31' };
const TO_HARAM = {
  ...{ ...GRUNN, act: 2, kind: 'pin_successor' as const },
  ...{ grantYear: 2023, basis: '1507', recipient: '1580' },
};
const DAYS = ['2023-12-31', '2024-03-31', '2024-06-30', '2024-09-30'];

/**
 * Ålesund's grunntilskudd of 2023 is blocked when its count is frozen, and the number is split before anybody releases it. The
 * naive calculator and the player must agree in each run.
 */
function write(folder: string): void {
  const persons = [1, 2, 3, 4].map(
    (number): MadePerson => ({ id: `20211234560${number}`, entered: '2022-03-01', homes: [['1507', '2022-03-01']] }),
  );
  const cells = [2023, 2024].flatMap((year) => [
    `grunntilskudd,${year},low,200000`,
    `grunntilskudd,${year},high,600000`,
  ]);
  const rates = cells.map((cell) => `${cell},illustrative,made up,`);
  writeFileSync(join(folder, 'rates.csv'), `key,grant_year,rate_class,value,status,source,note\n${rates.join('\n')}\n`);
  const acts: Readonly<Record<string, HistoryCommand['acts']>> = { '2023-12-31': [BLOCK], '2024-06-30': [TO_HARAM] };
  const commands = DAYS.map((day, place): HistoryCommand => {
    writeExtract(join(folder, day), persons, { takenAt: day });
    const [year, term] = place === 0 ? [2023, 4] : [2024, place];
    const exclude = ['persontilskudd'];
    return { command: 'run', year, term, as_of: day, exclude, rates: 'rates.csv', extract: day, acts: acts[day] ?? [] };
  });
  writeFileSync(join(folder, 'scenario.json'), JSON.stringify({ commands }));
}

/** What each run says of 2023: amount, and recipient of a line or reason of what is held. */
function watched(player: Player, seen: string[]): Player {
  return {
    ...player,
    async run(...args) {
      const played = await player.run(...args);
      const rows = 'files' in played ? Object.entries(played.files) : [];
      const of2023 = rows.flatMap(([file, lines]) =>
        /payout_lines|held/.test(file) ? lines.filter((line) => line.startsWith('2023,')) : [],
      );
      seen.push(of2023.map((line) => line.replace(/^2023,/, '')).join(' | '));
      return played;
    },
  };
}

test.each([
  ['the engine', enginePlayer],
  ['the program', programPlayer],
])(
  'a grunntilskudd that was blocked when it was frozen is held after the split, and paid by case once to the right number: %s',
  async (_, makePlayer) => {
    const folder = temporaryFolder();
    write(folder);
    const seen: string[] = [];
    expect(await playHistory(folder, (work) => watched(makePlayer(work), seen))).toEqual([]);
    expect(seen).toEqual([
      'grunntilskudd,,600000,600000,blocked',
      'grunntilskudd,,600000,600000,difference_no_unique_successor',
      '2,grunntilskudd,Grunntilskudd-H,,1580,1507,600000,1,1,600000,0,600000,arrears,grunntilskudd',
      '',
    ]);
  },
);
