/** How large what is sent may be. */
export const MAX_SOURCE_BYTES = 64 * 1024
export const MAX_MESSAGE_BYTES = 128 * 1024
/** A whole puzzle with its tests and submissions: commands that begin with `contribution:` may be as large. */
export const MAX_CONTRIBUTION_BYTES = 1024 * 1024
/** A zip that is imported. */
export const MAX_IMPORT_BYTES = 4 * 1024 * 1024
