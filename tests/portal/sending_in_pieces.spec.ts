import { createHash, randomBytes } from 'node:crypto'
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { ApiClient } from '@japa/api-client'
import { test } from '@japa/runner'
import { master } from '#tests/helpers/master'
import { documentsConfig } from '#config/documents'
import { documents } from '#kernel/documents'
import type User from '#kernel/people/user'
import { forgetLeftUploads } from '#kernel/uploads/forget'
import { MOST_PIECE } from '#kernel/uploads'
import { tenancy } from '#kernel/tenancy'
import type { Tenant } from '#kernel/tenant'
import { uuidv7 } from '#lib/values'
import Acte from '#app/actes/models/acte'
import { commune, PDF } from '#tests/actes/room'
import { runDueJobs } from '#tests/helpers/jobs'
import { person } from '#tests/world/world'

const BASE = '/c/kervalan'

/** A PDF with a body that cannot be mistaken, larger than one piece. */
const MARK = Buffer.from('Une phrase que le disque ne doit pas savoir')
const LARGE = Buffer.concat([
  PDF.subarray(0, 9),
  Buffer.from('%'),
  Buffer.from(randomBytes(1_400_000).toString('hex')),
  MARK,
  Buffer.from('\n'),
  PDF.subarray(9),
])

/** The files under a folder of the documents. */
function filesUnder(folder: string): string[] {
  const root = join(documentsConfig.directory, folder)
  try {
    return readdirSync(root, { recursive: true, encoding: 'utf8' })
      .map((name) => join(root, name))
      .filter((path) => statSync(path).isFile())
  } catch {
    return []
  }
}

