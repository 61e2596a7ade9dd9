import { untrack } from 'svelte'

/** Short messages that come and go, and what is said to screen readers. Shown by App. */
export type Tone = 'quiet' | 'good' | 'warn'
export type NoticeItem = { id: number; text: string; tone: Tone }

const SHOWN_FOR_MS = 6000

class Notices {
  #last = 0
  #items = $state.raw<NoticeItem[]>([])
  #spoken = $state.raw('')

  get items(): NoticeItem[] {
    return this.#items
  }
  /** The newest sentence for the polite live region. */
  get spoken(): string {
    return this.#spoken
  }

  /** Shows a message for a while, and says it. */
  show(text: string, tone: Tone = 'quiet'): void {
    const id = ++this.#last
    this.#items = [...this.#items.slice(-2), { id, text, tone }]
    this.say(text)
    setTimeout(() => this.close(id), SHOWN_FOR_MS)
  }

  close(id: number): void {
    this.#items = this.#items.filter((item) => item.id !== id)
  }

  /** Says something to screen readers alone, politely. The same words twice are heard twice. */
  say(text: string): void {
    // Untracked: said inside an effect, it must not wake that effect again.
    const before = untrack(() => this.#spoken)
    this.#spoken = before === text ? `${text}\u00a0` : text
  }
}

export const notices = new Notices()
