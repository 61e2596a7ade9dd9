// Tries: to answer a proxy whose keys never end.
// Must happen: TLE, OLE or RTE.
// Verdict: TLE OLE RTE WA MLE

function answer(n) {
  const endless = new Proxy({}, {
    ownKeys: () => Array.from({ length: 1000 }, (_, i) => 'k' + i),
    getOwnPropertyDescriptor: () => ({ enumerable: true, configurable: true, value: 1 }),
    get: () => endless,
  })
  return endless
}
