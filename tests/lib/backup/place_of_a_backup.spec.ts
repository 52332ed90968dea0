import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pack } from 'tar-stream'
import { createGzip } from 'node:zlib'
import { test } from '@japa/runner'
import { NotReadBack, putChecked } from '#lib/backup/checked'
import { folderPlace, putText, textOf } from '#lib/backup/place'
import { nextSegment, segmentsBetween } from '#lib/backup/segments'
import { unpackServer } from '#lib/backup/unpack_server'

const of = (text: string) => Readable.from([Buffer.from(text)], { objectMode: false })

test.group('The place of a backup', (group) => {
  let folder: string
  group.each.setup(() => {
    folder = mkdtempSync(join(tmpdir(), 'place-'))
    return () => rmSync(folder, { recursive: true, force: true })
  })
  const everything = () => readdirSync(folder, { recursive: true, encoding: 'utf8' })

  test('lists what is whole, in order, and forgets what is removed', async ({ assert }) => {
    const place = folderPlace(folder)
    for (const name of ['points/b.json', 'points/a.json', 'bases/x/log/1.gz'])
      await putText(place, name, name)
    assert.deepEqual(await place.list('points'), ['points/a.json', 'points/b.json'])
    assert.deepEqual(await place.list('nothing'), [])
    assert.equal(await textOf(place, 'points/a.json'), 'points/a.json')
    await place.remove('points/a.json')
    assert.isFalse(await place.has('points/a.json'))
    assert.isTrue(await place.has('points/b.json'))
  })

  test('a file whose source breaks is never there under its name', async ({ assert }) => {
    const place = folderPlace(folder)
    const broken = new Readable({
      read() {
        this.push('half')
        this.destroy(new Error('the disk is gone'))
      },
    })
    await assert.rejects(() => putChecked(place, 'documents/a', broken, 8), /the disk is gone/)
    assert.isFalse(await place.has('documents/a'))
    assert.deepEqual(await place.list('documents'), [])
  })

  test('what does not read back as it was written is refused, and leaves nothing', async ({
    assert,
  }) => {
    const place = folderPlace(folder)
    const lying = { ...place, read: async () => of('something else') }
    await assert.rejects(() => putChecked(lying, 'documents/a', of('bytes'), 5), NotReadBack)
    assert.notInclude(everything(), 'documents/a')
    await assert.rejects(() => putChecked(place, 'documents/a', of('bytes'), 6), NotReadBack)
    assert.notInclude(everything(), 'documents/a')
    const { size } = await putChecked(place, 'documents/a', of('bytes'), 5)
    assert.equal(size, 5)
  })

  test('a packed server that names files elsewhere is refused', async ({ assert }) => {
    const tar = pack()
    tar.entry({ name: '../outside' }, 'x')
    tar.finalize()
    const inside = join(folder, 'server')
    await assert.rejects(() => unpackServer(tar.pipe(createGzip()), inside), /Nom refusé/)
    assert.notInclude(everything(), 'outside')
  })
})

test.group('The segments of a log', () => {
  test('follow each other over the end of a file', ({ assert }) => {
    assert.equal(nextSegment('000000010000000000000009'), '00000001000000000000000A')
    assert.equal(nextSegment('0000000100000000000000FF'), '000000010000000100000000')
    assert.equal(
      nextSegment('00000001000000000000003F', 64 * 1024 * 1024),
      '000000010000000100000000'
    )
    assert.throws(() => nextSegment('00000002.history'), /is no segment/)
  })

  test('are counted from the first to the last, both included', ({ assert }) => {
    const names = segmentsBetween('0000000100000000000000FE', '000000010000000100000001')
    assert.deepEqual(
      names.map((name) => name.slice(8)),
      ['00000000000000FE', '00000000000000FF', '0000000100000000', '0000000100000001']
    )
    assert.deepEqual(segmentsBetween('000000010000000000000003', '000000010000000000000002'), [])
  })
})
