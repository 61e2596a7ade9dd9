export type Token = {
  kind: 'word' | 'number' | 'text' | 'operator' | 'line'
  text: string
  /** Where it starts in the source. */
  at: number
}

export type TokenLanguage = 'python' | 'javascript'

const PYTHON =
  /(?<skip>[ \t\f]+|#[^\n]*|\\\n)|(?<line>\n)|(?<text>[rRbBuUfF]{0,2}(?:"""(?:\\[^]|[^\\])*?"""|'''(?:\\[^]|[^\\])*?'''|"(?:\\[^]|[^"\\\n])*"|'(?:\\[^]|[^'\\\n])*'))|(?<number>(?:0[xXbBoO][\da-fA-F_]+|\d[\d_]*(?:\.\d*)?(?:[eE][+-]?\d+)?|\.\d+(?:[eE][+-]?\d+)?)j?)|(?<word>[\p{L}_][\p{L}\p{N}_]*)|(?<operator>\*\*=|\/\/=|>>=|<<=|->|:=|\*\*|\/\/|>>|<<|[-+*/%&|^@<>=!]=|[^])/uy

const JAVASCRIPT =
  /(?<skip>[ \t\f]+|\/\/[^\n]*|\/\*[^]*?\*\/)|(?<line>\n)|(?<text>"(?:\\[^]|[^"\\\n])*"|'(?:\\[^]|[^'\\\n])*'|`(?:\\[^]|\$\{[^}]*\}|[^`\\])*`)|(?<number>0[xXbBoO][\da-fA-F_]+n?|\d[\d_]*(?:\.\d*)?(?:[eE][+-]?\d+)?n?|\.\d+(?:[eE][+-]?\d+)?)|(?<word>[\p{L}_$#][\p{L}\p{N}_$]*)|(?<operator>>>>=|===|!==|\*\*=|<<=|>>=|>>>|&&=|\|\|=|\?\?=|\.\.\.|=>|==|!=|<=|>=|&&|\|\||\?\?|\?\.|\+\+|--|\*\*|<<|>>|[-+*/%&|^]=|[^])/uy

/** After one of these a slash starts a regular expression; after a value it divides. */
const VALUE_ENDS = new Set([')', ']', '}'])
const REGULAR_EXPRESSION = /\/(?:\\.|\[(?:\\.|[^\]\\\n])*\]|[^/\\\n[])+\/[a-z]*/y
const WORDS_BEFORE_A_VALUE = new Set(['return', 'typeof', 'case', 'in', 'of', 'delete', 'void', 'throw', 'new', 'else'])

/**
 * Splits a program into tokens; comments and white space are left out, a template literal or f-string is one text.
 * Good enough to change an operator or a constant: what a wrong guess would break, the judge refuses as unreadable.
 */
export function tokens(source: string, language: TokenLanguage): Token[] {
  const pattern = new RegExp(language === 'python' ? PYTHON : JAVASCRIPT)
  const found: Token[] = []
  let at = 0
  while (at < source.length) {
    const before = found.at(-1)
    if (language === 'javascript' && source[at] === '/' && startsRegularExpression(before)) {
      REGULAR_EXPRESSION.lastIndex = at
      const text = source[at + 1] === '/' || source[at + 1] === '*' ? undefined : REGULAR_EXPRESSION.exec(source)?.[0]
      if (text !== undefined) {
        found.push({ kind: 'text', text, at })
        at += text.length
        continue
      }
    }
    pattern.lastIndex = at
    const match = pattern.exec(source)
    if (match === null) break
    const kind = Object.entries(match.groups ?? {}).find(([, text]) => text !== undefined)?.[0]
    if (kind !== undefined && kind !== 'skip') found.push({ kind: kind as Token['kind'], text: match[0], at })
    at += match[0].length
  }
  return found
}

function startsRegularExpression(before: Token | undefined): boolean {
  if (before === undefined || before.kind === 'line') return true
  if (before.kind === 'operator') return !VALUE_ENDS.has(before.text)
  return before.kind === 'word' && WORDS_BEFORE_A_VALUE.has(before.text)
}
