/** The little LaTeX that statements are written in, as Markdown; what is not known stays as it is, for the reader to mend. */
export function markdownOfLatex(latex: string): string {
  return latex
    .replace(/(?<!\\)%.*$/gm, '')
    .replace(/\\problemname\{([^}]*)\}/g, '# $1\n')
    .replace(/\\(?:sub)*section\*?\{([^}]*)\}/g, '## $1\n')
    .replace(
      /\\begin\{(?:verbatim|lstlisting)\}([^]*?)\\end\{(?:verbatim|lstlisting)\}/g,
      (_, code: string) => `\`\`\`\n${code.trim()}\n\`\`\``,
    )
    .replace(
      /\\begin\{(?:itemize|enumerate|center|figure)\}(?:\[[^\]]*\])?|\\end\{(?:itemize|enumerate|center|figure)\}/g,
      '',
    )
    .replace(/^[ \t]*\\item\s*/gm, '- ')
    .replace(/\\(?:illustration|includegraphics)(?:\[[^\]]*\])?(?:\{[^}]*\})+/g, '')
    .replace(/\\(?:textbf|bf)\{([^}]*)\}/g, '**$1**')
    .replace(/\\(?:emph|textit|it)\{([^}]*)\}/g, '*$1*')
    .replace(/\\(?:texttt|verb)\{([^}]*)\}/g, '`$1`')
    .replace(/\$([^$]*)\$/g, (_, formula: string) => formulaText(formula))
    .replace(/``|''/g, '"')
    .replace(/\\([%&$#_{}])/g, '$1')
    .replace(/(?<!\\)~/g, ' ')
    .replace(/\n{3,}/g, '\n\n')
    .trim()
}

const SIGNS: Record<string, string> = {
  leq: '≤',
  le: '≤',
  geq: '≥',
  ge: '≥',
  neq: '≠',
  ne: '≠',
  cdot: '·',
  times: '×',
  ldots: '…',
  dots: '…',
  in: '∈',
  pi: 'π',
  infty: '∞',
}

const formulaText = (formula: string): string =>
  formula
    .replace(/\\,/g, '')
    .replace(/\\([a-z]+)/g, (whole, name: string) => (Object.hasOwn(SIGNS, name) ? SIGNS[name]! : whole))
    .replace(/</g, ' < ')
    .replace(/ {2,}/g, ' ')
