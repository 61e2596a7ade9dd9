import { forget, remember, remembered } from './device.ts'

export type Theme = 'light' | 'dark'

/** What the device wants, unless this page was told otherwise. */
class ThemeChoice {
  #system = matchMedia('(prefers-color-scheme: dark)')
  #wanted = $state.raw<Theme>(this.#system.matches ? 'dark' : 'light')
  #chosen = $state.raw(chosen())
  readonly now: Theme = $derived(this.#chosen ?? this.#wanted)

  constructor() {
    this.#system.addEventListener('change', () => {
      this.#wanted = this.#system.matches ? 'dark' : 'light'
      this.#show()
    })
    this.#show()
  }

  /** The other one; choosing what the device wants anyway goes back to following the device. */
  switch(): void {
    const next: Theme = this.now === 'dark' ? 'light' : 'dark'
    if (next === this.#wanted) forget('theme')
    else remember('theme', next)
    this.#chosen = next === this.#wanted ? undefined : next
    this.#show()
  }

  #show(): void {
    document.documentElement.dataset.theme = this.now
    const ground = this.now === 'dark' ? '#0b1026' : '#fffdf9'
    document.querySelector('meta[name=theme-color]')?.setAttribute('content', ground)
  }
}
function chosen(): Theme | undefined {
  const kept = remembered('theme')
  return kept === 'light' || kept === 'dark' ? kept : undefined
}

export const theme = new ThemeChoice()
