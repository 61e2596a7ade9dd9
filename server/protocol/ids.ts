import { z } from 'zod'

/** Opaque ids. The server makes them, except a submission's, which the player's outbox makes. */
const id = z.string().regex(/^[A-Za-z0-9_-]{8,64}$/, 'an id has 8 to 64 letters, digits, "-" or "_"')

export const TournamentId = id.brand<'TournamentId'>()
export type TournamentId = z.infer<typeof TournamentId>
export const RoundId = id.brand<'RoundId'>()
export type RoundId = z.infer<typeof RoundId>
/** A person, over all tournaments. */
export const PlayerId = id.brand<'PlayerId'>()
export type PlayerId = z.infer<typeof PlayerId>
/** A player in one tournament. */
export const EntryId = id.brand<'EntryId'>()
export type EntryId = z.infer<typeof EntryId>
export const SubmissionId = id.brand<'SubmissionId'>()
export type SubmissionId = z.infer<typeof SubmissionId>
/** A problem's id is the name of its folder. */
export const ProblemId = z
  .string()
  .regex(/^[a-z0-9][a-z0-9-]{0,63}$/, 'a problem id has lower-case letters, digits and "-"')
  .brand<'ProblemId'>()
export type ProblemId = z.infer<typeof ProblemId>
/** A kit's id is the name of its file. */
export const KitId = z
  .string()
  .regex(/^[a-z0-9][a-z0-9-]{0,63}$/, 'a kit id has lower-case letters, digits and "-"')
  .brand<'KitId'>()
export type KitId = z.infer<typeof KitId>
/** One time that submissions are judged again. */
export const RejudgingId = id.brand<'RejudgingId'>()
export type RejudgingId = z.infer<typeof RejudgingId>
/** Tournaments that belong together: a club's Thursdays. */
export const SeriesId = id.brand<'SeriesId'>()
export type SeriesId = z.infer<typeof SeriesId>
/** A series between two days. */
export const SeasonId = id.brand<'SeasonId'>()
export type SeasonId = z.infer<typeof SeasonId>
/** A puzzle on its way into the bank. */
export const ContributionId = id.brand<'ContributionId'>()
export type ContributionId = z.infer<typeof ContributionId>
