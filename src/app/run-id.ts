/** What a run is called, and an opening. */
const RUN_ID = /^(?:\d{4}-T[1-4]|opening)-[0-9a-f]{12}$/;

/** Whether a text has the form of a run's or an opening's id. */
export function isRunId(text: string): boolean {
  return RUN_ID.test(text);
}
