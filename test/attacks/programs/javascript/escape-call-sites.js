// Tries: to get functions of the host from structured stack traces.
// Must happen: the stack holds nothing of the host.
// Verdict: WA RTE

function answer(n) {
  Error.prepareStackTrace = (_, frames) => frames
  const frames = new Error().stack
  const things = frames.map((f) => [f.getThis(), f.getFunction(), f.getEvalOrigin()])
  for (const [self, f] of things) {
    if (f && f.constructor !== Function) return 'host: ' + f.constructor('return process')().pid
    if (self && self.process && self.process.pid) return 'host'
  }
  return 'nothing'
}