test.group('Sending in pieces', (group) => {
  let kervalan: Tenant
  let agent: User
  group.setup(async () => {
    kervalan = await commune()
  })
  group.each.setup(async () => {
    agent = await person('Maëlle Le Goff', { kervalan: ['agent'] })
  })

  const ask = (client: ApiClient, method: string, url: string, who = agent) =>
    client.request(url, method).loginAs(who).withCsrfToken().accept('json').redirects(0)

  async function begin(client: ApiClient, size: number, name = 'règlement.pdf', who = agent) {
    const answer = await ask(client, 'POST', `${BASE}/depots`, who)
      .header('tus-resumable', '1.0.0')
      .header('upload-length', String(size))
      .header('upload-metadata', `filename ${Buffer.from(name).toString('base64')}`)
    return { answer, url: answer.header('location')! }
  }
  async function add(client: ApiClient, url: string, offset: number, piece: Buffer, who = agent) {
    const request = ask(client, 'PATCH', url, who)
      .header('content-type', 'application/offset+octet-stream')
      .header('upload-offset', String(offset))
    request.request.send(piece)
    return request
  }
  /** A whole file, as the browser sends it. */
  async function sendAll(client: ApiClient, bytes: Buffer, name?: string) {
    const { url } = await begin(client, bytes.length, name)
    for (let offset = 0; offset < bytes.length; offset += MOST_PIECE) {
      const answer = await add(client, url, offset, bytes.subarray(offset, offset + MOST_PIECE))
      answer.assertStatus(204)
    }
    return { url, id: url.split('/').at(-1)! }
  }
  async function submit(client: ApiClient, id: string) {
    const numero = `D${uuidv7().slice(-10)}`.toUpperCase()
    const answer = await client
      .post(`${BASE}/actes`)
      .loginAs(agent)
      .withCsrfToken()
      .redirects(0)
      .form({ numero, objet: 'Envoyé par morceaux', uploads: { document: [id] } })
      .hearingSession()
    const acte = await tenancy.run(kervalan.id, () => Acte.findBy('numero', numero))
    return { answer, acte }
  }

  test('a file in pieces becomes a document, whole, and its pieces are forgotten', async ({
    client,
    assert,
  }) => {
    const { id, url } = await sendAll(client, LARGE)
    const pieces = filesUnder(`u/${kervalan.id}/${id}`)
    assert.lengthOf(pieces, 2)
    for (const piece of pieces) assert.isFalse(readFileSync(piece).includes(MARK))
    const { acte } = await submit(client, id)
    const document = await tenancy.run(kervalan.id, () => documents.find(acte!.documentId!))
    assert.equal(document.sha256, createHash('sha256').update(LARGE).digest('hex'))
    assert.equal(document.name, 'règlement.pdf')
    await runDueJobs(kervalan.id, 'kernel.forget_upload')
    assert.lengthOf(filesUnder(`u/${kervalan.id}/${id}`), 0)
    const gone = await ask(client, 'HEAD', url)
    gone.assertStatus(404)
  })

  test('the server says how far it is, and refuses a piece that comes twice or too soon', async ({
    client,
    assert,
  }) => {
    const { answer, url } = await begin(client, 30)
    answer.assertStatus(201)
    ;(await add(client, url, 0, Buffer.alloc(10, 1))).assertStatus(204)
    ;(await add(client, url, 0, Buffer.alloc(10, 1))).assertStatus(409)
    ;(await add(client, url, 20, Buffer.alloc(10, 1))).assertStatus(409)
    const head = await ask(client, 'HEAD', url)
    assert.equal(head.header('upload-offset'), '10')
    assert.equal(head.header('upload-length'), '30')
    ;(await add(client, url, 10, Buffer.alloc(21, 1))).assertStatus(413)
    const both = await Promise.all([
      add(client, url, 10, Buffer.alloc(5, 1)),
      add(client, url, 10, Buffer.alloc(5, 2)),
    ])
    assert.sameMembers(
      both.map((one) => one.status()),
      [204, 409]
    )
  })

  test('what one sends is one’s own', async ({ client, assert }) => {
    const { url, id } = await sendAll(client, PDF)
    const colleague = await person('Yann Kerbrat', { kervalan: ['agent'] })
    for (const method of ['HEAD', 'DELETE']) {
      ;(await ask(client, method, url, colleague)).assertStatus(404)
    }
    ;(await add(client, url, 0, PDF, colleague)).assertStatus(404)
    const mine = agent
    agent = colleague
    const { acte } = await submit(client, id)
    agent = mine
    assert.isNull(acte)
    ;(await ask(client, 'HEAD', url)).assertStatus(204)
  })

  test('an unfinished file is not taken for a whole one', async ({ client, assert }) => {
    const { url } = await begin(client, PDF.length)
    await add(client, url, 0, PDF.subarray(0, 100))
    const { acte, answer } = await submit(client, url.split('/').at(-1)!)
    assert.isNull(acte)
    answer.assertStatus(302)
    answer.assertFlashMessage('inputErrorsBag', {
      document: [
        'L’envoi de « règlement.pdf » n’est pas terminé : attendez sa fin, ou choisissez de nouveau le fichier.',
      ],
    })
  })

  test('a file is judged by what it holds, as any other', async ({ client, assert }) => {
    const { id } = await sendAll(client, Buffer.from('MZ un programme'), 'deliberation.pdf')
    const { acte } = await submit(client, id)
    assert.isNull(acte!.documentId)
  })

  test('it is bounded: the piece, the file, and how many at once', async ({ client }) => {
    const { url } = await begin(client, 10_000_000)
    ;(await add(client, url, 0, Buffer.alloc(MOST_PIECE + 1))).assertStatus(413)
    ;(await begin(client, 150_000_001)).answer.assertStatus(413)
    ;(await begin(client, 0)).answer.assertStatus(400)
    for (let n = 1; n < 20; n++) (await begin(client, 10)).answer.assertStatus(201)
    ;(await begin(client, 10)).answer.assertStatus(429)
    ;(await ask(client, 'DELETE', url)).assertStatus(204)
    ;(await begin(client, 10)).answer.assertStatus(201)
  })

  test('who may only read sends nothing', async ({ client }) => {
    const reader = await person('Annaïg Le Roux', { kervalan: ['reader'] })
    ;(await begin(client, 10, 'x.pdf', reader)).answer.assertStatus(403)
  })

  test('what nobody came back for is forgotten the next day', async ({ client, assert }) => {
    const [old, fresh] = [await sendAll(client, PDF), await sendAll(client, PDF)]
    await master().rawQuery(
      `update kernel.uploads set touched_at = now() - interval '25 hours' where id = ?`,
      [old.id]
    )
    await forgetLeftUploads()
    ;(await ask(client, 'HEAD', old.url)).assertStatus(404)
    assert.lengthOf(filesUnder(`u/${kervalan.id}/${old.id}`), 0)
    ;(await ask(client, 'HEAD', fresh.url)).assertStatus(204)
  })

  test('a form of the ordinary kind leaves nothing in clear behind it', async ({
    client,
    assert,
  }) => {
    const clear = () =>
      readdirSync(tmpdir()).filter((name) => {
        const path = join(tmpdir(), name)
        const facts = statSync(path, { throwIfNoEntry: false })
        return facts?.isFile() && facts.size === LARGE.length
      })
    const before = clear().length
    const numero = `M${uuidv7().slice(-10)}`.toUpperCase()
    await client
      .post(`${BASE}/actes`)
      .loginAs(agent)
      .withCsrfToken()
      .fields({ numero, objet: 'Envoyé d’un coup' })
      .file('document', LARGE, { filename: 'grand.pdf' })
      .redirects(0)
    const acte = await tenancy.run(kervalan.id, () => Acte.findBy('numero', numero))
    assert.isString(acte!.documentId)
    assert.equal(clear().length, before)
  })
})
