/** What is wrong with a statement, hint or walk-through as text: Markdown alone, no HTML, no pictures, no links that run something. */
export async function textFault(text: string): Promise<string | undefined> {
  if (text.trim() === '') return 'is empty'
  // Most texts hold nothing of the kind: only the others are worth loading a Markdown parser for.
  if (!/<[A-Za-z!?/]|\]\(|^[ >]*\[[^\]]*\]:|!\[/m.test(text)) return undefined
  const { default: MarkdownIt } = await import('markdown-it')
  const tokens = new MarkdownIt({ html: true }).parse(text, {}).flatMap((token) => [token, ...(token.children ?? [])])
  for (const token of tokens) {
    if (token.type === 'html_block' || token.type === 'html_inline') {
      return `holds HTML, "${token.content.trim().slice(0, 40)}"; write Markdown, and code between backticks`
    }
    if (token.type === 'image')
      return 'holds a picture; draw with text in a fenced block, so that it works without a network'
    const href = token.type === 'link_open' ? String(token.attrGet('href')) : undefined
    if (href !== undefined && !/^https?:\/\//.test(href))
      return `holds a link to "${href.slice(0, 40)}"; only https:// may be linked`
  }
  // markdown-it leaves a link it finds unsafe as plain text, where nobody would see that it was meant as one.
  if (/\]\s*[(:]\s*<?\s*(javascript|vbscript|data|file):/i.test(text)) return 'holds a link that would run something'
  return undefined
}

/** The hints between lines of `---`. */
export const splitHints = (text: string): string[] =>
  text
    .split(/^---[ \t]*$/m)
    .map((hint) => hint.trim())
    .filter((hint) => hint !== '')
