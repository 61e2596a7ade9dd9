// Tries: to hand the host an error with getters at top level.
// Must happen: a copy of plain words crosses.
// Verdict: RTE

const e = new Error('x')
Object.defineProperty(e, 'stack', { get() { throw e } })
Object.defineProperty(e, 'message', { get() { return { toString: () => globalThis.constructor.constructor('return process')() } } })
Object.defineProperty(e, 'name', { get: () => ({}) })
throw e
