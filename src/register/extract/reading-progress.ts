/** Parts of the reading of an extract, in their order. */
export const READING_STAGES = ['survey', 'rows', 'store'] as const;
export type ReadingStage = (typeof READING_STAGES)[number];

/** How far the reading of an extract has come. */
export interface ReadingProgress {
  readonly stage: ReadingStage;
  /** Share of the stage that is done, 0 to 1. */
  readonly share: number;
  /** Lines of all files; 0 until they have been counted. */
  readonly lines: number;
}

/** Told again and again while an extract is read; it decides nothing. */
export type ProgressListener = (progress: ReadingProgress) => void;

/** Counts what is done of each stage and tells a listener. */
export class ProgressCounter {
  readonly #listener: ProgressListener;
  #stage: ReadingStage = 'survey';
  #total = 0;
  #done = 0;
  #lines = 0;

  constructor(listener: ProgressListener = () => {}) {
    this.#listener = listener;
  }

  /** @param total what the stage has to do, in any unit */
  begin(stage: ReadingStage, total: number, lines = this.#lines): void {
    this.#stage = stage;
    this.#total = total;
    this.#done = 0;
    this.#lines = lines;
    this.#report();
  }

  /** Counts a piece of the stage's work. */
  readonly add = (amount: number): void => {
    this.#done += amount;
    this.#report();
  };

  #report(): void {
    const share = this.#total === 0 ? 1 : Math.min(1, this.#done / this.#total);
    this.#listener({ stage: this.#stage, share, lines: this.#lines });
  }
}
