import type { IncomingHttpHeaders } from 'node:http'
import { isIPv6 } from 'node:net'

/**
 * Where a request comes from, as the budgets count it: what `proxies` reverse proxies in front of us say, otherwise the
 * connection itself. A home or a phone has a whole /64 of IPv6 addresses, which count as one.
 */
export function addressOf(
  request: { headers: IncomingHttpHeaders; socket: { remoteAddress?: string | undefined } },
  proxies: number,
): string {
  const forwarded = [request.headers['x-forwarded-for'] ?? []].flat().join(',')
  const chain = [
    ...forwarded
      .split(',')
      .map((part) => part.trim())
      .filter(Boolean),
    request.socket.remoteAddress ?? '',
  ]
  return block(chain[Math.max(0, chain.length - 1 - proxies)] || 'nowhere')
}

function block(address: string): string {
  const plain = address.replace(/^::ffff:(?=\d+\.)/i, '')
  if (!isIPv6(plain)) return plain
  const [head = '', tail = ''] = plain.toLowerCase().replace(/%.*$/, '').split('::')
  const [before, after] = [head, tail].map((part) => part.split(':').filter(Boolean))
  const zeros = plain.includes('::') ? 8 - before!.length - after!.length : 0
  const groups = [...before!, ...Array<string>(Math.max(0, zeros)).fill('0'), ...after!]
  return `${groups
    .slice(0, 4)
    .map((group) => group.replace(/^0+(?=.)/, ''))
    .join(':')}::/64`
}
