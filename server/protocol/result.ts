/** What a rule, the store or a handler answers. A refusal is an answer, not an exception. */
export type Result<T, E> = { ok: true; value: T } | { ok: false; refusal: E }

export const ok = <T>(value: T): { ok: true; value: T } => ({ ok: true, value })
export const refused = <E>(refusal: E): { ok: false; refusal: E } => ({ ok: false, refusal })
