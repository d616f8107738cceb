/** Kinds of findings that came with run folders of format 2: what was run before was not searched for them. */
const SINCE_FORMAT_2: ReadonlySet<string> = new Set([
  'BORN_AFTER_AS_OF',
  'BORN_AFTER_ENTRY',
  'BORN_LONG_AGO',
  'DEAD_BEFORE_BIRTH',
  'DEAD_BEFORE_ENTRY',
  'DECISION_BEFORE_BIRTH',
  'EMIGRATED_BEFORE_BIRTH',
  'HOURS_BEFORE_BIRTH',
  'PERMIT_BEFORE_BIRTH',
  'RECIPIENT_ACCOUNT_SHARED',
  'RECIPIENT_ORG_NUMBER_SHARED',
  'REGISTERED_AFTER_EXTRACT',
]);

/**
 * Whether runs of a folder format were searched for a kind of finding. A run that is calculated again says what it said
 * then: what is looked for only since is no sign that somebody changed its folder.
 *
 * @param format of the run folder (manifest); undefined: of today
 */
export function isKindOfFormat(code: string, format: number | undefined): boolean {
  return format !== 1 || !SINCE_FORMAT_2.has(code);
}
