/** Where people join: `joinUrl` is the server's address as others reach it, without a path. */
export const joinLink = (joinUrl: string, code: string): string => `${joinUrl}/t/${plainCode(code)}`

/** The code as it stands in an address. */
export const plainCode = (code: string): string => code.replace(/[^A-Z0-9]/gi, '').toUpperCase()

/** The code as people say it: a space before the number. */
export const spokenCode = (code: string): string => plainCode(code).replace(/([A-Z])(\d)/, '$1 $2')

/** The address as people type it: no `http://`. */
export const spokenAddress = (joinUrl: string): string => joinUrl.replace(/^https?:\/\//, '').replace(/\/$/, '')
