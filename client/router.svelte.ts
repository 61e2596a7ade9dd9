import { tick } from 'svelte'

/** Where the page is. The address is the only state: a reload or a copied link leads to the same place. */
export type Route =
  | { page: 'home' }
  | { page: 'player'; code: string }
  | { page: 'projector'; code: string }
  | { page: 'awards'; code: string }
  | { page: 'host' }
  | { page: 'host-tournament'; tournamentId: string }
  | { page: 'host-sign-in' }
  | { page: 'host-claim' }
  | { page: 'me' }
  | { page: 'result'; roundId: string }
  | { page: 'status' }
  | { page: 'not-found' }

export function routeOf(path: string): Route {
  const [first, second, third, ...rest] = path.split('/').filter(Boolean).map(decoded)
  if (rest.length > 0) return { page: 'not-found' }
  switch (first) {
    case undefined:
      return { page: 'home' }
    case 't':
      if (second === undefined) return { page: 'home' }
      if (third === undefined) return { page: 'player', code: second }
      if (third === 'wall') return { page: 'projector', code: second }
      if (third === 'awards') return { page: 'awards', code: second }
      return { page: 'not-found' }
    case 'host':
      if (third !== undefined) return { page: 'not-found' }
      if (second === undefined) return { page: 'host' }
      if (second === 'sign-in') return { page: 'host-sign-in' }
      if (second === 'claim') return { page: 'host-claim' }
      return { page: 'host-tournament', tournamentId: second }
    case 'result':
      if (second === undefined || third !== undefined) return { page: 'not-found' }
      return { page: 'result', roundId: second }
    case 'me':
    case 'status':
      return second === undefined ? { page: first } : { page: 'not-found' }
    default:
      return { page: 'not-found' }
  }
}
function decoded(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch {
    return part
  }
}

class Router {
  #path = $state.raw(location.pathname)
  #query = $state.raw(location.search)
  #route = $derived(routeOf(this.#path))

  constructor() {
    addEventListener('popstate', () => this.#read())
    document.addEventListener('click', (click) => this.#follow(click))
  }

  get route(): Route {
    return this.#route
  }
  get path(): string {
    return this.#path
  }
  get query(): URLSearchParams {
    return new URLSearchParams(this.#query)
  }

  /** Goes to another page of ours. `replace` leaves no step to go back to. */
  go(to: string, { replace = false } = {}): void {
    if (replace) history.replaceState(null, '', to)
    else history.pushState(null, '', to)
    const before = this.#path
    this.#read()
    if (this.#path !== before) void this.#arrive()
  }

  #read(): void {
    this.#path = location.pathname
    this.#query = location.search
  }

  /** A new page starts at its top, for eyes and for screen readers. */
  async #arrive(): Promise<void> {
    await tick()
    scrollTo(0, 0)
    document.querySelector<HTMLElement>('main')?.focus({ preventScroll: true })
  }

  /** Plain clicks on links of ours change the page without loading it again. */
  #follow(click: MouseEvent): void {
    if (click.defaultPrevented || click.button !== 0) return
    if (click.metaKey || click.ctrlKey || click.shiftKey || click.altKey) return
    const link = click.target instanceof Element ? click.target.closest('a') : null
    if (!link?.href || link.target || link.hasAttribute('download') || link.origin !== location.origin) return
    if (link.hash && link.pathname === location.pathname) return
    if (/^\/(api|socket\.io|healthz|metrics)\b/.test(link.pathname)) return
    click.preventDefault()
    this.go(link.pathname + link.search + link.hash)
  }
}

export const router = new Router()
