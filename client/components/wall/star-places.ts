/** A star's place on the wall, in percent of the sky; `size` in units of the wall, `dim` its opacity. */
export type StarPlace = { x: number; y: number; size: number; dim: number }

/** No more are drawn: by then the sky is full, and the number stands in words. */
export const MOST_STARS = 420

// The plastic number's sequence spreads points evenly however many there are, so the place of one never depends on
// how many others there are.
const STEP_X = 0.7548776662466927
const STEP_Y = 0.5698402909980532
const fraction = (n: number): number => n - Math.floor(n)
/** A number between 0 and 1 that looks random and is always the same for `i`. */
const hashed = (i: number, salt: number): number => fraction(Math.sin(i * 127.1 + salt * 311.7) * 43758.5453)

const HORIZON = 67
/** Words stand above this line, to the left. */
const WORDS_END = 53
/** What is free above it: beside the clock, under the code. */
const BESIDE = { left: 62, right: 99, top: 32 }
/** Later stars share the sky with the free part above, so that the band does not silt up. */
const BAND_ALONE = 110

/** Where star number `index` (from 0) stands: never under the words, and it does not move when others come. */
export function starPlace(index: number): StarPlace {
  // Pushed a little off the lattice, or the sky looks combed.
  const u = fraction(0.5 + index * STEP_X + 0.05 * (hashed(index, 5) - 0.5))
  const v = fraction(0.5 + index * STEP_Y + 0.3 * (hashed(index, 6) - 0.5))
  const above = index >= BAND_ALONE && index % 5 < 2
  return {
    x: above ? BESIDE.left + (BESIDE.right - BESIDE.left) * u : 1.5 + 97 * u,
    y: above ? BESIDE.top + (WORDS_END - BESIDE.top) * v : WORDS_END + (HORIZON - WORDS_END) * v,
    size: 0.85 + 1.15 * hashed(index, 1) ** 2,
    dim: 0.6 + 0.4 * hashed(index, 2),
  }
}

/** The small lights that are there before anybody has solved anything. */
export function farLight(index: number): { x: number; y: number; dim: number } {
  const n = index + 0.5
  return {
    x: 100 * fraction(0.21 + n * STEP_Y),
    y: (HORIZON + 2) * fraction(0.37 + n * STEP_X),
    dim: 0.12 + 0.26 * hashed(index, 4),
  }
}
