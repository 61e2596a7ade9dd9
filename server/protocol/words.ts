import { z } from 'zod'

/** What people type, and which of it is taken. */

/** A name as people write it: any script, no control characters, no direction overrides. */
export const PlayerName = z
  .string()
  .trim()
  .min(1)
  .max(24)
  .regex(/^[\p{L}\p{M}\p{N}\p{Emoji_Presentation} .,'’·_-]+$/u)
export const HostName = z
  .string()
  .trim()
  .regex(/^[A-Za-z0-9_.-]{3,30}$/, 'a sign-in name has 3 to 30 letters, digits, ".", "_" or "-"')
export const Password = z.string().min(10, 'a password has at least 10 characters').max(128)
/** `KITE 42`, however it was typed. */
export const JoinCode = z
  .string()
  .transform((code) => code.toUpperCase().replace(/[^A-Z0-9]/g, ''))
  .pipe(z.string().min(4).max(12))
export const Locale = z
  .string()
  .regex(/^[a-z]{2}$/)
  .default('en')
/** What a host writes for everybody to read: no control characters, no direction overrides. */
export const PublicWords = z
  .string()
  .trim()
  .min(1)
  .regex(/^[^\p{Cc}\p{Bidi_Control}]*$/u)
/** What a player writes for hosts and helpers; what could hide or turn other text around is left out. */
export const PlayerWords = z
  .string()
  .max(2000)
  .transform((text) =>
    text
      .replace(/\r\n?/g, '\n')
      .replace(/(?!\n)[\p{Cc}\p{Bidi_Control}]/gu, '')
      .trim(),
  )
