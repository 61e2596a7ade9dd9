export { seeded as randomFrom } from '../../server/cli/bots/random.ts'

/** Normal with mean 0 and variance 1 (Box and Muller). */
export const normalFrom = (random: () => number): number =>
  Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random())
