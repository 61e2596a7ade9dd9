// Tries: to take memory that V8's heap limit does not count.
// Must happen: RTE; there is no WebAssembly for players.
// Verdict: RTE

function answer(n) {
  const held = []
  for (let i = 0; i < 64; i++) {
    const memory = new WebAssembly.Memory({ initial: 1024, maximum: 65536 })
    memory.grow(8192)
    new Uint8Array(memory.buffer).fill(1)
    held.push(memory)
  }
  return String(held.length)
}
