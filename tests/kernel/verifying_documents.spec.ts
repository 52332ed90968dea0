import { randomBytes } from 'node:crypto'
import { appendFile, mkdir, readFile, rm, symlink, truncate, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import ace from '@adonisjs/core/services/ace'
import { test } from '@japa/runner'
import { documentsConfig } from '#config/documents'
import { verifyDocuments } from '#console/documents/verify'
import DocumentsVerify from '#console/commands/documents_verify'
import { documents } from '#kernel/documents'
import { tenancy } from '#kernel/tenancy'
import { tenants } from '#kernel/tenant'
import { member, uploads } from '#kernel/uploads'
import { IN_MEMORY } from '#kernel/documents/intake'
import { placeApart } from '#tests/world/journals'
import { pathOf, rest } from '#tests/world/resting_files'
import { person } from '#tests/world/world'

const verify = async (id: string) => {
  const { seconds, ...report } = await verifyDocuments([id])
  return report
}
const SOUND = { altered: [], missing: [], orphans: [] }

async function flip(path: string, at: number): Promise<void> {
  const bytes = await readFile(path)
  bytes[at] ^= 1
  await writeFile(path, bytes)
}

test.group('Verifying the documents of a member', () => {
  test('counts what is sound, small or large, and finds nothing to say', async ({ assert }) => {
    const id = await placeApart()
    for (const size of [1, 70_000, IN_MEMORY + 1]) await rest(id, randomBytes(size))
    const bytes = 1 + 70_000 + IN_MEMORY + 1
    assert.deepEqual(await verify(id), { objects: 3, bytes, ...SOUND })
  })

  test('names the document of which one byte was flipped', async ({ assert }) => {
    const id = await placeApart()
    for (const size of [300, IN_MEMORY + 300]) {
      const { sha256, path } = await rest(id, randomBytes(size))
      await flip(path, size - 100)
      const { altered } = await verify(id)
      assert.deepEqual(
        altered.filter((one) => one.sha256 === sha256),
        [{ sha256, room: 'kernel', name: 'a.bin' }]
      )
    }
  })

  test('goes on over whatever stands in the place of a file', async ({ assert }) => {
    const id = await placeApart()
    const size = IN_MEMORY + 300
    const laid = async () => rest(id, randomBytes(size))
    const other = await laid()
    const bytes = await readFile(other.path)
    const PLACED: Record<string, (path: string) => Promise<unknown>> = {
      'nothing at all': (path) => truncate(path, 0),
      'its head alone': (path) => truncate(path, 12),
      'all but its last byte': (path) => truncate(path, bytes.length - 1),
      'one byte too many': (path) => appendFile(path, 'x'),
      'another file': (path) => writeFile(path, bytes),
      'a folder': (path) => rm(path).then(() => mkdir(path)),
      'a link to itself': (path) => rm(path).then(() => symlink(path, path)),
    }
    const spoilt = []
    for (const [what, place] of Object.entries(PLACED)) {
      const { sha256, path } = await laid()
      await place(path)
      spoilt.push({ what, sha256 })
    }
    const { objects, bytes: sound, altered, missing } = await verify(id)
    assert.deepEqual([objects, sound], [spoilt.length + 1, size])
    const told = [...altered, ...missing].map(({ sha256 }) => sha256)
    for (const { what, sha256 } of spoilt) assert.include(told, sha256, what)
  })

  test('tells a file that is gone from one that was altered', async ({ assert }) => {
    const id = await placeApart()
    const { sha256, path } = await rest(id, randomBytes(300))
    await rm(path)
    const missing = [{ sha256, room: 'kernel', name: 'a.bin' }]
    assert.deepEqual(await verify(id), { objects: 1, bytes: 0, ...SOUND, missing })
  })

  test('names the file that no row names, and neither an upload nor a storing under way', async ({
    assert,
  }) => {
    const id = await placeApart()
    const storageKey = `t/${id}/ab/abcd`
    const path = join(documentsConfig.directory, storageKey)
    await mkdir(dirname(path), { recursive: true })
    await writeFile(path, 'reste')
    const someone = await person('Camille Envoi', {})
    await tenancy.run(id, async () => {
      const upload = await uploads.begin(member(someone.id), { name: 'a.pdf', size: 10 })
      await uploads.add(member(someone.id), upload.id, 0, Buffer.from('%PDF-'))
    })
    const storing = Promise.withResolvers<void>()
    const seen = Promise.withResolvers<void>()
    const kept = tenancy.run(id, async () => {
      await documents.store(randomBytes(50), { name: 'en-cours.bin' })
      storing.resolve()
      await seen.promise
    })
    await storing.promise
    const during = await verify(id)
    seen.resolve()
    await kept
    assert.deepEqual(during, {
      objects: 0,
      bytes: 0,
      ...SOUND,
      orphans: [{ storageKey, bytes: 5 }],
    })
    assert.deepEqual((await verify(id)).orphans, [{ storageKey, bytes: 5 }])
  })
})

test.group('documents:verify', () => {
  const run = async (...words: string[]) => {
    const written: string[] = []
    const write = process.stdout.write
    process.stdout.write = ((text: string) => written.push(String(text)) > 0) as never
    try {
      const command = await ace.create(DocumentsVerify, words)
      await command.exec()
      return { status: command.exitCode ?? 0, stdout: written.join('') }
    } finally {
      process.stdout.write = write
    }
  }

  test('writes its JSON alone, and says a fault by its exit status', async ({ assert }) => {
    const id = await placeApart()
    const { siren } = (await tenants.byId(id))!
    const { path } = await rest(id, randomBytes(300))
    const sound = await run('--tenant', siren, '--json')
    assert.equal(sound.status, 0)
    assert.deepEqual(Object.keys(JSON.parse(sound.stdout)), [
      ...['objects', 'bytes', 'seconds', 'altered', 'missing', 'orphans'],
    ])
    await flip(path, 100)
    const altered = await run(`--tenant=${siren}`, '--json')
    assert.equal(altered.status, 1)
    assert.equal(JSON.parse(altered.stdout).altered[0].sha256.length, 64)
    assert.include((await run('--tenant', siren)).stdout, 'Altéré : « a.bin »')
    assert.equal(await pathOf(id, JSON.parse(altered.stdout).altered[0].sha256), path)
  })

  test('refuses arguments that it does not know, and writes nothing', async ({ assert }) => {
    for (const words of [
      ['--tenant', '000000000'],
      ['--tenant', 'kervalan'],
      ['--tenant'],
      ['--tenants=1'],
      ['tout'],
    ]) {
      assert.deepEqual(await run(...words, '--json'), { status: 2, stdout: '' }, words.join(' '))
    }
  })
})
