/** Those who want to hear of something. */
export class Listeners<Heard extends unknown[]> {
  #all = new Set<(...heard: Heard) => void>()

  /** Returns how to stop hearing. */
  add(listener: (...heard: Heard) => void): () => void {
    this.#all.add(listener)
    return () => void this.#all.delete(listener)
  }

  tell(...heard: Heard): void {
    for (const listener of this.#all) listener(...heard)
  }
}
