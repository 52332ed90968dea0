import { randomBytes } from 'node:crypto'
import type { ApiClient } from '@japa/api-client'
import { test } from '@japa/runner'
import { documents } from '#kernel/documents'
import type User from '#kernel/people/user'
import { tenancy } from '#kernel/tenancy'
import type { Tenant } from '#kernel/tenant'
import { readingsOf } from '#web/documents/readings'
import { person } from '#tests/world/world'
import { commune, draftOf } from './room.js'

const BYTES = Buffer.concat([Buffer.from('%PDF-1.7\n'), randomBytes(200_000)])

test.group('A document that is asked in part', (group) => {
  let kervalan: Tenant
  let agent: User
  let url: string
  let documentId: string
  let etag: string
  group.setup(async () => {
    kervalan = await commune()
    agent = await person('Maëlle Le Goff', { kervalan: ['agent'] })
    const kept = await tenancy.run(kervalan.id, () => documents.store(BYTES, { name: 'a.pdf' }))
    documentId = kept.id
    etag = `"${kept.sha256}"`
    const acte = await draftOf(kervalan, { documentId })
    url = `/c/kervalan/actes/${acte.id}/documents/${documentId}`
  })

  const ask = (client: ApiClient, headers: Record<string, string> = {}) => {
    const asked = client.get(url).loginAs(agent)
    for (const [name, value] of Object.entries(headers)) asked.header(name, value)
    asked.request.buffer(true).parse((answer: any, done: any) => {
      const parts: Buffer[] = []
      answer.on('data', (part: Buffer) => parts.push(part))
      answer.on('end', () => done(null, Buffer.concat(parts)))
    })
    return asked
  }

  test('is sent in that part, with what it is a part of', async ({ client, assert }) => {
    const answer = await ask(client, { range: 'bytes=65500-131099' })
    answer.assertStatus(206)
    assert.equal(answer.header('content-range'), `bytes 65500-131099/${BYTES.length}`)
    assert.equal(answer.header('content-length'), '65600')
    assert.equal(answer.header('content-type'), 'application/pdf')
    assert.isTrue(BYTES.subarray(65_500, 131_100).equals(answer.body()))
  })

  test('is sent whole where nothing is asked, or of another version', async ({
    client,
    assert,
  }) => {
    for (const headers of [{}, { 'range': 'bytes=0-9', 'if-range': '"autre"' }] as Record<
      string,
      string
    >[]) {
      const answer = await ask(client, headers)
      answer.assertStatus(200)
      assert.equal(answer.header('accept-ranges'), 'bytes')
      assert.equal(answer.header('etag'), etag)
      assert.isTrue(BYTES.equals(answer.body()))
    }
    ;(await ask(client, { 'range': 'bytes=0-9', 'if-range': etag })).assertStatus(206)
  })

  test('is refused past its end', async ({ client, assert }) => {
    const answer = await ask(client, { range: `bytes=${BYTES.length}-` })
    answer.assertStatus(416)
    assert.equal(answer.header('content-range'), `bytes */${BYTES.length}`)
  })

  test('is noted once as read, whatever the parts', async ({ client, assert }) => {
    const readings = () => tenancy.run(kervalan.id, () => readingsOf(documentId))
    const before = (await readings()).length
    for (const range of ['bytes=0-9', 'bytes=10-99', 'bytes=100-']) await ask(client, { range })
    const [last, ...others] = await readings()
    assert.lengthOf(others, before)
    assert.deepEqual(last.actor, { kind: 'person', id: agent.id })
  })
})
