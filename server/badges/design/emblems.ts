import { badge, disc, inked, line, ring, shape, star, type Sky } from './shapes.ts'

type Emblem = { sky: Sky; draw: string }

const HILL = 'M0 420 Q256 340 512 420 V512 H0Z'
const hill = shape(HILL, '#0b1026')

/** Six steps, as many of them lit as the level has, and the star over the last of these. */
function stair(level: number): string {
  const [left, width, floor] = [100, 52, 410]
  const top = (step: number) => 380 - 29 * step
  const steps = [0, 1, 2, 3, 4, 5].map((step) => {
    const x = left + width * step
    const drawn = shape(`M${x + 5} ${floor} V${top(step)} H${x + width - 5} V${floor}Z`, '#ffe9a8')
    return step < level ? drawn : `<g opacity="0.22">${drawn}</g>`
  })
  return steps.join('') + star(left + width * (level - 0.5), top(level - 1) - 74, 56)
}

/** Rays over the horizon, and the sun that is a star. */
const rays = [-58, -29, 0, 29, 58]
  .map((angle) => {
    const turn = (angle * Math.PI) / 180
    const at = (radius: number) =>
      `${(256 + Math.sin(turn) * radius).toFixed(1)} ${(372 - Math.cos(turn) * radius).toFixed(1)}`
    return line(`M${at(208)} L${at(246)}`, { width: 24, colour: '#ffd166' })
  })
  .join('')

/** What each achievement shows. No words: they would not be legible at 64 pixels, nor in every language. */
const EMBLEMS: Record<string, Emblem> = {
  // One star over the hill: you were there.
  participation: { sky: 'night', draw: hill + star(256, 226, 112) },
  // A star that stands on the line it has drawn.
  'first-mark': {
    sky: 'night',
    draw: line('M112 366 H400', { width: 26 }) + line('M256 366 V416', { width: 26 }) + star(256, 226, 104),
  },
  // Over the dashed line of what was best so far.
  'personal-best': {
    sky: 'dawn',
    draw:
      line('M92 330 H420', { width: 22, dashes: '40 36' }) +
      line('M190 424 L256 366 L322 424', { width: 26 }) +
      star(256, 196, 104),
  },
  // The sun rises: the evening's headline.
  'improved-since-last-time': {
    sky: 'sunrise',
    draw: rays + star(256, 336, 122) + shape('M0 396 H512 V512 H0Z', '#1a2450'),
  },
  // A moon, and a star that has come up beside it.
  'improved-tonight': {
    sky: 'dusk',
    draw: shape('M236 106 A156 156 0 1 0 398 322 A130 130 0 1 1 236 106Z', '#ffe9a8') + star(322, 206, 78),
  },
  // Four seasons around.
  'improved-season': {
    sky: 'sunrise',
    draw:
      ring(256, 256, 156, 14) +
      star(256, 100, 40) +
      star(412, 256, 40) +
      star(256, 412, 40) +
      star(100, 256, 40) +
      star(256, 262, 92),
  },
  'best-round': { sky: 'dawn', draw: ring(256, 256, 166, 22) + star(256, 262, 108) },
  // On the summit.
  'new-climber': {
    sky: 'dusk',
    draw:
      shape('M0 512 L256 224 L512 512Z', '#ffe9a8') +
      shape('M256 224 L324 300 L256 344 L190 298Z', '#ffffff') +
      star(256, 150, 76),
  },
  // Down, and up again.
  comeback: { sky: 'dawn', draw: line('M104 172 C140 420 300 440 366 226', { width: 30 }) + star(376, 170, 80) },
  'steepest-climb': {
    sky: 'sunrise',
    draw: line('M108 400 C250 396 300 330 330 232', { width: 30 }) + star(346, 168, 88),
  },
  // Three that were not lit yet, then the one that was.
  'most-persistent': {
    sky: 'dusk',
    draw:
      star(112, 356, 40, { hollow: true }) +
      star(204, 318, 40, { hollow: true }) +
      star(290, 268, 40, { hollow: true }) +
      star(372, 182, 78),
  },
  'cleanest-solve': { sky: 'dawn', draw: star(256, 262, 170) + inked('M206 262 L242 302 L312 224', 32) },
  // A falling star with its trail.
  'your-moment': {
    sky: 'dusk',
    draw:
      line('M96 396 L246 262', { width: 26 }) +
      line('M96 306 L206 216', { width: 20 }) +
      line('M186 428 L292 336', { width: 20 }) +
      star(332, 190, 100),
  },
  // A rosette: somebody thought you deserved it.
  'host-made': {
    sky: 'sunrise',
    draw:
      shape('M186 290 L150 446 L206 410 L256 452 L306 410 L362 446 L326 290Z', '#ffe9a8') +
      disc(256, 218, 140, '#1a2450') +
      ring(256, 218, 140, 18) +
      star(256, 224, 94),
  },
}

const LEVEL_SKIES: Sky[] = ['night', 'night', 'dusk', 'dusk', 'dawn', 'sunrise']

/** The emblem's name: `new-level-3` for a level, else the achievement's id; a name that is not there gets the rosette. */
function emblemOf(name: string): Emblem {
  const level = /^new-level-([1-6])$/.exec(name)?.[1]
  if (level) return { sky: LEVEL_SKIES[Number(level) - 1] ?? 'night', draw: stair(Number(level)) }
  return EMBLEMS[name] ?? EMBLEMS['host-made']!
}

/** Every emblem there is. */
export const EMBLEM_NAMES = [...Object.keys(EMBLEMS), ...[1, 2, 3, 4, 5, 6].map((level) => `new-level-${level}`)]

/** The badge with this emblem as SVG. */
export function drawBadge(name: string, title: string): string {
  const { sky, draw } = emblemOf(name)
  return badge(sky, draw, title)
}
