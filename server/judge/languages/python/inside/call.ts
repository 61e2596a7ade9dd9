import type { Machine } from './machine.ts'
import { Stop } from './stop.ts'
import { ascii, utf8 } from './text.ts'

/** Copies bytes and a closing zero into the interpreter's heap. */
export function put(machine: Machine, bytes: Uint8Array): number {
  const at = machine.exports.malloc(bytes.length + 1) >>> 0
  if (at === 0) throw new Stop('memory')
  machine.memory.write(at, bytes)
  machine.memory.setU8(at + bytes.length, 0)
  return at
}

/** Runs trusted source in `__main__`. Throws with what Python printed when it fails. */
export function run(machine: Machine, source: string): void {
  if (machine.exports.PyRun_SimpleString(put(machine, utf8(source))) === 0) return
  throw new Error(`python: ${String.fromCharCode(...machine.streams.take('err'))}`)
}

/** The address of a function of `__main__`; the reference is kept for good. */
export function functionNamed(machine: Machine, name: string): number {
  const { exports } = machine
  const main = exports.PyImport_AddModule(put(machine, ascii('__main__')))
  const found = exports.PyObject_GetAttrString(main, put(machine, ascii(name))) >>> 0
  if (found === 0) throw new Error(`the harness has no ${name}`)
  return found
}

/** Calls a function of bytes to bytes. The answer is a copy; it is whatever the submission made of it. */
export function callWithBytes(machine: Machine, f: number, input: Uint8Array, mostBytes: number): Uint8Array {
  const { exports, memory } = machine
  const at = put(machine, input)
  const argument = exports.PyBytes_FromStringAndSize(at, input.length)
  if (argument === 0) throw new Stop('memory')
  exports.free(at)
  const answer = exports.PyObject_CallOneArg(f, argument) >>> 0
  if (answer === 0) throw new Stop('answer', 'the harness raised')
  const start = exports.PyBytes_AsString(answer) >>> 0
  const length = exports.PyBytes_Size(answer) >>> 0
  if (start === 0 || length > mostBytes) throw new Stop('answer', 'too long')
  return memory.read(start, length).slice()
}
