// Tries: to stay where isolated-vm copies the reason out of a promise that nobody waits for.
// Must happen: TLE.
// Verdict: TLE

const stay = () => {
  while (true);
}
const answer = (n) => {
  Promise.reject(new Proxy(new Error('x'), { get: stay, getPrototypeOf: stay }))
  return n
}
