import { isPng, textInPng } from './png.ts'
import { isSvg, textInSvg } from './svg.ts'

/** A file somebody brings to be verified. `what` says in which form it came. */
export type Unbaked =
  | { what: 'png' | 'svg' | 'jwt'; text: string }
  /** A picture without a credential, or nothing that could hold one. */
  | { what: 'png-without' | 'svg-without' | 'neither' }

/** Takes the credential out of a file. */
export function unbaked(file: Uint8Array): Unbaked {
  if (isPng(file)) {
    const text = textInPng(file)
    return text === null ? { what: 'png-without' } : { what: 'png', text: text.trim() }
  }
  const text = new TextDecoder().decode(file)
  if (isSvg(text)) {
    const inside = textInSvg(text)
    return inside === null ? { what: 'svg-without' } : { what: 'svg', text: inside.trim() }
  }
  // A JWS, or a credential as JSON, with nothing around it.
  const trimmed = text.replace(/^\uFEFF/, '').trim()
  return /^[\w-]+\.[\w-]+\.[\w-]+$/.test(trimmed) || trimmed.startsWith('{')
    ? { what: 'jwt', text: trimmed }
    : { what: 'neither' }
}
