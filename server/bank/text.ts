import { faultWords, type FaultWords } from '../protocol/package-faults.ts'

/** What is wrong with a statement, hint or walk-through as text: Markdown alone, no HTML, no pictures, no links that run something. */
export async function textFault(text: string): Promise<FaultWords | undefined> {
  if (text.trim() === '') return faultWords('empty')
  // Most texts hold nothing of the kind: only the others are worth loading a Markdown parser for.
  if (!/<[A-Za-z!?/]|\]\(|^[ >]*\[[^\]]*\]:|!\[/m.test(text)) return undefined
  const { default: MarkdownIt } = await import('markdown-it')
  const tokens = new MarkdownIt({ html: true }).parse(text, {}).flatMap((token) => [token, ...(token.children ?? [])])
  for (const token of tokens) {
    if (token.type === 'html_block' || token.type === 'html_inline') {
      return faultWords('text-html', { html: token.content.trim().slice(0, 40) })
    }
    if (token.type === 'image') return faultWords('text-picture')
    const href = token.type === 'link_open' ? String(token.attrGet('href')) : undefined
    if (href !== undefined && !/^https?:\/\//.test(href)) return faultWords('text-link', { link: href.slice(0, 40) })
  }
  // markdown-it leaves a link it finds unsafe as plain text, where nobody would see that it was meant as one.
  if (/\]\s*[(:]\s*<?\s*(javascript|vbscript|data|file):/i.test(text)) return faultWords('text-unsafe-link')
  return undefined
}

/** The hints between lines of `---`. */
export const splitHints = (text: string): string[] =>
  text
    .split(/^---[ \t]*$/m)
    .map((hint) => hint.trim())
    .filter((hint) => hint !== '')
