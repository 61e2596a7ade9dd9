import { z } from 'zod'
import type { ProfileView } from '../profile.ts'
import { nothing } from './shapes.ts'

export const profileCommands = {
  'profile:read': nothing,
  'profile:delete': z.strictObject({ confirm: z.literal('delete') }),
}

export type ProfileReplies = {
  'profile:read': ProfileView
}
