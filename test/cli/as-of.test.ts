import { resolveAsOf } from '../../src/app/run/as-of';
import { knownDay } from '../../src/domain';

test('D is the earlier of cut-off and the day the extract was taken, unless it is given', () => {
  const cutOff = knownDay('2018-03-31');
  expect(resolveAsOf(undefined, cutOff, knownDay('2018-03-20'))).toBe(knownDay('2018-03-20'));
  expect(resolveAsOf(undefined, cutOff, knownDay('2018-04-02'))).toBe(cutOff);
  expect(resolveAsOf(undefined, cutOff, undefined)).toBe(cutOff);
  expect(resolveAsOf(knownDay('2018-04-01'), cutOff, knownDay('2018-04-02'))).toBe(knownDay('2018-04-01'));
});

test('D after the day the extract was taken is refused', () => {
  const given = () => resolveAsOf(knownDay('2018-04-03'), knownDay('2018-03-31'), knownDay('2018-04-02'));
  expect(given).toThrow(expect.objectContaining({ code: 'AS_OF_AFTER_EXTRACT', exitCode: 6 }));
});
