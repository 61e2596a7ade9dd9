/** At most `most` calls of `work` at a time; the others wait, in the order they came. */
export function limited<A extends unknown[], R>(
  most: number,
  work: (...args: A) => Promise<R>,
): (...args: A) => Promise<R> {
  let running = 0
  const waiting: (() => void)[] = []
  return async (...args) => {
    if (running >= most) await new Promise<void>((resolve) => waiting.push(resolve))
    else running += 1
    try {
      return await work(...args)
    } finally {
      const next = waiting.shift()
      // Whoever waited takes this call's place.
      if (next === undefined) running -= 1
      else next()
    }
  }
}
