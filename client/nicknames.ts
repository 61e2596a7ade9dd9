import { nameKey } from '../server/protocol/names.ts'

/** Suggested nicknames are things of the sky and the woods. */
const FIRST = [
  'Amber',
  'Brisk',
  'Calm',
  'Clever',
  'Dawn',
  'Gentle',
  'Golden',
  'Happy',
  'Keen',
  'Lucky',
  'Merry',
  'Mellow',
  'Nimble',
  'Polar',
  'Quick',
  'Quiet',
  'Silver',
  'Sunny',
  'Swift',
  'Velvet',
]
const SECOND = [
  'Badger',
  'Comet',
  'Cricket',
  'Falcon',
  'Fern',
  'Finch',
  'Fox',
  'Heron',
  'Kite',
  'Lark',
  'Lynx',
  'Maple',
  'Moth',
  'Otter',
  'Owl',
  'Pebble',
  'Robin',
  'Sparrow',
  'Swift',
  'Willow',
]

/** In Spanish the thing comes first, and what is said of it goes with things of either gender. */
const THINGS =
  'Alondra Búho Colibrí Cometa Cóndor Delfín Garza Gorrión Grillo Halcón Helecho Lince Luciérnaga Mariposa Nutria Pino Sauce Tejón Tucán Zorro'
const KINDS =
  'Ágil Alegre Amable Audaz Azul Brillante Celeste Estelar Feliz Fugaz Gentil Libre Lunar Polar Sagaz Solar Tenaz Valiente Veloz Verde'
const LISTS: Record<string, [string[], string[]]> = {
  en: [FIRST, SECOND],
  es: [THINGS.split(' '), KINDS.split(' ')],
}

/** `count` different suggestions in the language; `random` answers between 0 and 1. */
export function suggestNames(count: number, language = 'en', random: () => number = Math.random): string[] {
  const [firsts, seconds] = LISTS[language] ?? [FIRST, SECOND]
  const names = new Map<string, string>()
  const pick = (words: string[]): string => words[Math.floor(random() * words.length)] ?? words[0] ?? ''
  for (let tries = 0; names.size < count && tries < count * 20; tries++) {
    const [first, second] = [pick(firsts), pick(seconds)]
    if (first !== second) names.set(nameKey(`${first} ${second}`), `${first} ${second}`)
  }
  return [...names.values()]
}
