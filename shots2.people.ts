import { mkdir } from 'node:fs/promises'
import { openBrowser, PLAIN_HOST } from './test/support/browser.ts'
import { openClub } from './test/support/club.ts'
import { functionPuzzles } from './test/support/puzzles.ts'
const out = '/tmp/people/es'
await mkdir(out, { recursive: true })
const club = await openClub()
const browser = await openBrowser()
const origin = `http://${PLAIN_HOST}:${club.port}`
const host = await club.host('organiser')
const mk = async (name: string, approveNames = false) => { const m = await host.must('tournament:create', { name, approveNames, rounds: [{ name: 'R', limitMinutes: 5, problemIds: [functionPuzzles[0]!.id] }] }); await host.watch({ tournamentId: m.tournamentId, as: 'host' }); return m }
const a = await mk('Otoño'); await club.player('Maximiliana Montenegro X', a.code); await club.player('Zoë', a.code)
const b = await mk('Invierno', true); await club.player('Zoë', b.code); await club.player('Maximiliana Montenegro', b.code); await club.player('Zoe B', b.code)
await host.must('entry:approve', { tournamentId: b.tournamentId }); const w = await club.player('Wanda', b.code)
void w
const context = await browser.newContext({ viewport: { width: 360, height: 740 }, reducedMotion: 'reduce', locale: 'es-MX' })
const page = await context.newPage(); page.setDefaultTimeout(8000)
page.on('pageerror', (e) => console.log('FAULT', e.message))
const shot = async (n: string, full = false) => { await page.waitForTimeout(400); await page.screenshot({ path: `${out}/${n}.png`, fullPage: full }); const o = await page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth'); if (o) console.log('overflow', n, o) }
await page.goto(origin + '/host/sign-in')
await page.locator('input').nth(0).fill('organiser'); await page.locator('input[type=password]').fill('a long enough password'); await page.locator('button[type=submit]').click()
await page.getByRole('link', { name: 'Invierno' }).first().click(); await page.goto(`${origin}/host/${b.tournamentId}?part=people`)
await page.getByText('Maximiliana').first().waitFor(); await shot('people', true)
const press = (n: string | RegExp) => page.getByRole('button', { name: n }).first().click()
await press('¿Quién es? Zoë'); await shot('who'); await page.getByRole('dialog').getByRole('button', { name: /^Zoë/ }).click(); await shot('same'); await press('Sí, es una persona'); await shot('done'); await club.app.live.idle(); await page.waitForTimeout(600)
await press('¿Quién es? Maximiliana Montenegro'); await page.getByRole('dialog').getByRole('button', { name: /^Maximiliana Montenegro X/ }).click(); await shot('long'); await press('No, es otra'); await page.getByRole('dialog').getByRole('button', { name: 'Cerrar' }).click()
await page.locator('.notice .close').click(); await page.locator('#links').scrollIntoViewIfNeeded(); await shot('links')
await press('Deshacer: Zoë y Zoë'); await shot('undo'); await press('Cancelar')
await page.goto(`${origin}/host/${b.tournamentId}?part=awards`); await press('Dar una insignia'); await page.getByLabel('Nombre de la insignia').fill('Mano amiga'); await page.getByLabel('Por qué se da').fill('Explicó un error con paciencia.'); await shot('give'); await press('Sigue: para quién'); await shot('givewho'); await page.getByRole('checkbox').nth(1).check(); await press(/^Darla a/); await page.waitForTimeout(900); await page.locator('summary').first().click(); await press(/^Retirar “/); await shot('takeback'); 
await browser.close(); await club.close(); process.exit(0)
