import { boot, installTrampoline } from './boot.ts'
import { callWithBytes, functionNamed, run } from './call.ts'
import { growTables, rewind, takeImage, type ImageState } from './image.ts'
import { createMachine } from './machine.ts'
import { joinOutcomes, packOutcome } from './outcome.ts'
import { Stop } from './stop.ts'
import { utf8 } from './text.ts'

// What the worker calls from outside the isolate. Arguments are strings, numbers, buffers and compiled modules; answers
// are buffers and JSON text, so that no object of this side is ever held over there.

const MOST_ANSWER_BYTES = 4 << 20
/** No further step is begun in the same trip once this much is to be said. */
const ENOUGH_BYTES = 1 << 16
const PAGES_PER_MB = 16
const PAGE_BYTES = 65_536

type BootOptions = {
  stackBytes: number
  limitPages: number
  mostFileBytes: number
  without: string[]
  globals: string[]
  tables: string[]
}

/** Boots an interpreter from nothing, for making the library and the image. */
export function createBuilder(
  module: WebAssembly.Module,
  trampoline: WebAssembly.Module,
  library: ArrayBuffer,
  optionsText: string,
) {
  const options = JSON.parse(optionsText) as BootOptions
  const machine = createMachine(module, library, options)
  boot(machine, trampoline, options)
  return {
    run: (source: string): void => run(machine, source),
    file(path: string): ArrayBuffer {
      const node = machine.files.find(path)
      if (node?.type !== 'file') throw new Error(`${path} was not written`)
      return node.data.slice(0, node.size).buffer as ArrayBuffer
    },
    /** Calls the harness once for nothing, so that what is made at a first call is part of the image. */
    call(name: string, input: string): void {
      callWithBytes(machine, functionNamed(machine, name), utf8(input), MOST_ANSWER_BYTES)
    },
    image(name: string): { bytes: ArrayBuffer; state: string } {
      const harness = functionNamed(machine, name)
      machine.reset()
      const { bytes, state } = takeImage(machine, options, harness)
      return { bytes: bytes.buffer as ArrayBuffer, state: JSON.stringify(state) }
    },
  }
}

/** An interpreter that stands at the image, judges, and goes back to it. */
export function createInterpreter(
  module: WebAssembly.Module,
  trampoline: WebAssembly.Module,
  library: ArrayBuffer,
  imageBytes: ArrayBuffer,
  stateText: string,
  mostFileBytes: number,
) {
  const state = JSON.parse(stateText) as ImageState
  const image = new Uint8Array(imageBytes)
  const machine = createMachine(module, library, { limitPages: state.pages, mostFileBytes })
  installTrampoline(machine.exports, trampoline)
  growTables(machine, state)
  const startBytes = machine.memory.byteLength
  machine.memory.become(image)
  if (!rewind(machine, image, state, startBytes)) throw new Error('a fresh interpreter does not fit its image')

  const outcome = (answer: Uint8Array | string): ArrayBuffer =>
    packOutcome({
      stopped: typeof answer === 'string',
      answer: typeof answer === 'string' ? utf8(answer) : answer,
      printed: machine.streams.take('out'),
      complained: machine.streams.take('err'),
      grownPages: machine.memory.pages - startBytes / PAGE_BYTES,
      starved: machine.isStarved(),
    })

  const step = (command: string): { packed: ArrayBuffer; stopped: boolean } => {
    try {
      return {
        packed: outcome(callWithBytes(machine, state.harness, utf8(command), MOST_ANSWER_BYTES)),
        stopped: false,
      }
    } catch (error) {
      if (error instanceof Stop) return { packed: outcome(`${error.kind}:${error.message}`), stopped: true }
      const why = error instanceof RangeError ? `depth:${error.message}` : `fault:${String(error)}`
      return { packed: outcome(why), stopped: true }
    }
  }

  return {
    /** Before a submission: how much it may use on top of the image, and print. */
    limit(memoryMb: number, outputBytes: number): void {
      machine.limitMemory(state.pages + memoryMb * PAGES_PER_MB)
      machine.streams.limit(outputBytes)
    },
    input(text: string): void {
      machine.streams.setInput(utf8(text))
    },
    /**
     * One call of the harness for each line, and everything there is to know afterwards (see `outcome.ts`), in one
     * trip. The last one is stopped, or says much, when there are fewer outcomes than commands.
     */
    steps(commands: string): ArrayBuffer {
      const outcomes: ArrayBuffer[] = []
      let saidBytes = 0
      for (const command of commands.split('\n')) {
        const { packed, stopped } = step(command)
        outcomes.push(packed)
        saidBytes += packed.byteLength
        if (stopped || saidBytes > ENOUGH_BYTES) break
      }
      return joinOutcomes(outcomes)
    },
    /** The same for a step that was stopped from outside. */
    stopped: (why: string): ArrayBuffer => outcome(why),
    rewind: (): boolean => rewind(machine, image, state, startBytes),
    differences: (): number[] => machine.memory.differences(image),
  }
}
