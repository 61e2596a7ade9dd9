import { networkInterfaces } from 'node:os'

/** Where phones in the same network reach this machine: never localhost, unless there is nothing else. */
export function joinUrl(publicUrl: string | null, port: number): string {
  if (publicUrl) return publicUrl
  const addresses = Object.values(networkInterfaces()).flatMap((addresses) => addresses ?? [])
  const outside = addresses.find(({ family, internal }) => family === 'IPv4' && !internal)
  return `http://${outside?.address ?? 'localhost'}${port === 80 ? '' : `:${port}`}`
}

/** Whether a browser's page may talk to us: one that we served, under whichever name it found us. */
export function originAllowed(publicUrl: string | null) {
  return (origin: string | undefined, host: string): boolean => {
    if (origin === undefined) return true
    if (!URL.canParse(origin)) return false
    const url = new URL(origin)
    return url.host === host || (publicUrl !== null && url.origin === new URL(publicUrl).origin)
  }
}
