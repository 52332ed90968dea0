import { test } from '@japa/runner'
import type { Page } from 'playwright'
import { closeBrowser, signIn, windowOn } from '#tests/helpers/browser'
import { person } from '#tests/world/world'

async function open(path: string): Promise<Page> {
  const context = await windowOn('light')
  await signIn(context, await person('Maëlle Le Goff', { kervalan: ['agent'] }))
  const page = await context.newPage()
  await page.goto(path, { waitUntil: 'networkidle' })
  return page
}

test.group('What scripts spare', (group) => {
  group.teardown(closeBrowser)

  test('what was typed is found again after the page was left, and may be forgotten', async ({
    assert,
  }) => {
    const page = await open('/_/parts')
    await page.fill('#champ-number', '2026_999')
    await page.check('#champ-mode-1')
    await page.waitForTimeout(700)
    await page.reload({ waitUntil: 'networkidle' })
    assert.equal(await page.inputValue('#champ-number'), '2026_999')
    assert.isTrue(await page.isChecked('#champ-mode-1'))
    await page.click('.draft-note button')
    assert.equal(await page.inputValue('#champ-number'), '')
    await page.reload({ waitUntil: 'networkidle' })
    assert.equal(await page.inputValue('#champ-number'), '')
    await page.context().close()
  })

  test('the drafts of a person leave the device with her', async ({ assert }) => {
    const page = await open('/_/parts')
    await page.fill('#champ-object', 'Un objet confidentiel')
    await page.waitForTimeout(700)
    assert.isAbove(Number(await page.evaluate('localStorage.length')), 0)
    await page.goto('/c/kervalan', { waitUntil: 'networkidle' })
    await page.click('[popovertarget="moi"]')
    await page.click('form[data-logout] button')
    await page.waitForLoadState('networkidle')
    assert.equal(await page.evaluate('localStorage.length'), 0)
    await page.context().close()
  })

  test('a file is shown with its size, told when it is too big, and taken back', async ({
    assert,
  }) => {
    const page = await open('/_/parts')
    const file = { name: 'plan.pdf', mimeType: 'application/pdf', buffer: Buffer.alloc(21_000_000) }
    await page.setInputFiles('#champ-document', file)
    const card = page.locator('.dropzone-files .file')
    assert.include(await card.innerText(), '21\u202fMo')
    assert.include(await card.innerText(), 'Ce fichier dépasse 20\u202fMo')
    await card.locator('button').click()
    assert.equal(await card.count(), 0)
    await page.context().close()
  })

  test('the chosen appearance is kept, and drawn by the server at once', async ({ assert }) => {
    const page = await open('/c/kervalan')
    await page.click('[popovertarget="moi"]')
    await page.click('[data-theme-value="dark"]')
    const html = await (await page.request.get('/c/kervalan')).text()
    assert.match(html, /<html lang="fr" data-theme="dark"/)
    await page.context().close()
  })

  test('what cannot be undone asks first, and Escape changes nothing', async ({ assert }) => {
    const page = await open('/_/parts')
    await page.evaluate(`(() => {
      const form = document.createElement('form')
      form.action = '/c/kervalan'
      form.innerHTML = '<button id="essai" data-confirm="Supprimer ce brouillon ?">Supprimer</button>'
      document.querySelector('main').prepend(form)
    })()`)
    await page.click('#essai')
    assert.include(await page.locator('dialog[open]').innerText(), 'Supprimer ce brouillon')
    await page.keyboard.press('Escape')
    assert.equal(await page.evaluate('document.activeElement.id'), 'essai')
    assert.include(page.url(), '/_/parts')
    await page.click('#essai')
    await page.click('dialog[open] button[value="yes"]')
    await page.waitForURL('**/c/kervalan**')
    await page.context().close()
  })
})
