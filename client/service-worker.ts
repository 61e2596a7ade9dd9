/**
 * Opens the app without a network, where the page is served over https or from localhost. `client/build.ts` writes it to
 * `/sw.js` with the two constants below filled in. Everything that the server decides (`/api`, `/socket.io`, `/badges`)
 * passes by: only files of the app are kept, and those have their content in their names.
 */
declare const VERSION: string
declare const FILES: string[]

/** What of a worker's world is used here; the page's own types know none of it. */
type Waits = { waitUntil(work: Promise<unknown>): void }
type Fetches = { request: Request; respondWith(answer: Promise<Response>): void }
type WorkerScope = {
  addEventListener(type: 'install' | 'activate', heard: (event: Waits) => void): void
  addEventListener(type: 'fetch', heard: (event: Fetches) => void): void
  addEventListener(type: 'message', heard: (event: { data: unknown }) => void): void
  skipWaiting(): Promise<void>
  clients: { claim(): Promise<void> }
}
const worker = self as unknown as WorkerScope

const CACHE = `outdo-${VERSION}`
const SHELL = '/'
/** A network that takes longer than this to begin a page is as good as none. */
const PAGE_WITHIN_MS = 5000
const SERVERS_OWN = /^\/(api|socket\.io|badges|healthz|readyz|metrics)(\/|$)/

worker.addEventListener('install', (event) => {
  event.waitUntil(caches.open(CACHE).then((cache) => cache.addAll([SHELL, ...FILES])))
})

worker.addEventListener('activate', (event) => {
  const tidy = async (): Promise<void> => {
    for (const name of await caches.keys()) if (name !== CACHE) await caches.delete(name)
    await worker.clients.claim()
  }
  event.waitUntil(tidy())
})

// A page says when it disturbs nobody.
worker.addEventListener('message', ({ data }) => {
  if (data === 'take-over') void worker.skipWaiting()
})

worker.addEventListener('fetch', (event) => {
  const { request } = event
  const { origin, pathname } = new URL(request.url)
  if (request.method !== 'GET' || origin !== location.origin || SERVERS_OWN.test(pathname)) return
  if (request.mode === 'navigate') event.respondWith(page(request))
  else if (pathname.startsWith('/assets/')) event.respondWith(asset(request))
})

/**
 * The newest page where there is a server, else the one that is kept: it finds by its address what to show. While the
 * server starts, a proxy in front of it answers with an error page of its own.
 */
async function page(request: Request): Promise<Response> {
  const kept = await caches.match(SHELL)
  if (!kept) return fetch(request)
  const late = new Promise<Response>((resolve) => setTimeout(() => resolve(kept), PAGE_WITHIN_MS))
  const fresh = fetch(request).then(
    (answer) => (answer.status >= 500 ? kept : answer),
    () => kept,
  )
  return Promise.race([fresh, late])
}

/** Files never change under their names. */
async function asset(request: Request): Promise<Response> {
  const kept = await caches.match(request)
  if (kept) return kept
  const answer = await fetch(request)
  if (answer.ok) await (await caches.open(CACHE)).put(request, answer.clone())
  return answer
}
