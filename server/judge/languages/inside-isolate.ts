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

/**
 * The same modules as one script, for a snapshot, which takes no modules: put one after another, each after those it
 * imports, inside one function that answers what `entry` exports. Names are unique among them; a clash is a SyntaxError.
 */
export function asOneScript(modules: Record<string, string>, entry: string): string {
  const placed = new Set<string>()
  const parts: string[] = []
  const place = (name: string): void => {
    if (placed.has(name)) return
    placed.add(name)
    const source = modules[name]
    if (source === undefined) throw new Error(`no module ${name}`)
    for (const [, imported] of source.matchAll(/^import [^;]*? from '\.\/([\w-]+\.ts)'/gm)) place(imported!)
    parts.push(source.replace(/^import [^;]*? from '[^']+'$/gm, '').replace(/^export (?=const|function|class)/gm, ''))
  }
  place(entry)
  const exported = [...modules[entry]!.matchAll(/^export (?:const|function|class) (\w+)/gm)].map((match) => match[1]!)
  return `(() => {\n'use strict'\n${parts.join('\n')}\nreturn { ${exported.join(', ')} }\n})()`
}
