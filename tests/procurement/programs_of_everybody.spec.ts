import { createHash, randomUUID } from 'node:crypto'
import { test } from '@japa/runner'
import type { ApiClient } from '@japa/api-client'
import { openPersonToken } from '#rooms/outsiders'
import { clock } from '#kernel/clock'
import { parseTrousseau, type Bytes } from '#lib/sealing'
import { bidder, sealInMemory, type Bidder } from './bidders.js'
import { OFFER } from './gestures.js'
import { consultation, drafted, market, published, type Market } from './room.js'

const ROOT = '/api/v1/procurement'
/** What the contract promises (§6). */
const PROMISED = [
  'get /consultations',
  'get /consultations/{id}',
  'get /consultations/{id}/documents/{sha256}',
  'get /consultations/{id}/dce.zip',
  'get /consultations/{id}/changes',
  'get /consultations/{id}/trousseau.json',
  'get /decp/{siren}/{year}.{format}',
  'get /catalogue.dcat.jsonld',
  'get /ocds/{id}',
  'post /plis',
  'put /plis/{id}/pieces/{sha256}',
  'get /plis/{id}',
  'post /plis/{id}/scellement',
  'post /plis/{id}/retrait',
]

test.group('Programs of everybody and of companies', (group) => {
  let town: Market
  group.setup(async () => {
    town = await market()
  })
  group.each.teardown(() => clock.release())

  test('read in the document all that the contract promises', async ({ client, assert }) => {
    const answer = await client.get(`${ROOT}/openapi.json`)
    const { openapi, paths, components } = answer.body()
    assert.equal(openapi, '3.1.0')
    const offered = Object.entries<object>(paths).flatMap(([path, calls]) =>
      Object.keys(calls).map((method) => `${method} ${path}`)
    )
    assert.includeMembers(offered, PROMISED)
    for (const [, where, name] of answer.text().matchAll(/#\/components\/(\w+)\/(\w+)/g))
      assert.property(components[where], name)
  })

  test('list what is published by what it is, and say at its parameter what cannot be read', async ({
    client,
    assert,
  }) => {
    const id = await published(client, town, { title: 'Toiture de la médiathèque Kerouac' })
    const hidden = await drafted(client, town, { title: 'Toiture de la médiathèque Kerouac' })
    const found = async (query: string) =>
      (await client.get(`${ROOT}/consultations?${query}`)).body().items.map((one: any) => one.id)
    const { tenant } = town
    for (const query of [
      'q=Kerouac toiture',
      'q=kerouac&cpv=45000000&departement=35&nature=travaux',
      `q=kerouac&buyer=${tenant.siren}`,
      'q=kerouac&cpv=45233&buyer=kervalan',
      `q=kerouac&closesAfter=${clock.today()}`,
    ])
      assert.deepEqual(await found(encodeURI(query)), [id], query)
    for (const query of ['cpv=79', 'departement=29', 'nature=services', 'buyer=000000000'])
      assert.notInclude(await found(`${query}&q=kerouac`), id, query)
    assert.notInclude(await found('q=kerouac'), hidden)
    assert.notInclude(await found('q=kero%25toiture'), id)
    const wrong = await client.get(`${ROOT}/consultations?nature=plomberie&closesAfter=demain&cp=1`)
    wrong.assertStatus(422)
    assert.equal(wrong.header('content-type'), 'application/problem+json')
    assert.sameMembers(
      wrong.body().errors.map(({ parameter }: any) => parameter),
      ['nature', 'closesAfter', 'cp']
    )
  })

  test('read a consultation whole, with each document at the address of its digest', async ({
    client,
    assert,
  }) => {
    const id = await published(client, town)
    const answer = await client.get(`${ROOT}/consultations/${id}`)
    const one = answer.body()
    assert.equal(one.fingerprint, (await consultation(town, id)).fingerprint)
    assert.notProperty(one, 'estimate')
    for (const { url, sha256 } of one.documents) {
      const file = await client.get(new URL(url).pathname)
      const bytes = Buffer.isBuffer(file.body()) ? file.body() : Buffer.from(file.text())
      assert.equal(createHash('sha256').update(bytes).digest('hex'), sha256)
    }
    const trousseau = await client.get(`${ROOT}/consultations/${id}/trousseau.json`)
    const { fingerprint } = await parseTrousseau(bytesOf(trousseau.text()))
    assert.equal(fingerprint, one.fingerprint)
    const changes = await client.get(`${ROOT}/consultations/${id}/changes`)
    assert.deepEqual(
      changes.body().items.map(({ kind }: any) => kind),
      ['published']
    )
    ;(await client.get(`${ROOT}/consultations/${id}/dce.zip`)).assertStatus(200)
    const ocds = (await client.get(`${ROOT}/ocds/${id}`)).body()
    assert.equal(ocds.releases[0].tender.items[0].classification.id, one.cpv)
    const draft = await drafted(client, town)
    for (const path of [
      `consultations/${draft}`,
      `consultations/${draft}/dce.zip`,
      `ocds/${draft}`,
    ]) {
      const refused = await client.get(`${ROOT}/${path}`)
      refused.assertStatus(404)
      assert.equal(refused.body().code, 'E_CONSULTATION_MISSING')
    }
  })

  test('deposit a pli by the token of a company, and hold its receipt', async ({
    client,
    assert,
  }) => {
    const id = await published(client, town)
    const [company, other] = [await program(client, 'Jeton'), await program(client, 'Voisine')]
    const asked = () => company.post('/plis', { consultation: id }, { 'idempotency-key': 'un' })
    const begun = await asked()
    begun.assertStatus(201)
    const { id: pli, state } = begun.body()
    assert.equal(state, 'brouillon')
    const again = await asked()
    assert.deepEqual([again.status(), again.body().id], [200, pli])
    const keys = await client.get(`${ROOT}/consultations/${id}/trousseau.json`)
    const trousseau = await parseTrousseau(bytesOf(keys.text()))
    const { manifest, pieces, sealed } = await sealInMemory(trousseau, pli, OFFER)
    const early = await company.post(`/plis/${pli}/scellement`, { manifest })
    assert.equal(early.body().code, 'E_PLI_REFUSED')
    for (const { sha256, bytes } of pieces) {
      ;(await company.put(`/plis/${pli}/pieces/${sha256}`, bytes)).assertStatus(201)
      ;(await company.put(`/plis/${pli}/pieces/${sha256}`, bytes)).assertStatus(200)
    }
    const [{ sha256 }] = pieces
    ;(await company.put(`/plis/${pli}/pieces/${sha256}`, Buffer.from('autres'))).assertStatus(409)
    const held = await company.get(`/plis/${pli}`)
    assert.sameMembers(
      held.body().pieces,
      pieces.map((one) => one.sha256)
    )
    for (const refused of [
      await other.get(`/plis/${pli}`),
      await other.post(`/plis/${pli}/scellement`, { manifest }),
      await other.post(`/plis/${pli}/retrait`, {}),
      await other.put(`/plis/${pli}/pieces/${sha256}`, pieces[0].bytes),
    ])
      assert.deepEqual([refused.status(), refused.body().code], [404, 'E_PLI_MISSING'])
    const receipt = await company.post(`/plis/${pli}/scellement`, { manifest })
    receipt.assertStatus(201)
    assert.equal(receipt.body().digest, sealed.digest)
    const twice = await company.post(`/plis/${pli}/scellement`, { manifest })
    assert.deepEqual([twice.status(), twice.body()], [200, receipt.body()])
    const withdrawn = await company.post(`/plis/${pli}/retrait`, {})
    assert.equal(withdrawn.body().state, 'retire')
    assert.equal((await company.post(`/plis/${pli}/retrait`, {})).body().state, 'retire')
  })

  test('deposit a pli that was sealed offline, under its own number and once', async ({
    client,
    assert,
  }) => {
    const id = await published(client, town)
    const [company, other] = [
      await program(client, 'Hors ligne'),
      await program(client, 'Copieuse'),
    ]
    const pli = randomUUID()
    const begun = await company.post('/plis', { consultation: id, pli })
    assert.deepEqual([begun.status(), begun.body().id], [201, pli])
    const taken = await other.post('/plis', { consultation: id, pli })
    assert.deepEqual([taken.status(), taken.body().code], [409, 'E_PLI_NUMBER_TAKEN'])
  })

  test('withdraw nothing after the hour', async ({ client, assert }) => {
    const id = await published(client, town)
    const company = await program(client, 'Tardive')
    const { pli, manifest, pieces } = await begunPli(client, company, id)
    for (const { sha256, bytes } of pieces)
      await company.put(`/plis/${pli}/pieces/${sha256}`, bytes)
    await company.post(`/plis/${pli}/scellement`, { manifest })
    const { deadline } = await consultation(town, id)
    clock.freeze(deadline.plus({ milliseconds: 1 }).toUTC().toISO()!)
    const refused = await company.post(`/plis/${pli}/retrait`, {})
    assert.deepEqual([refused.status(), refused.body().code], [409, 'E_TOO_LATE_TO_WITHDRAW'])
    assert.equal((await company.get(`/plis/${pli}`)).body().state, 'scelle')
  })

  test('without a token, or with one that was made up, reach no pli', async ({
    client,
    assert,
  }) => {
    for (const said of [undefined, 'Bearer nothing', `Bearer halleoe_${'a'.repeat(43)}`]) {
      const request = client.post(`${ROOT}/plis`).json({})
      if (said) request.header('authorization', said)
      const answer = await request
      assert.deepEqual([answer.status(), answer.body().code], [401, 'E_TOKEN_REFUSED'])
      assert.equal(answer.header('content-type'), 'application/problem+json')
    }
  })

  async function begunPli(client: ApiClient, company: CompanyProgram, id: string) {
    const begun = await company.post('/plis', { consultation: id })
    const keys = await client.get(`${ROOT}/consultations/${id}/trousseau.json`)
    const trousseau = await parseTrousseau(bytesOf(keys.text()))
    const pli: string = begun.body().id
    return { pli, ...(await sealInMemory(trousseau, pli, OFFER)) }
  }
})

const bytesOf = (text: string) => new TextEncoder().encode(text) as Bytes

type CompanyProgram = Awaited<ReturnType<typeof program>>

/** A program that holds the token of somebody of a company. */
async function program(client: ApiClient, name: string) {
  const { establishmentId, session }: Bidder = await bidder(name)
  const { personId } = session.outsider
  const token = await openPersonToken({ personId, establishmentId, name: 'Gestion', days: 30 })
  const held = <R extends ReturnType<ApiClient['get']>>(request: R): R => {
    request.header('authorization', `Bearer ${token}`)
    return request
  }
  return {
    get: (path: string) => held(client.get(`${ROOT}${path}`)),
    post: (path: string, body: object, headers: Record<string, string> = {}) => {
      const request = held(client.post(`${ROOT}${path}`)).json(body)
      for (const [header, value] of Object.entries(headers)) request.header(header, value)
      return request
    },
    put: (path: string, bytes: Buffer) => {
      const request = held(client.put(`${ROOT}${path}`))
      // superagent sends a Buffer as it is, under a type that is said
      request.request.type('application/octet-stream').send(bytes as never)
      return request
    },
  }
}
