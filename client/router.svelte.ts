import { tick } from 'svelte'
import { routeOf, type Route } from './routes.ts'

/** Puts the focus on the page, so that the next Tab and a screen reader begin there. */
export function focusPage(): void {
  document.querySelector<HTMLElement>('main')?.focus({ preventScroll: true })
}

class Router {
  #arriving = false
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
    if (this.#path !== before) this.#arriving = true
  }

  #read(): void {
    this.#path = location.pathname
    this.#query = location.search
  }

  /**
   * A new page starts at its top, for eyes and for screen readers. Called when the page is drawn; does nothing where
   * nobody went anywhere.
   */
  async arrive(): Promise<void> {
    if (!this.#arriving) return
    this.#arriving = false
    await tick()
    scrollTo(0, 0)
    focusPage()
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
