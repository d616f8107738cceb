/** Room for so many bytes, at first zeros. Whoever needs more later asks anew: nothing is given back. */
export function reserve(bytes: usize): usize {
  return heap.alloc(bytes);
}

/** Room that grows; what stands there moves along. */
export class Room {
  place: usize;
  size: usize;

  constructor(bytes: usize) {
    this.place = reserve(bytes);
    this.size = bytes;
  }

  /** Makes room for so many bytes in all. */
  grow(bytes: usize): void {
    if (bytes <= this.size) return;
    const larger = reserve(bytes * 2);
    memory.copy(larger, this.place, this.size);
    this.place = larger;
    this.size = bytes * 2;
  }
}

/** Copies bytes in steps of sixteen: up to fifteen bytes behind the last one are overwritten, too. */
export function copyRoughly(from: usize, bytes: usize, to: usize): void {
  for (let done: usize = 0; done < bytes; done += 16) v128.store(to + done, v128.load(from + done));
}
