/** Lets trials through while no round is on. */
export type Gate = {
  readonly open: boolean
  /** Resolves when the gate is open. */
  passed(): Promise<void>
  set(open: boolean): void
}

/** `turned` is called when it opens or shuts, before anybody passes. */
export function createGate(turned: (open: boolean) => void): Gate {
  let open = true
  let opened = Promise.withResolvers<void>()
  opened.resolve()
  return {
    get open() {
      return open
    },
    passed: () => opened.promise,
    set(wanted) {
      if (wanted === open) return
      open = wanted
      turned(open)
      if (open) opened.resolve()
      else opened = Promise.withResolvers()
    },
  }
}
