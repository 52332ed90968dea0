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

/** As many readings as visitors may ask for, that last until `let go`. */
function fillForVisitors(name: string) {
  const path = join(folder, name)
  const { threads, waiting } = readingConfig.visitor
  const readings = Array.from({ length: threads + waiting }, () =>
    waitFor({ path }, { by: 'visitor' })
  )
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
    const letGo = fillForVisitors('first')
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
    const letGo = fillForVisitors('page')
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
    const letGo = fillForVisitors('second')
    const page = await client.get('/verifier')
    assert.isFalse(isReadingFull('house'))
    await letGo()
    page.assertStatus(200)
    assert.isFalse(isReadingFull('visitor'))
  })
})
