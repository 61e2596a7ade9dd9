/** Where people join: `joinUrl` is the server's address as others reach it, without a path. */
export const joinLink = (joinUrl: string, code: string): string => `${joinUrl}/t/${code.replace(/[^A-Z0-9]/gi, '')}`

/** The address as people type it: no `http://`. */
export const spokenAddress = (joinUrl: string): string => joinUrl.replace(/^https?:\/\//, '').replace(/\/$/, '')
