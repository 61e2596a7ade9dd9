import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { setLocale, withTexts } from '../../client/i18n.svelte.ts'
import { packageFaultText } from '../../client/package-fault.ts'
import { refusalText } from '../../client/refusal.ts'
import type { PackageFault } from '../../server/protocol/contributions.ts'
import { faultWords, type FaultCode, type FaultParams } from '../../server/protocol/package-faults.ts'
import { unusable } from '../../server/protocol/refusals.ts'

const fault = (code: FaultCode, params?: FaultParams): PackageFault => ({
  ...{ file: 'tests.yaml', field: 'hidden[3]' },
  ...faultWords(code, params),
})

describe('what is wrong with a package, in the page’s language', () => {
  beforeAll(async () => {
    vi.stubGlobal('document', { documentElement: { lang: 'en' } })
    await setLocale('es')
  })
  afterAll(async () => {
    await setLocale('en')
    vi.unstubAllGlobals()
  })

  it('is English where the texts about packages are not loaded', () => {
    expect(packageFaultText(fault('missing'))).toBe('is missing')
  })

  it('is said whole, with languages and tests by the page’s names', async () => {
    await withTexts(Promise.resolve())
    expect(packageFaultText(fault('solution-missing', { language: 'python' }))).toMatch(/en Python,/)
    const got = { wanted: 'AC', got: 'WA', run: 'hidden 3', call: 'twice(2)', received: '5', right: '4' }
    expect(packageFaultText(fault('verdict-answer', got))).toBe(
      'debe dar AC y da WA en la prueba oculta 3: twice(2) da 5, y se esperaba 4',
    )
    expect(packageFaultText(fault('trial-late', { step: 'limits' }))).toContain('“Los límites encajan”')
  })

  it('is what the report says where that is older than the codes', () => {
    const old = { file: '', field: '', message: 'is missing' } as PackageFault
    expect(packageFaultText(old)).toBe('is missing')
  })

  it('goes along with a refusal, the first few with their places', () => {
    const refused = unusable([fault('not-whole'), fault('empty')])
    expect(refused.message).toMatch(/^This file cannot be taken: tests\.yaml: hidden\[3\]: must be a whole number; /)
    expect(refusalText(refused)).toMatch(/tests\.yaml: hidden\[3\]: tiene que ser un número entero; .*está vacío/)
    expect(refusalText(refused)).not.toMatch(/must|empty/)
  })
})
