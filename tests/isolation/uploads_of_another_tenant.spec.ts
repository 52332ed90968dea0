import { randomBytes } from 'node:crypto'
import { test } from '@japa/runner'
import { documents } from '#kernel/documents'
import { tenancy } from '#kernel/tenancy'
import { member, uploads } from '#kernel/uploads'
import type { UploadOwner } from '#lib/uploads/purpose'
import { readingsOf, noteReading } from '#web/documents/readings'
import { dropBoxOf, openDropBox } from '#web/uploads/drops/drop_boxes'
import { allRoles } from '#kernel/room'
import { person, place } from '#tests/world/world'

const DROP = 'kernel.drop'
const baseUrl = () => `http://${process.env.HOST}:${process.env.PORT}`
const call = (method: string, path: string, body?: Buffer) =>
  fetch(baseUrl() + path, { method, body: body as never })

const codeOf = (work: Promise<unknown>) =>
  work.then(
    () => null,
    (error) => error.code
  )

async function boxOf(tenantId: string): Promise<string> {
  const { token } = await tenancy.run(tenantId, () =>
    openDropBox({
      purpose: DROP,
      mostBytes: 1000,
      mostFiles: 10,
      closesAt: new Date(Date.now() + 3_600_000),
    })
  )
  return token
}

test.group('The uploads of another tenant', (group) => {
  let mine: string
  let hers: string
  group.setup(async () => {
    mine = (await place('kervalan')).id
    hers = (await place('saint-orven')).id
  })

  test('do not exist here, for whoever sends both here and there', async ({ assert }) => {
    const everywhere = await person('Nolwenn Partout', {
      'kervalan': allRoles(),
      'saint-orven': allRoles(),
    })
    const owner = member(everywhere.id)
    const { id } = await tenancy.run(hers, () => uploads.begin(owner, { name: 'a', size: 10 }))
    const bytes = randomBytes(10)
    const at = (tenantId: string) => ({ tenantId, owner, id, bytes })
    assert.equal(await codeOf(tenancy.run(mine, () => uploads.find(owner, id))), 'E_UPLOAD_MISSING')
    assert.equal(await codeOf(uploads.addRank(0, at(mine))), 'E_UPLOAD_MISSING')
    assert.equal(await codeOf(uploads.addAt(0, at(mine))), 'E_UPLOAD_MISSING')
    await tenancy.run(mine, () => uploads.forget(id))
    assert.equal(await uploads.addRank(0, at(hers)), 10)
    assert.equal(await codeOf(uploads.keep(mine, owner, id)), 'E_UPLOAD_MISSING')
    const kept = await uploads.keep(hers, owner, id)
    assert.equal(
      await codeOf(tenancy.run(mine, () => documents.find(kept.id))),
      'E_DOCUMENT_MISSING'
    )
    assert.equal(
      await codeOf(tenancy.run(mine, () => documents.delete(kept.id))),
      'E_DOCUMENT_MISSING'
    )
  })

  test('are of one owner: neither a colleague, nor a person, nor a box that has her identifier', async ({
    assert,
  }) => {
    const she = await person('Gwenola Envoi', { 'saint-orven': ['agent'] })
    const { id } = await tenancy.run(hers, () =>
      uploads.begin(member(she.id), { name: 'a', size: 10 })
    )
    const others: UploadOwner[] = [
      { kind: 'person', id: she.id },
      { kind: 'anonymous', id: she.id },
      member((await person('Une Autre', { 'saint-orven': ['agent'] })).id),
    ]
    for (const other of others) {
      assert.equal(
        await codeOf(tenancy.run(hers, () => uploads.find(other, id))),
        'E_UPLOAD_MISSING'
      )
      assert.equal(await codeOf(uploads.keep(hers, other, id)), 'E_UPLOAD_MISSING')
    }
    const forms = tenancy.run(hers, () => uploads.begin(others[0], { name: 'a', size: 10 }))
    assert.equal(await codeOf(forms), 'E_UPLOAD_FORBIDDEN')
  })

  test('are not reached by the token of another box, nor by one made of two', async ({
    assert,
  }) => {
    const [own, other] = [await boxOf(mine), await boxOf(hers)]
    const begun = await fetch(`${baseUrl()}/depot/${other}`, {
      method: 'POST',
      headers: { 'upload-length': '10' },
    })
    const id = begun.headers.get('location')!.split('/').at(-1)!
    const patched = (token: string) => [
      call('GET', `/depot/${token}/${id}`),
      call('PUT', `/depot/${token}/${id}/0`, Buffer.alloc(10)),
      call('POST', `/depot/${token}/${id}/fin`),
      call('DELETE', `/depot/${token}/${id}`),
    ]
    // The tenant of one, the secret of the other: 16 octets, then 24
    const joined = Buffer.concat([
      Buffer.from(own, 'base64url').subarray(0, 16),
      Buffer.from(other, 'base64url').subarray(16),
    ]).toString('base64url')
    for (const token of [own, joined, 'x', `${other}A`]) {
      const answers = await Promise.all(patched(token))
      assert.deepEqual(
        answers.map(({ status }) => status),
        [404, 404, 404, 404]
      )
    }
    assert.equal((await call('GET', `/depot/${other}/${id}`)).status, 200)
    assert.equal(await codeOf(dropBoxOf(joined)), 'E_UPLOAD_MISSING')
  })

  test('nor are the readings of its documents', async ({ assert }) => {
    const kept = await tenancy.run(hers, async () => {
      const document = await documents.store(randomBytes(10), { name: 'a' })
      await noteReading(document.id, { kind: 'system' })
      return document
    })
    assert.lengthOf(await tenancy.run(hers, () => readingsOf(kept.id)), 1)
    assert.lengthOf(await tenancy.run(mine, () => readingsOf(kept.id)), 0)
  })
})
