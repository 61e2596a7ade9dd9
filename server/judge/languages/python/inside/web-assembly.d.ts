// The few parts of WebAssembly that run inside the isolate; Node's types do not declare them.
declare namespace WebAssembly {
  class Module {
    constructor(bytes: ArrayBuffer)
    static imports(
      module: Module,
    ): { module: string; name: string; kind: 'function' | 'table' | 'memory' | 'global' | 'tag' }[]
  }
  class Instance {
    constructor(module: Module, imports: Record<string, Record<string, unknown>>)
    readonly exports: unknown
  }
  class Memory {
    constructor(pages: { initial: number; maximum: number })
    readonly buffer: ArrayBuffer
    grow(pages: number): number
  }
  class Table {
    constructor(type: { element: 'anyfunc'; initial: number })
    readonly length: number
    get(index: number): unknown
    set(index: number, value: unknown): void
    grow(by: number): number
  }
  class Global {
    constructor(type: { value: 'i32'; mutable: boolean }, value: number)
    value: number
  }
}
