import { createHash, createHmac } from 'node:crypto';
import fc from 'fast-check';
import { HashList } from '../../../src/trace/lanes/hash-list';
import { LaneGroup } from '../../../src/trace/lanes/lane-group';
import { laneHmac } from '../../../src/trace/lanes/lane-hmac';
import { LaneMemory, STATE_WORDS } from '../../../src/trace/lanes/lane-memory';
import { blocksNeeded, LaneMessage } from '../../../src/trace/lanes/lane-message';

const memory = new LaneMemory();

test('one message of one block', () => {
  const hashes = new HashList(1);
  const group = new LaneGroup(memory, 1, hashes, memory.firstState);
  const message = new LaneMessage();
  message.begin(group, 'a'.charCodeAt(0));
  message.put(Buffer.from('bcde').readInt32BE());
  message.end(group, 0);
  group.flush();
  expect(hashes.bytes(1).toString('hex')).toBe(createHash('sha256').update('abcde').digest('hex'));
});

test.each(Array.from({ length: 16 }, (_, index) => index + 1))(
  'messages of %i blocks, any number of them',
  (blocks) => {
    const hashes = new HashList(16);
    const group = new LaneGroup(new LaneMemory(), blocks, hashes, memory.firstState);
    const most = Math.floor((blocks * 64 - 10) / 4);
    const least = blocks === 1 ? 0 : Math.floor((blocks * 64 - 64 - 10) / 4) + 1;
    const words = fc.array(fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 }), { minLength: least, maxLength: most });
    fc.assert(
      fc.property(fc.array(words, { minLength: 1, maxLength: 9 }), fc.nat({ max: 255 }), (messages, firstByte) => {
        const writer = new LaneMessage();
        for (const [index, content] of messages.entries()) {
          expect(blocksNeeded(content.length)).toBe(blocks);
          writer.begin(group, firstByte);
          for (const value of content) writer.put(value);
          writer.end(group, index * STATE_WORDS);
        }
        group.flush();
        const expected = messages.map((content) => {
          const bytes = Buffer.alloc(1 + content.length * 4, firstByte);
          for (const [index, value] of content.entries()) bytes.writeInt32BE(value, 1 + index * 4);
          return createHash('sha256').update(bytes).digest();
        });
        expect(hashes.bytes(messages.length)).toEqual(Buffer.concat(expected));
      }),
      { numRuns: 20 },
    );
  },
);

test.each([1, 32, 64, 65, 200])('HMAC under a key of %i bytes', (keyBytes) => {
  const key = Buffer.from(Array.from({ length: keyBytes }, (_, index) => (index * 7) % 256));
  const hashes = new HashList(3);
  const template = Buffer.from('a message of a length');
  const group = laneHmac(new LaneMemory(), key, template, hashes);
  for (let index = 0; index < 3; index += 1) group.take(index * STATE_WORDS);
  group.flush();
  const expected = createHmac('sha256', key).update(template).digest();
  expect(hashes.bytes(3)).toEqual(Buffer.concat([expected, expected, expected]));
});
