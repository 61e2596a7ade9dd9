import { nameKey } from '../server/protocol/names.ts'

/** Suggested nicknames are things of the sky and the woods, the same in every language's alphabet. */
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

/** `count` different suggestions; `random` answers between 0 and 1. */
export function suggestNames(count: number, random: () => number = Math.random): string[] {
  const names = new Map<string, string>()
  const pick = (words: string[]): string => words[Math.floor(random() * words.length)] ?? words[0] ?? ''
  for (let tries = 0; names.size < count && tries < count * 20; tries++) {
    const [first, second] = [pick(FIRST), pick(SECOND)]
    if (first !== second) names.set(nameKey(`${first} ${second}`), `${first} ${second}`)
  }
  return [...names.values()]
}
