import { test } from '@japa/runner'
import { checkSip } from '#app/archiving/formats/ingest/check_sip'
import { ORDINARY_LIMITS, type SipLimits } from '#app/archiving/formats/sip_container'
import { openSipFile } from '#app/archiving/gateways/sip_file'
import { zipOf } from './altered_sip.js'
import { termsOf } from './ingest_terms.js'

const PLAIN: [string, Buffer] = ['content/aaaaaaaa.txt', Buffer.from('bonjour')]

async function verdictOn(bytes: Buffer, limits?: SipLimits) {
  const { events } = await checkSip(() => openSipFile(bytes, limits), termsOf('a'))
  return events.at(-1)!
}

/** Renames a file inside a zip, in its header and in the table, without any check. */
function renamed(zip: Buffer, from: string, to: string): Buffer {
  const text = zip.toString('latin1')
  if (!text.includes(from) || from.length !== to.length) throw new Error(`Cannot rename ${from}`)
  return Buffer.from(text.replaceAll(from, to), 'latin1')
}

test.group('A package that would do harm', () => {
  for (const [name, path] of [
    ['climbs out of its folder', 'content/../../../etc'],
    ['starts from the root', '/etc/cron.d/aaaaaaaa'],
    ['uses backslashes', 'content\\..\\..\\aaaaaa'],
  ]) {
    test(`is not opened when a path ${name}`, async ({ assert }) => {
      const zip = await zipOf([[`content/${'a'.repeat(path.length - 8)}`, Buffer.from('a')]])
      const event = await verdictOn(renamed(zip, `content/${'a'.repeat(path.length - 8)}`, path))
      assert.equal(event.detail, 'CHECK_CONTAINER.KO')
    })
  }

  test('is not opened when it holds a link', async ({ assert }) => {
    const event = await verdictOn(
      await zipOf([['content/lien', Buffer.from('/etc/passwd')]], 0o120777)
    )
    assert.equal(event.detail, 'CHECK_CONTAINER.KO')
    assert.include(event.message, 'n’est pas un fichier')
  })

  test('is not opened when a name is there twice', async ({ assert }) => {
    const zip = await zipOf([PLAIN, ['content/bbbbbbbb.txt', Buffer.from('autre')]])
    const event = await verdictOn(renamed(zip, 'content/bbbbbbbb.txt', PLAIN[0]))
    assert.include(event.message, 'deux fois')
  })

  test('is not opened when it swells beyond measure', async ({ assert }) => {
    const zip = await zipOf([['content/bombe.bin', Buffer.alloc(40 * 1024 ** 2)]])
    assert.isBelow(zip.length, 100_000)
    assert.include((await verdictOn(zip)).message, 'démesurément')
  })

  test('is not opened when it holds more bytes, or more files, than is admitted', async ({
    assert,
  }) => {
    const zip = await zipOf([PLAIN, ['content/b.txt', Buffer.from('bonsoir')]])
    assert.include(
      (await verdictOn(zip, { ...ORDINARY_LIMITS, bytes: 10 })).message,
      'trop volumineux'
    )
    assert.include(
      (await verdictOn(zip, { ...ORDINARY_LIMITS, entries: 1 })).message,
      'trop de fichiers'
    )
  })

  test('is not opened when it is encrypted', async ({ assert }) => {
    const zip = await zipOf([PLAIN])
    for (const [signature, flagAt] of [
      ['PK\x03\x04', 6],
      ['PK\x01\x02', 8],
    ] as const) {
      zip[zip.indexOf(signature, 0, 'latin1') + flagAt] |= 1
    }
    assert.include((await verdictOn(zip)).message, 'chiffré')
  })

  for (const [name, bytes] of [
    ['is empty', Buffer.alloc(0)],
    ['is a text', Buffer.from('Ceci n’est pas un zip')],
    ['is cut short', Buffer.from('PK\x03\x04')],
  ] as const) {
    test(`is not opened when it ${name}`, async ({ assert }) => {
      assert.equal((await verdictOn(bytes)).detail, 'CHECK_CONTAINER.KO')
    })
  }

  test('is refused when a file lies about its size', async ({ assert }) => {
    const zip = await zipOf([['content/a.txt', Buffer.alloc(5000, 'ab')]])
    const table = zip.lastIndexOf('PK\x01\x02', undefined, 'latin1')
    zip.writeUInt32LE(10, table + 24)
    const sip = await openSipFile(zip)
    await assert.rejects(() => sip.read('content/a.txt', 1000))
    sip.close()
  })
})
