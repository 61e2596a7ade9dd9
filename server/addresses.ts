import { networkInterfaces } from 'node:os'

/** Where phones in the same network reach this machine: never localhost, unless there is nothing else. */
export function joinUrl(publicUrl: string | null, port: number): string {
  return publicUrl ?? machineUrls(port)[0] ?? urlOf('localhost', port)
}

/** What else this machine is called in its networks, where phones do not reach it by the address above. */
export const otherUrls = (publicUrl: string | null, port: number): string[] =>
  machineUrls(port).filter((url) => url !== joinUrl(publicUrl, port))

const machineUrls = (port: number): string[] =>
  Object.values(networkInterfaces())
    .flatMap((addresses) => addresses ?? [])
    .filter(({ family, internal }) => family === 'IPv4' && !internal)
    .map(({ address }) => urlOf(address, port))

const urlOf = (name: string, port: number): string => `http://${name}${port === 80 ? '' : `:${port}`}`

/** Whether a browser's page may talk to us: one that we served, under whichever name it found us. */
export function originAllowed(publicUrl: string | null) {
  return (origin: string | undefined, host: string): boolean => {
    if (origin === undefined) return true
    if (!URL.canParse(origin)) return false
    const url = new URL(origin)
    return url.host === host || (publicUrl !== null && url.origin === new URL(publicUrl).origin)
  }
}
