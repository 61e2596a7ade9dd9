/** `planned → countdown → running ⇄ paused → ended → published`; a countdown can be called off. */
export const ROUND_STATUSES = ['planned', 'countdown', 'running', 'paused', 'ended', 'published'] as const
export type RoundStatus = (typeof ROUND_STATUSES)[number]

/** `open`: people join and rounds run · `ended`: figures are made · `published`: the awards page is public. */
export type TournamentStatus = 'open' | 'ended' | 'published'

/** owner: runs the installation · host: runs tournaments · helper: sees and answers · player · spectator: no account. */
export const ROLES = ['owner', 'host', 'helper', 'player', 'spectator'] as const
export type Role = (typeof ROLES)[number]

/** Tries without success in a row after which somebody may be stuck. */
export const STUCK_AFTER_WRONG = 4

/** What stands in for a picture of a player: the colour of their star. */
export const STARS = ['gold', 'coral', 'rose', 'violet', 'sky', 'mint', 'leaf', 'sand'] as const
export type Star = (typeof STARS)[number]
