import type { ErrorDetail, MessageParams } from '../../domain';
import type { Reject, RejectGroup } from './reject-log';

/** Lines that a kind names after its first. */
const NEXT_LINES = 2;

/** A kind of reasons as one detail: the first with its value, how often, and the lines that follow. */
export function rejectDetail({ first, times, nextLines }: RejectGroup): ErrorDetail {
  const { file, line, column, rule, value } = first;
  const also: MessageParams =
    nextLines.length === 0 ? {} : { also: nextLines.map((next) => `${file}:${next}`).join(', ') };
  return { code: rule, params: { ...first.params, file, line, column, value, times, ...also } };
}

/** The kinds of reasons that come in the order of file and line. */
export function rejectDetails(rejects: Iterable<Reject>): ErrorDetail[] {
  const groups = new Map<string, { first: Reject; times: number; nextLines: number[] }>();
  for (const reject of rejects) {
    const { file, column, rule, params, line } = reject;
    const key = JSON.stringify([file, column, rule, params]);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, { first: reject, times: 1, nextLines: [] });
    else {
      group.times += 1;
      if (group.nextLines.length < NEXT_LINES) group.nextLines.push(line);
    }
  }
  return Array.from(groups.values(), rejectDetail);
}
