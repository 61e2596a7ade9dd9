/** As many as the server takes. */
export const MOST_CHARACTERS = 60

/** A name with something beside it (`named`): a long name is cut so that what stands beside it stays. */
export function fitted(name: string, named: (name: string) => string): string {
  const room = MOST_CHARACTERS - named('').length
  return named([...name].slice(0, room).join('').trim())
}
