import { test } from '@japa/runner'
import type { Page } from 'playwright'
import { systemDb } from '#kernel/system'
import { uuidv7 } from '#lib/values'
import { closeBrowser, signIn, windowOn } from '#tests/helpers/browser'
import { until } from '#tests/helpers/until'
import { person, place } from '#tests/world/world'

async function open(path: string): Promise<Page> {
  const context = await windowOn('light')
  await signIn(context, await person('Maëlle Le Goff', { kervalan: ['agent'] }))
  const page = await context.newPage()
  await page.goto(path, { waitUntil: 'networkidle' })
  return page
}

/** Waits until these words are kept in the browser. */
async function isKept(page: Page, words: string): Promise<void> {
  // Not waitForFunction: it evaluates a string, which the content security policy refuses.
  const kept = () => page.evaluate<string>('JSON.stringify(localStorage)')
  await until(async () => (await kept()).includes(words), `« ${words} » kept in the browser`)
}

/** A job that failed, as the operator's page shows it. */
async function failedJob(name: string): Promise<void> {
  const { id } = await place('kervalan')
  const now = new Date()
  await systemDb().knexQuery().table('kernel.outbox').insert({
    tenant_id: id,
    id: uuidv7(),
    queue: 'outside',
    name,
    payload: '{}',
    max_attempts: 8,
    dispatched_at: now,
    failed_at: now,
    attempts: 8,
    last_error: 'Le serveur ne répond pas.',
  })
}

test.group('What scripts spare', (group) => {
  group.teardown(closeBrowser)

  test('what was typed is found again after the page was left, and may be forgotten', async ({
    assert,
  }) => {
    const page = await open('/_/parts')
    await page.fill('#champ-number', '2026_999')
    await page.check('#champ-mode-1')
    await isKept(page, '2026_999')
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
    await isKept(page, 'Un objet confidentiel')
    await page.goto('/c/kervalan', { waitUntil: 'networkidle' })
    await page.click('[popovertarget="moi"]')
    await page.click('form[data-logout] button')
    await page.waitForURL((address) => !address.pathname.startsWith('/c/'))
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

  test('a page that waits shows what is new without being asked', async ({ assert }) => {
    const operator = await person('Ronan Le Bihan', {})
    await operator.merge({ isOperator: true }).save()
    const context = await windowOn('light')
    await signIn(context, operator)
    const page = await context.newPage()
    await page.goto('/exploitation/taches', { waitUntil: 'networkidle' })
    const name = `tests.live_${uuidv7().slice(-8)}`
    assert.notInclude(await page.innerText('main'), name)
    await failedJob(name)
    await page.waitForSelector(`text=${name}`)
    await context.close()
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
