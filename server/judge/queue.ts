export type Lane = 'live' | 'background'

type Waiting<T> = { item: T; since: number }

/**
 * A fair queue: players take turns, each with one item at a time, so that one who sends a hundred waits for their own
 * ninety-nine. The background lane moves only when nobody live waits.
 */
export class FairQueue<T> {
  readonly #lanes: Record<Lane, Map<string, Waiting<T>[]>> = { live: new Map(), background: new Map() }
  #size = 0

  get size(): number {
    return this.#size
  }

  push(player: string, item: T, lane: Lane, now: number): void {
    const players = this.#lanes[lane]
    const waiting = players.get(player)
    if (waiting === undefined) players.set(player, [{ item, since: now }])
    else waiting.push({ item, since: now })
    this.#size++
  }

  /** Puts an item back in front of everything of its player's. */
  pushBack(player: string, item: T, lane: Lane, now: number): void {
    const players = this.#lanes[lane]
    players.set(player, [{ item, since: now }, ...(players.get(player) ?? [])])
    this.#size++
  }

  /**
   * The next item: the first of the player whose turn it is, who then goes to the end of the line. In the live lane,
   * players of whom `isServed` says that they have enough for now are passed over; the background waits for them too.
   */
  shift(isServed: (player: string) => boolean = () => false): T | undefined {
    const { live, background } = this.#lanes
    for (const player of live.keys()) if (!isServed(player)) return this.#take(live, player)
    if (live.size > 0) return undefined
    for (const player of background.keys()) return this.#take(background, player)
    return undefined
  }

  #take(players: Map<string, Waiting<T>[]>, player: string): T {
    const waiting = players.get(player)!
    const { item } = waiting.shift()!
    players.delete(player)
    if (waiting.length > 0) players.set(player, waiting)
    this.#size--
    return item
  }

  count(matches: (item: T, player: string) => boolean): number {
    let n = 0
    for (const players of Object.values(this.#lanes))
      for (const [player, waiting] of players) for (const { item } of waiting) if (matches(item, player)) n++
    return n
  }

  /** When the item that waits longest came; undefined when none waits. */
  oldest(): number | undefined {
    let oldest: number | undefined
    for (const players of Object.values(this.#lanes))
      for (const waiting of players.values())
        if (oldest === undefined || waiting[0]!.since < oldest) oldest = waiting[0]!.since
    return oldest
  }

  drain(): T[] {
    const all: T[] = []
    for (let item = this.shift(); item !== undefined; item = this.shift()) all.push(item)
    return all
  }
}
