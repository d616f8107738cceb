/** What is to be verified, and against what. Paths are absolute. */
export interface VerifyInput {
  /** In the order in which they were posted. */
  readonly folders: readonly string[];
  readonly db: string | undefined;
  readonly head: string | undefined;
  /** Hash of the first list of approvers, as it was kept elsewhere: all signatures must lead back to it. */
  readonly firstList?: string | undefined;
  readonly extract: string | undefined;
  readonly rates: readonly string[];
  /** These three where they are given anew; a run holds its own. */
  readonly recipients: string | undefined;
  readonly columns: string | undefined;
  readonly rejectLimitPercent: number | undefined;
  /** Folder of the newer tables that a run used. */
  readonly tables?: string | undefined;
  readonly key: Uint8Array | undefined;
  readonly sql: boolean;
  readonly journal: string | undefined;
}
