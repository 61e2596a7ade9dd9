import { readdirSync, readFileSync } from 'node:fs'
import { stripTypeScriptTypes } from 'node:module'
import { join } from 'node:path'
import type ivm from 'isolated-vm'

/** The TypeScript modules of a folder, as written, by file name. */
export function readModules(folder: string): Record<string, string> {
  const names = readdirSync(folder).filter((name) => name.endsWith('.ts') && !name.endsWith('.d.ts'))
  return Object.fromEntries(names.sort().map((name) => [name, readFileSync(join(folder, name), 'utf8')]))
}

/** The same modules as JavaScript. */
export const stripModules = (modules: Record<string, string>): Record<string, string> =>
  Object.fromEntries(Object.entries(modules).map(([name, source]) => [name, stripTypeScriptTypes(source)]))

/**
 * Compiles modules whose types are stripped into a context of an isolate, and answers the exports of `entry`. They may
 * import one another (`./name.ts`) and nothing else.
 */
export function loadInside(
  isolate: ivm.Isolate,
  context: ivm.Context,
  modules: Record<string, string>,
  entry: string,
): ivm.Reference<Record<string, unknown>> {
  const compiled = new Map<string, ivm.Module>()
  for (const [name, source] of Object.entries(modules))
    compiled.set(`./${name}`, isolate.compileModuleSync(source, { filename: name }))
  const main = compiled.get(`./${entry}`)
  if (main === undefined) throw new Error(`no module ${entry}`)
  main.instantiateSync(context, (specifier) => {
    const found = compiled.get(specifier)
    if (found === undefined) throw new Error(`a module inside the isolate imports ${specifier}`)
    return found
  })
  main.evaluateSync()
  return main.namespace as ivm.Reference<Record<string, unknown>>
}
