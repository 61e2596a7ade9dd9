const OFFSETS_KEPT = 12

/** The server's clock, as far as its messages tell. */
export class ServerClock {
  #offsetsMs: number[] = []
  #offsetMs = $state.raw(0)

  /** Epoch milliseconds. */
  now(): number {
    return Date.now() + this.#offsetMs
  }

  /** What is late on its way makes the server's clock look slow, so the largest of the last offsets is nearest. */
  heard(serverNow: number): void {
    this.#offsetsMs = [...this.#offsetsMs.slice(-(OFFSETS_KEPT - 1)), serverNow - Date.now()]
    this.#offsetMs = Math.max(...this.#offsetsMs)
  }

  /** The next message alone counts: another connection, perhaps another way. */
  startAnew(): void {
    this.#offsetsMs = []
  }
}
