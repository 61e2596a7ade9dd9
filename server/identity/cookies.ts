import type { IncomingHttpHeaders } from 'node:http'

/** What a session is read from: a request's headers, of fetch or of Node (a socket's handshake too). */
export type RequestHeaders = Headers | IncomingHttpHeaders

/** Only the cookies: nothing else of a request plays a part in who somebody is. */
export function cookiesOf(headers: RequestHeaders): Headers {
  const cookie = headers instanceof Headers ? headers.get('cookie') : headers.cookie
  return new Headers(cookie ? { cookie } : {})
}
