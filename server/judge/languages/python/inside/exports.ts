type Call = (...args: number[]) => number

/** What the interpreter's binary exports, as far as it is used. Pointers and objects are addresses. */
export type Exports = {
  memory: WebAssembly.Memory
  /** A byte for each piece of `memory` that was written to. */
  'outdo:marks': WebAssembly.Memory
  __indirect_function_table: WebAssembly.Table
  /** Bounds of the stack region as linked; it grows down from high to low, and static data ends at low. */
  __stack_low: WebAssembly.Global
  __stack_high: WebAssembly.Global
  __stack_pointer: WebAssembly.Global
  _PyRuntime: WebAssembly.Global
  _PyEM_EMSCRIPTEN_TRAMPOLINE_OFFSET: WebAssembly.Global
  PyImport_Inittab: WebAssembly.Global
  __wasm_apply_data_relocs?: () => void
  __wasm_call_ctors: () => void
  emscripten_stack_init: () => void
  emscripten_stack_get_base: () => number
  emscripten_stack_get_end: () => number
  emscripten_stack_set_limits: Call
  emscripten_get_sbrk_ptr: () => number
  sbrk: Call
  malloc: Call
  free: Call
  PyInitConfig_Create: () => number
  PyInitConfig_GetError: Call
  PyInitConfig_SetInt: (config: number, name: number, value: bigint) => number
  PyInitConfig_SetStr: Call
  PyInitConfig_SetStrList: Call
  Py_InitializeFromInitConfig: Call
  PyRun_SimpleString: Call
  PyImport_AddModule: Call
  PyObject_GetAttrString: Call
  PyObject_CallOneArg: Call
  PyBytes_FromStringAndSize: Call
  PyBytes_AsString: Call
  PyBytes_Size: Call
}
