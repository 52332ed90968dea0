import { mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { test } from '@japa/runner'
import { putChecked } from '#lib/backup/checked'
import { folderPlace, type Place } from '#lib/backup/place'
import { baseKeyOf, placeOf, shutPlace } from '#lib/backup/shut_place'

const KEY = 'une-cle-de-trente-deux-octets-ou-plus'
const ROWS = Buffer.alloc(200_000, 'Délibération de Kervalan ')
const NAME = 'bases/un/base.tar.gz'

test.group('The base in the place of a backup', (group) => {
  let folder: string
  let place: Place
  let shut: Place
  group.each.setup(() => {
    folder = mkdtempSync(join(tmpdir(), 'ferme-'))
    place = folderPlace(folder)
    shut = shutPlace(place, baseKeyOf(KEY))
    return () => rmSync(folder, { recursive: true })
  })
  const put = (name: string, bytes = ROWS, where = shut) =>
    putChecked(where, name, Readable.from([bytes], { objectMode: false }), bytes.length)
  const readBack = async (name: string, where = shut) => buffer(await where.read(name))

  test('is read by nobody who serves the place, and comes back as it was', async ({ assert }) => {
    for (const bytes of [ROWS, Buffer.alloc(0), ROWS.subarray(0, 65_536)]) {
      await put(NAME, bytes)
      assert.notInclude(readFileSync(join(folder, NAME)).toString('latin1'), 'Kervalan')
      assert.isTrue((await readBack(NAME)).equals(bytes))
    }
  })

  test('leaves what has its own lock as it is', async ({ assert }) => {
    await put('documents/t/a')
    assert.isTrue(readFileSync(join(folder, 'documents/t/a')).equals(ROWS))
  })

  test('does not open touched, cut, under another name nor another key', async ({ assert }) => {
    const path = join(folder, NAME)
    await put(NAME)
    const whole = readFileSync(path)
    const touched = Buffer.from(whole)
    touched[9_000] ^= 1
    for (const bytes of [touched, whole.subarray(0, -70_000), whole.subarray(0, 20)]) {
      writeFileSync(path, bytes)
      await assert.rejects(() => readBack(NAME), /altéré/)
    }
    writeFileSync(path, whole)
    await assert.rejects(() => readBack(NAME, shutPlace(place, baseKeyOf(`${KEY}!`))), /altéré/)
    renameSync(path, join(folder, 'bases/un/autre'))
    await assert.rejects(() => readBack('bases/un/autre'), /altéré/)
  })

  test('is opened as it was written: an older moment had it in the clear', async ({ assert }) => {
    await put(NAME, ROWS, place)
    assert.isTrue((await readBack(NAME, placeOf(place, {}, KEY))).equals(ROWS))
    await put(NAME)
    const { id } = baseKeyOf(KEY)
    assert.isTrue((await readBack(NAME, placeOf(place, { shut: id }, KEY))).equals(ROWS))
    assert.throws(() => placeOf(place, { shut: id }, 'une autre clé'), /APP_KEY/)
  })
})
