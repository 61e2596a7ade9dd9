import { expect, it } from 'vitest'
import { suggestNames } from '../../client/nicknames.ts'
import { PlayerName } from '../../server/protocol/words.ts'

it.each(['en', 'es'])('suggests different names that the server takes, in %s', (language) => {
  const names = suggestNames(40, language)
  expect(new Set(names).size).toBe(40)
  for (const name of names) expect(PlayerName.safeParse(name).success, name).toBe(true)
})
