/**
 * Source text without comments and with every run of white space as one blank, so that a lock changes when the code
 * does and not when it is explained or laid out anew. Strings and templates are kept to the letter.
 */
export function stripComments(source: string): string {
  const tokens = /\/\*[\s\S]*?\*\/|\/\/[^\n]*|'(?:\\.|[^'\\\n])*'|"(?:\\.|[^"\\\n])*"|`(?:\\.|[^`\\])*`|\s+/g;
  return source
    .replace(tokens, (token) => {
      if (token.startsWith('/*') || token.startsWith('//') || /^\s/.test(token)) return ' ';
      return token;
    })
    .replace(/ +/g, ' ')
    .replace(/,? ?([)\]}])/g, '$1')
    .trim();
}
