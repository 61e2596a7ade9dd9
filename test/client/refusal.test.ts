import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { setLocale } from '../../client/i18n.svelte.ts'
import { refusalText } from '../../client/refusal.ts'
import { refusal } from '../../server/protocol/refusals.ts'

describe('a refusal in the page’s language', () => {
  beforeAll(() => void vi.stubGlobal('document', { documentElement: { lang: 'en' } }))
  afterAll(() => vi.unstubAllGlobals())

  it('names who may do it in that language, too: one role, or several', async () => {
    await setLocale('es')
    expect(refusalText(refusal('not-allowed', { who: 'owner' }))).toBe('Esto solo lo puede hacer: quien es titular.')
    expect(refusalText(refusal('not-allowed', { who: 'owner, host' }))).toMatch(/quien es titular o quien organiza\.$/)
    expect(refusalText(refusal('round-state', { status: 'running' }))).not.toContain('running')
    await setLocale('en')
    expect(refusalText(refusal('not-allowed', { who: 'owner' }))).toBe('Only owners can do this.')
  })
})
