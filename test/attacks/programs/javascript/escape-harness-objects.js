// Tries: to find a host object among everything reachable from the globals.
// Must happen: everything belongs to its own isolate.
// Verdict: WA

function answer(n) {
  const seen = new Set(), found = []
  const walk = (o, path, depth) => {
    if ((typeof o !== 'object' && typeof o !== 'function') || o === null || seen.has(o) || depth > 6) return
    seen.add(o)
    if (/Reference|Isolate|Context|ExternalCopy|native module/.test(Object.prototype.toString.call(o))) found.push(path)
    for (const key of Reflect.ownKeys(o)) {
      try { walk(o[key], path + '.' + String(key), depth + 1) } catch {}
    }
    walk(Object.getPrototypeOf(o), path + '.__proto__', depth + 1)
  }
  walk(globalThis, 'global', 0)
  return found.join()
}
