import { setFlagsFromString } from 'node:v8'

/**
 * Makes something in a context that has V8's garbage collector as the global function `gc`. The flag is taken back at
 * once: it would give `gc` to every context made afterwards, the players' too.
 */
export function withCollector<T>(make: () => T): T {
  setFlagsFromString('--expose-gc')
  try {
    return make()
  } finally {
    setFlagsFromString('--no-expose-gc')
  }
}
