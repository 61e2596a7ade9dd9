import { join } from 'node:path'

/** A data folder that all tests share for its cache alone: making the interpreter's image takes seconds, once. */
export const CACHE_DATA_DIR = join(import.meta.dirname, '../../.cache/test')
export const JUDGE_CACHE = join(CACHE_DATA_DIR, 'cache')
