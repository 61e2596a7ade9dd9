/** Takes the types off TypeScript. Throws the compiler's drawing of the fault, as a string. */
declare module 'amaro' {
  export function transformSync(
    source: string,
    options: { mode: 'strip-only' | 'transform'; sourceMap?: boolean },
  ): { code: string; map?: string }
}
