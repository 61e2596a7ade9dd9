/** What badges are drawn with: a round piece of sky, gold stars, light lines. Sizes are of a square of 512. */
const SIZE = 512

const GOLD = '#ffd166'
const LIT = '#ffe9a8'
const INK = '#0b1026'

/** The look's star, about 20 wide around its middle. */
const STAR = 'M0-10 2.9-3.6 9.8-2.9 4.6 1.7 6.2 8.6 0 5-6.2 8.6-4.6 1.7-9.8-2.9-2.9-3.6Z'

type StarLook = { fill?: string; hollow?: boolean; turn?: number }

/** A star of this radius; `hollow` is one not lit yet. */
export function star(x: number, y: number, radius: number, { fill = GOLD, hollow = false, turn = 0 }: StarLook = {}) {
  const scale = radius / 10
  const place = `translate(${x} ${y}) rotate(${turn}) scale(${scale})`
  // The edge is as wide on a small star as on a large one.
  const edge = (hollow ? 14 : 10) / scale
  return hollow
    ? `<path transform="${place}" d="${STAR}" fill="none" stroke="${LIT}" stroke-width="${edge}" stroke-linejoin="round"/>`
    : `<path transform="${place}" d="${STAR}" fill="${fill}" stroke="${fill}" stroke-width="${edge}" stroke-linejoin="round"/>`
}

/** A light line; `width` 22 is still a line at 64 pixels. */
export const line = (d: string, { width = 22, colour = LIT, dashes = '' } = {}): string =>
  `<path d="${d}" fill="none" stroke="${colour}" stroke-width="${width}" stroke-linecap="round" stroke-linejoin="round"${
    dashes ? ` stroke-dasharray="${dashes}"` : ''
  }/>`

export const ring = (x: number, y: number, radius: number, width = 18): string =>
  `<circle cx="${x}" cy="${y}" r="${radius}" fill="none" stroke="${LIT}" stroke-width="${width}"/>`

export const shape = (d: string, fill: string): string => `<path d="${d}" fill="${fill}"/>`
export const disc = (x: number, y: number, radius: number, fill: string): string =>
  `<circle cx="${x}" cy="${y}" r="${radius}" fill="${fill}"/>`

/** A mark in ink on something lit. */
export const inked = (d: string, width = 26): string => line(d, { width, colour: INK })

/** The sky's colours from top to bottom: the more was risen above, the nearer to sunrise. */
const SKIES = {
  night: ['#0b1026', '#1a2450', '#33427f'],
  dusk: ['#111836', '#33427f', '#6a5cc2'],
  dawn: ['#1a2450', '#5b4a9e', '#c9698a'],
  sunrise: ['#33427f', '#a65a97', '#ff8a5c'],
} as const
export type Sky = keyof typeof SKIES

/** A whole badge as SVG: `emblem` on its sky, in a gold rim. `title` is read out, not drawn. */
export function badge(sky: Sky, emblem: string, title: string): string {
  const [top, middle, bottom] = SKIES[sky]
  const small = [
    [118, 178, 5],
    [166, 100, 4],
    [256, 62, 4],
    [352, 104, 5],
    [402, 190, 4],
  ]
  const far = small.map(([x, y, r]) => `<circle cx="${x}" cy="${y}" r="${r}" fill="#ffffff" opacity="0.45"/>`)
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" width="${SIZE}" height="${SIZE}" viewBox="0 0 ${SIZE} ${SIZE}" role="img">` +
    `<title>${escaped(title)}</title>` +
    `<defs><linearGradient id="sky" x1="0" y1="0" x2="0" y2="1">` +
    `<stop offset="0" stop-color="${top}"/><stop offset="0.6" stop-color="${middle}"/><stop offset="1" stop-color="${bottom}"/>` +
    `</linearGradient><clipPath id="in"><circle cx="256" cy="256" r="230"/></clipPath></defs>` +
    `<circle cx="256" cy="256" r="238" fill="url(#sky)" stroke="${GOLD}" stroke-width="14"/>` +
    `<g clip-path="url(#in)">${far.join('')}${emblem}</g></svg>`
  )
}

const escaped = (text: string): string =>
  text
    .replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`)
    .replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '')
