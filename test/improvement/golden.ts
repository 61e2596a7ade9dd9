import { round } from './builders.ts'

/** "Numbers to reproduce" of the model's description; p3 is observed twice on purpose. */
export const GOLDEN_ROUNDS = [
  round('t1', 'p1:2 p2:4 p3:6', { a: '6, 14+1w, –+2w', b: '12+1w, –, –', c: '3, 5, 15' }),
  round('t1', 'p2b:4 p4:3 p3:6', { a: '8, 6, 18+1w', b: '16+2w+1h, 10, –', c: '6, 4, 12' }),
  round('t1', 'p5:2 p6:4 p7:5', { a: '4, 9, 17', b: '–, –, –', c: '3, 7, 9', d: '9, 15, –' }),
]

export const TOLERANCE = 0.0005

type Figures = [
  performance: number,
  level: number,
  sd: number,
  mark: number | null,
  kappa: number | null,
  gain: number | null,
]
export const GOLDEN_PLAYERS: Record<string, Figures>[] = [
  {
    a: [0.039, 0.0421, 0.7095, null, null, null],
    b: [-0.8286, -0.9421, 0.8437, null, null, null],
    c: [1.2014, 1.2706, 0.6566, null, null, null],
  },
  {
    a: [0.7066, 0.475, 0.5054, 0.0421, 0.1327, 0.0718],
    b: [-0.4266, -0.58, 0.573, -0.9421, 0.104, 0.0446],
    c: [1.3053, 1.2918, 0.4963, 1.2706, 0.1468, 0.004],
  },
  {
    a: [0.75, 0.6132, 0.4442, 0.475, 0.1979, 0.0389],
    b: [-1.6158, -0.9265, 0.5773, -0.58, 0.1729, -0.0809],
    c: [1.2655, 1.279, 0.4452, 1.2918, 0.2015, -0.0037],
    d: [-0.0777, -0.0834, 0.6966, null, null, null],
  },
]

export const GOLDEN_DIFFICULTIES: Record<string, number>[] = [{ p1: -0.892, p2: 0.2668, p3: 1.503 }, { p3: 1.3334 }, {}]

export const GOLDEN_TONIGHT = { a: 0.0389, b: -0.0809, c: -0.0037 }
