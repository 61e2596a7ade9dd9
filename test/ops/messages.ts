import { readFileSync } from 'node:fs'

const file = new URL('../../client/messages/en.json', import.meta.url)
export const messages = JSON.parse(readFileSync(file, 'utf8')) as Record<string, string>
