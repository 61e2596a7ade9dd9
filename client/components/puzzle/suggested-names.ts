/** Words of a name in plain letters: `El año del cometa` → `el ano del cometa`. */
const wordsOf = (name: string): string[] =>
  name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/['’]/g, '')
    .match(/[a-z0-9]+/g) ?? []

const MAX_ID = 64

/** The folder's name that a puzzle's name suggests; empty where it has no letter to begin with. */
export function idFrom(name: string): string {
  let id = ''
  for (const word of wordsOf(name)) {
    const longer = id === '' ? word : `${id}-${word}`
    if (longer.length > MAX_ID) break
    id = longer
  }
  return id.slice(0, MAX_ID)
}

/** A function's name as Python writes it. */
export function functionNameFrom(name: string): string {
  const words = wordsOf(name).slice(0, 5).join('_')
  return words === '' || /^[a-z]/.test(words) ? words : `solve_${words}`
}

/** A file's name, named by the mistake: `Forgets centuries` → `forgets-centuries.py`. */
export function fileNameFrom(name: string, extension: string): string {
  return `${idFrom(name.replace(/\.(py|js|ts)$/i, '')) || 'solution'}.${extension}`
}
