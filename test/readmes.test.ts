import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'

const root = join(import.meta.dirname, '..')
const textOf = (path: string): string => readFileSync(join(root, path), 'utf8')
const filesIn = (folder: string): string[] =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map((path) => join(folder, path))

/** `session.svelte.ts`, `messages/en.json`: files as a README names them. */
const FILE_NAME = /[\w./-]+\.(?:svelte\.ts|svelte|ts|css)\b/g
/** `read-*.ts`. */
const FAMILY = /[\w-]+-\*\.ts\b/g

describe('what a README says of its folder', () => {
  it.each(['client', 'server/badges', 'server/improvement', 'server/store'])(
    '%s: every file it names is there',
    (at) => {
      // Pages import from the protocol, and say from which of its files.
      const files = [...filesIn(at), ...filesIn('server/protocol')]
      const named = textOf(`${at}/README.md`).replaceAll(FAMILY, '').match(FILE_NAME) ?? []
      const isThere = (name: string) => existsSync(join(root, name)) || files.some((path) => path.endsWith(`/${name}`))
      expect(named.filter((name) => !isThere(name))).toEqual([])
    },
  )

  it.each(['server/badges', 'server/improvement', 'server/store'])('%s: it names every file', (at) => {
    const text = textOf(`${at}/README.md`)
    const families = (text.match(FAMILY) ?? []).map((family) => family.slice(0, -'*.ts'.length))
    const own = readdirSync(join(root, at)).filter((name) => name.endsWith('.ts'))
    const words = new Set(text.match(FILE_NAME))
    expect(own.filter((name) => !words.has(name) && !families.some((start) => name.startsWith(start)))).toEqual([])
  })

  it('the first one lists the folders of the server', () => {
    const listed = [...textOf('README.md').matchAll(/^ {6}(\w+)\/ /gm)].map(([, name]) => name)
    const folders = readdirSync(join(root, 'server'), { withFileTypes: true }).filter((entry) => entry.isDirectory())
    expect(listed.toSorted()).toEqual(folders.map(({ name }) => name).toSorted())
  })
})
