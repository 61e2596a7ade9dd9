// Tries: to import a file of the machine.
// Must happen: an error that says there is nothing to import.
// Verdict: RTE CE

import { readFileSync } from 'file:///etc/passwd'

export function answer(n) {
  return String(readFileSync)
}
