import { LEVELS } from '../protocol/levels.ts'

/** What a badge is given for, in the words of its credential; no person in it. `emblem` is what its picture shows. */
export type Achievement = { id: string; name: string; description: string; criteria: string; emblem: string }

const own = (id: string, name: string, description: string, criteria: string): Achievement => ({
  ...{ id, name, description, criteria },
  emblem: id,
})

const ACHIEVEMENTS: Achievement[] = [
  own('participation', 'Raced', 'Took part in a live coding tournament.', 'Play at least one round of a tournament.'),
  own(
    'first-mark',
    'First mark',
    'Set a first mark: the level to beat from now on.',
    'Play a first round. What was solved, how quickly and with how much help, against how hard the puzzles were, sets the mark.',
  ),
  own(
    'personal-best',
    'Personal best',
    'Reached a level never reached before.',
    'End a round with a level above every earlier one, difficulty of the puzzles taken into account.',
  ),
  own(
    'improved-since-last-time',
    'Most improved since last time',
    'Improved more than anybody else in the room since the tournament before.',
    'Have the largest gain of a tournament: the level after its last round over the mark that stood before its first, after three earlier rounds at least.',
  ),
  own(
    'improved-tonight',
    'Most improved tonight',
    'Improved more than anybody else in the room within one tournament.',
    'Have the largest gain over at least three rounds of one tournament.',
  ),
  own(
    'improved-season',
    'Most improved of the season',
    'Improved more than anybody else over a season.',
    'Have the largest gain over at least four rounds of a season.',
  ),
  own(
    'best-round',
    'Best round',
    'Went above the own mark further than anybody else in a round.',
    'Have the largest gain of a round, after three earlier rounds at least.',
  ),
  own(
    'new-climber',
    'New climber',
    'Went above the own mark further than anybody else who was new.',
    'Have the largest gain of a round among players in their second or third; given once to a person.',
  ),
  own(
    'comeback',
    'Comeback',
    'Found the way back up after a time below the own best.',
    'Have the largest rise of a round among players who stood clearly below their best.',
  ),
  own(
    'steepest-climb',
    'Steepest climb',
    'Got better from puzzle to puzzle.',
    'Have the largest difference between the second half of the own puzzles and the first, difficulty taken into account.',
  ),
  own(
    'most-persistent',
    'Most persistent',
    'Did not let go, and solved it in the end.',
    'Solve puzzles after at least three wrong submissions each; harder puzzles count for more.',
  ),
  own(
    'cleanest-solve',
    'Cleanest solve',
    'Solved a hard puzzle at the first submission.',
    'Solve the puzzle that was least to be expected with no wrong submission and no hint.',
  ),
  own(
    'your-moment',
    'Your moment',
    'Had a moment of an evening worth keeping.',
    "One's own best of a tournament: the hardest solve, the fastest against expectation, a new level, or rounds played.",
  ),
  ...LEVELS.map((level) =>
    own(
      `new-level-${level}`,
      `Level ${level}`,
      `Solved a puzzle of level ${level} of 6 for the first time.`,
      `Solve a puzzle of level ${level} in a round. Level 1 is a first day of programming; level 6 takes a trained programmer a quarter of an hour.`,
    ),
  ),
]

const BY_ID = new Map(ACHIEVEMENTS.map((achievement) => [achievement.id, achievement]))

/** The product's own achievements; host-made ones are in the store. */
export const ownAchievements = (): readonly Achievement[] => ACHIEVEMENTS
export const ownAchievement = (id: string): Achievement | null => BY_ID.get(id) ?? null

/** A host-made achievement in the form of the others. */
export const hostAchievement = ({
  id,
  name,
  sentence,
}: {
  id: string
  name: string
  sentence: string
}): Achievement => ({
  ...{ id, name, emblem: 'host-made' },
  description: sentence,
  criteria: `Awarded by the host of a tournament. ${sentence}`,
})
