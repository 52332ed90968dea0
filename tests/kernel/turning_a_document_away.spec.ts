import { appUrl } from '#config/app'
import { person } from '#tests/world/world'
import { commune, PDF } from '../actes/room.js'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from '@japa/runner'
import { readingConfig } from '#config/reading'
import { defineReading, isReadingFull } from '#kernel/reading'
import type * as tricks from './reading_tricks.js'

const waitFor = defineReading<typeof tricks.waitFor>(
  new URL('./reading_tricks.js', import.meta.url),
  'waitFor'
)
const folder = mkdtempSync(join(tmpdir(), 'halle-turned-away-'))

/** As many readings as visitors, or those at work, may ask for, that last until `let go`. */
function fillFor(by: 'visitor' | 'house', name: string) {
  const path = join(folder, name)
  const { threads, waiting } = readingConfig[by]
  const readings = Array.from({ length: threads + waiting }, () => waitFor({ path }, { by }))
  return async () => {
    writeFileSync(path, '')
    await Promise.all(readings)
  }
}

/** A body that no parser accepts: whoever receives it says so. */
const SPOILT = 'multipart/form-data'

test.group('A document of a visitor, when too many are being read', () => {
  test('is turned away before it is received, and told when to come back', async ({
    client,
    assert,
  }) => {
    const letGo = fillFor('visitor', 'first')
    assert.isTrue(isReadingFull('visitor'))
    const answer = await client
      .post('/verifier')
      .header('accept', 'application/json')
      .header('content-type', SPOILT)
      .form({})
    await letGo()
    answer.assertStatus(503)
    answer.assertHeader('retry-after', '10')
    assert.include(answer.text(), 'Réessayez dans un instant')
  })

  test('is told so to a person on a page that is guarded as any other', async ({
    client,
    assert,
  }) => {
    const letGo = fillFor('visitor', 'page')
    const answer = await client
      .post('/verifier')
      .accept('html')
      .header('content-type', SPOILT)
      .form({})
    await letGo()
    answer.assertStatus(503)
    assert.include(answer.text(), 'Réessayez dans un instant')
    assert.match(answer.text(), /<html[^>]*lang="fr"/)
    assert.include(answer.text(), '<h1')
    assert.include(answer.header('content-security-policy') ?? '', "default-src 'self'")
  })

  test('leaves the page open, and the others read', async ({ client, assert }) => {
    const letGo = fillFor('visitor', 'second')
    const page = await client.get('/verifier')
    assert.isFalse(isReadingFull('house'))
    await letGo()
    page.assertStatus(200)
    assert.isFalse(isReadingFull('visitor'))
  })
})

test.group('A document of who is at work, when too many are being read', () => {
  test('brings her back to her form, with what she typed', async ({ client, assert }) => {
    const { slug } = await commune()
    const agent = await person('Maëlle Le Goff', { kervalan: ['agent'] })
    const letGo = fillFor('house', 'work')
    const form = `/c/${slug}/actes/nouveau`
    const page = await client
      .post(`/c/${slug}/actes`)
      .loginAs(agent)
      .withCsrfToken()
      .accept('html')
      .header('referer', new URL(form, appUrl).href)
      .fields({ nature: '1', objet: 'Une saisie qui reste', then: 'submit' })
      .file('document', PDF, { filename: 'acte.pdf' })
    await letGo()
    assert.include(page.text(), 'Une saisie qui reste')
    assert.include(page.text(), 'Réessayez dans un instant')
  })
})
