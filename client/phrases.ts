/**
 * The server's own prose in the page's language: what the judge says to beginners, what a badge is for. Such texts come
 * as English sentences (they also stand in results, files and credentials), so a language has a book of phrases from
 * English to its own. `{{name}}` stands for whatever is there and is kept; `{{>name}}` for another phrase of the book.
 */
export type Phrases = Record<string, string>

const SLOT = /\{\{(>?)(\w+)\}\}/g

function patternOf(phrase: string): RegExp {
  const literal = phrase
    .split(/\{\{>?\w+\}\}/)
    .map((text) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
    .join('([^]+?)')
  return new RegExp(`^${literal}$`)
}

/** The text by the first phrase of the book that fits as a whole; null where none does. */
export function fromPhrases(book: Phrases, text: string): string | null {
  if (book[text] !== undefined) return book[text]
  for (const [english, own] of Object.entries(book)) {
    if (!english.includes('{{')) continue
    const found = patternOf(english).exec(text)
    if (!found) continue
    const values = new Map<string, string | null>()
    for (const [i, [, nested, name]] of [...english.matchAll(SLOT)].entries()) {
      const value = found[i + 1] ?? ''
      values.set(name ?? '', nested ? fromPhrases(book, value) : value)
    }
    if ([...values.values()].includes(null)) continue
    return own.replace(SLOT, (_slot, _nested, name: string) => values.get(name) ?? '')
  }
  return null
}
