import { untrack } from 'svelte'

/** Short messages that come and go, and what is said to screen readers. Shown by App. */
export type Tone = 'quiet' | 'good' | 'warn'
/** What can be done about it there and then; it closes the message. */
export type NoticeAction = { label: string; run: () => void }
export type NoticeItem = { id: number; text: string; tone: Tone; action: NoticeAction | null }

const SHOWN_FOR_MS = 6000
/** Something is to be read and decided. */
const WITH_ACTION_MS = 15_000

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
  show(text: string, tone: Tone = 'quiet', action: NoticeAction | null = null): void {
    const id = ++this.#last
    this.#items = [...this.#items.slice(-2), { id, text, tone, action }]
    this.say(text)
    setTimeout(() => this.close(id), action ? WITH_ACTION_MS : SHOWN_FOR_MS)
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
