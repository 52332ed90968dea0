import { generateKeyPairSync } from 'node:crypto'
import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { readFile, rename } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from '@japa/runner'
import { documentsConfig } from '#config/documents'
import { backup, lastPoint } from '#console/backup/backup'
import { documentName } from '#console/backup/copy_documents'
import { prune } from '#console/backup/prune'
import { restoreDocuments } from '#console/backup/restore_documents'
import { documents } from '#kernel/documents'
import { tenancy } from '#kernel/tenancy'
import { findGoal } from '#lib/backup/find_point'
import { openBundle } from '#lib/backup/open_bundle'
import { folderPlace, putText, type Place } from '#lib/backup/place'
import { NoPoint } from '#lib/backup/points'
import { uuidv7 } from '#lib/values'
import { place as town } from '#tests/world/world'

const pair = generateKeyPairSync('rsa', {
  modulusLength: 2048,
  publicKeyEncoding: { type: 'spki', format: 'pem' },
  privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
})
const lock = { publicKey: pair.publicKey }
let moment = 0

/** A base that costs nothing to save: what it holds is tried by the drill, on a whole platform. */
const save = async (place: Place) => {
  const at = new Date(Date.UTC(2026, 10, 29, 10, moment++)).toISOString()
  const id = `base-${moment}`
  await putText(place, `bases/${id}/base.tar.gz`, at)
  const base = { id, kind: 'files' as const, name: `bases/${id}/base.tar.gz`, sha256: '', size: 1 }
  return { at, base, isWhole: true }
}

test.group('Saving a moment', (group) => {
  let folder: string
  let place: Place
  let storageKey: string
  group.each.setup(async () => {
    folder = mkdtempSync(join(tmpdir(), 'moment-'))
    place = folderPlace(folder)
    const tenantId = (await town('kervalan')).id
    storageKey = await tenancy.run(tenantId, async ({ trx }) => {
      const bytes = Buffer.from(`Délibération ${uuidv7()}`)
      const { sha256 } = await documents.store(bytes, { name: 'deliberation.txt' })
      return (await trx.from('kernel.blobs').where('sha256', sha256).firstOrFail()).storage_key
    })
    return () => rmSync(folder, { recursive: true, force: true })
  })
  const at = (key: string) => join(documentsConfig.directory, key)
  /** What other tests have left in the base is theirs. */
  const source = { named: async () => [storageKey], save }
  const saveNow = (where = place) => backup(where, lock, { whole: false, source })

  test('keeps each document once, encrypted as it rests', async ({ assert }) => {
    const first = await saveNow()
    assert.isTrue(first.verified)
    assert.equal(first.documents.copied, 1)
    const kept = join(folder, documentName(storageKey))
    assert.deepEqual(await readFile(kept), await readFile(at(storageKey)))
    const { mtimeMs, ino } = statSync(kept)
    const second = await saveNow()
    assert.equal(second.documents.copied, 0)
    assert.equal(second.documents.count, first.documents.count)
    assert.deepInclude(statSync(kept), { mtimeMs, ino })
  })

  test('says no moment whole when a document that a row names is nowhere', async ({ assert }) => {
    await rename(at(storageKey), `${at(storageKey)}.away`)
    try {
      await assert.rejects(() => saveNow(), /1 documents nommés par la base ne sont nulle part/)
      assert.isNull(await lastPoint(place))
      await assert.rejects(() => findGoal(place), NoPoint)
    } finally {
      await rename(`${at(storageKey)}.away`, at(storageKey))
    }
  })

  test('cut at any file, leaves no moment that could be taken for a whole one', async ({
    assert,
  }) => {
    let writes = 0
    const counting: Place = { ...place, put: (...args) => (writes++, place.put(...args)) }
    await saveNow(counting)
    const whole = writes
    for (let cut = 1; cut <= whole; cut++) {
      rmSync(folder, { recursive: true, force: true })
      let left = cut
      const dying: Place = {
        ...place,
        put: (...args) => {
          if (--left === 0) throw new Error('la machine est morte')
          return place.put(...args)
        },
      }
      await assert.rejects(() => saveNow(dying), /la machine est morte/)
      assert.isNull(await lastPoint(place), `cut at the file ${cut} of ${whole}`)
    }
    await saveNow()
    assert.isNotNull(await lastPoint(place))
  })

  test('keeps the application’s secret under its lock only', async ({ assert }) => {
    await saveNow()
    const { keys } = (await lastPoint(place))!
    const secret = documentsConfig.masterKey
    assert.notInclude(await readFile(join(folder, keys), 'utf8'), secret)
    const privateKey = join(folder, 'elsewhere.pem')
    writeFileSync(privateKey, pair.privateKey)
    const { settings, files } = await openBundle(place, keys, { privateKey })
    assert.equal(settings.APP_KEY, secret)
    assert.notProperty(settings, 'BACKUP_PASSPHRASE')
    assert.include(
      files.map(({ setting }) => setting),
      'SEAL_KEY_FILE'
    )
  })

  test('gives a lost document back, and says which one it has not', async ({ assert }) => {
    await saveNow()
    const before = await readFile(at(storageKey))
    rmSync(at(storageKey))
    const absent = `${storageKey}-never`
    const brought = await restoreDocuments(place, [storageKey, absent])
    assert.deepEqual(brought, { copied: 1, absent: [absent] })
    assert.deepEqual(await readFile(at(storageKey)), before)
  })

  test('forgets the old moments and their bases, and never the last', async ({ assert }) => {
    const old = await saveNow()
    const last = await saveNow()
    assert.equal(await prune(place, '2027-01-01T00:00:00.000Z'), 1)
    assert.isFalse(await place.has(old.point))
    assert.deepEqual(await place.list('points'), [last.point])
    assert.lengthOf(await place.list('bases'), 1)
    assert.isTrue(await place.has(documentName(storageKey)))
  })
})
