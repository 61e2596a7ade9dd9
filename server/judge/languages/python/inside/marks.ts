// What the rewritten binary and the rewind have to agree on (see `mark-writes.ts`).

/** Linear memory is marked in pieces of this many bytes, given as a power of two. */
export const PIECE_BITS = 12
/** How far behind a marked address something may be written without a mark of its own. */
export const COVERED_BYTES = 256
/** What a single write takes at most. */
export const WIDEST_WRITE = 16
