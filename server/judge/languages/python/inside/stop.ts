export type StopKind = 'exit' | 'abort' | 'refused' | 'output' | 'memory' | 'answer'

/** Ends the run at once: Python cannot catch it, because it unwinds the interpreter's own frames. */
export class Stop extends Error {
  readonly kind: StopKind
  constructor(kind: StopKind, detail = '') {
    super(detail)
    this.kind = kind
  }
}
