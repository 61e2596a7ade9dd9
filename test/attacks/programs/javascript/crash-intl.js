// Tries: to bring V8 down with extreme arguments to built-ins.
// Must happen: an error, of this run alone.
// Verdict: RTE WA TLE MLE OLE

function answer(n) {
  const attempts = [
    () => 'x'.padEnd(2 ** 30),
    () => (1n << (2n ** 30n)).toString(2).length,
    () => new Date(8.64e15).toLocaleString('xx'),
    () => 'a'.normalize('x'),
    () => new RegExp('(' .repeat(30000)),
    () => JSON.parse('['.repeat(1e6)),
    () => structuredClone({}),
    () => Reflect.construct(Array, [-1]),
    () => new Intl.NumberFormat('en', { minimumFractionDigits: 1e9 }),
  ]
  return attempts.map((f) => { try { return String(f()).length } catch (e) { return e.name } }).join()
}
