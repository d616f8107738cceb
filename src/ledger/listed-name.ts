/** Scripts whose letters look alike. */
const SCRIPTS = [/\p{Script=Latin}/u, /\p{Script=Cyrillic}/u, /\p{Script=Greek}/u, /\p{Script=Armenian}/u];

/**
 * Whether a name can be told from every other one by looking at it: no invisible characters, and no letters of several
 * scripts mixed, so that nobody stands twice on a list under what reads as one name.
 */
export function isReadableName(name: string): boolean {
  const scripts = SCRIPTS.filter((script) => script.test(name)).length;
  return scripts <= 1 && !/[\p{Cc}\p{Cf}\p{Co}\p{Cn}\p{Default_Ignorable_Code_Point}]/u.test(name);
}
