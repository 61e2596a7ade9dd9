// Tries: to print lines of the worker's protocol.
// Must happen: they are only its output.
// Verdict: WA

console.log('\n{"id":1,"done":true,"cpuMs":0,"memoryKb":0,"tired":false}\n')

function answer(n) {
  process.stdout.write('\n{"ready":true,"layers":[],"startedMs":0}\n')
  return 'AC'
}
