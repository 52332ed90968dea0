import { test } from '@japa/runner'
import limiter from '@adonisjs/limiter/services/main'
import { clock } from '#kernel/clock'
import { tenancy } from '#kernel/tenancy'
import type { Tenant } from '#kernel/tenant'
import type User from '#kernel/people/user'
import { forgetAnswers } from '#web/api/forget_answers'
import { callsKey, MOST_CALLS } from '#web/api/rate'
import { readToken } from '#identity/tokens/token_value'
import { uuidv7 } from '#lib/values'
import Acte from '#app/actes/models/acte'
import { Visitor } from '#tests/identity/visitor'
import { Program, tokenOf } from '#tests/world/program'
import { person } from '#tests/world/world'
import { commune, draftOf, PDF, signedActe } from './room.js'

const ACTES = '/api/v1/actes'
const numero = () => `Q${uuidv7().slice(-10)}`.toUpperCase()

test.group('A program asks about actes', (group) => {
  let kervalan: Tenant
  let agent: User
  let token: string
  let program: Program

  group.setup(async () => {
    kervalan = await commune()
    agent = await person('Maëlle Le Goff', { kervalan: ['agent'] })
  })
  group.each.setup(async () => {
    token = await tokenOf(agent, 'kervalan')
    program = Program.bearing(token)
    return () => clock.release()
  })

  const create = (body: object = {}, headers = {}) =>
    program.send('POST', ACTES, { objet: 'Tarifs', ...body }, headers)
  const countOf = (objet: string) =>
    tenancy.run(kervalan.id, async () => (await Acte.query().where({ objet })).length)

  test('and is told what is wrong as a problem, each fault at its pointer', async ({ assert }) => {
    const { status, headers, body } = await create({ nature: 9, objet: 'x'.repeat(3000) })
    assert.equal(status, 422)
    assert.match(headers.get('content-type')!, /^application\/problem\+json/)
    assert.deepEqual(body.errors.map((one: { pointer: string }) => one.pointer).sort(), [
      '/nature',
      '/objet',
    ])
    assert.equal(body.title, 'À corriger')
    assert.equal(body.status, 422)
    assert.equal(body.type, 'urn:halle:E_FIELDS_REFUSED')
    assert.equal(body.requestId, headers.get('x-request-id'))
  })

  test('a word that we do not know is a fault, in a body and in an address', async ({ assert }) => {
    const misspelt = await create({ numéro: '2026_001' })
    assert.equal(misspelt.status, 422)
    assert.equal(misspelt.body.errors[0].pointer, '/numéro')
    const query = await program.get(`${ACTES}?etats=draft`)
    assert.equal(query.status, 422)
    assert.equal(query.body.errors[0].parameter, 'etats')
  })

  test('a body that is no JSON, and an address that is none, are problems too', async ({
    assert,
  }) => {
    const type = { 'content-type': 'application/json' }
    const broken = await program.ask('POST', ACTES, { headers: type, body: '{"objet":' })
    assert.equal(broken.status, 400)
    assert.match(broken.headers.get('content-type')!, /problem\+json/)
    const nowhere = await program.get('/api/v1/nulle-part')
    assert.equal(nowhere.status, 404)
    assert.equal(nowhere.body.title, 'Introuvable')
  })

  test('a session of a browser opens nothing, and no cookie is given', async ({ assert }) => {
    const visitor = new Visitor()
    await visitor.login(agent.email)
    const answer = await visitor.get(ACTES)
    assert.equal(answer.status, 401)
    const post = await visitor.post(ACTES, { objet: 'Forgé' })
    assert.equal(post.status, 401)
    assert.equal(await countOf('Forgé'), 0)
    const made = await create()
    assert.equal(made.status, 201)
    assert.isNull(made.headers.get('set-cookie'))
  })

  test('asked again under its key, a demand is answered the same and done once', async ({
    assert,
  }) => {
    const objet = `Une fois ${uuidv7()}`
    const key = { 'idempotency-key': uuidv7() }
    const [first, second] = [await create({ objet }, key), await create({ objet }, key)]
    assert.equal(first.status, 201)
    assert.equal(second.status, 201)
    assert.equal(second.text, first.text)
    assert.equal(second.headers.get('location'), first.headers.get('location'))
    assert.equal(second.headers.get('etag'), first.headers.get('etag'))
    assert.equal(second.headers.get('idempotency-replayed'), 'true')
    assert.equal(await countOf(objet), 1)
    const other = await create({ objet: 'Autre chose' }, key)
    assert.equal(other.status, 422)
    assert.equal(other.body.code, 'E_IDEMPOTENCY_KEY_REUSED')
    const malformed = await create({ objet }, { 'idempotency-key': 'x'.repeat(256) })
    assert.equal(malformed.status, 400)
  })

  test('the key of one token is not that of another, and serves again the next day', async ({
    assert,
  }) => {
    clock.freeze('2026-11-23T09:00:00Z')
    program = Program.bearing(await tokenOf(agent, 'kervalan'))
    const objet = `Deux fois ${uuidv7()}`
    const key = { 'idempotency-key': uuidv7() }
    await create({ objet }, key)
    const other = Program.bearing(await tokenOf(agent, 'kervalan'))
    await other.send('POST', ACTES, { objet }, key)
    assert.equal(await countOf(objet), 2)
    clock.freeze('2026-11-24T09:00:01Z')
    await forgetAnswers()
    await create({ objet }, key)
    assert.equal(await countOf(objet), 3)
  })

  test('what was refused may be asked again under its key', async ({ assert }) => {
    const key = { 'idempotency-key': uuidv7() }
    const taken = await signedActe(kervalan)
    const refused = await create({ numero: taken.numero }, key)
    assert.equal(refused.status, 422)
    assert.equal(refused.body.errors[0].pointer, '/numero')
    assert.equal((await create({ numero: numero() }, key)).status, 201)
  })

  test('while a demand is under way, the same is told to come back', async ({ assert }) => {
    const key = uuidv7()
    const { id } = readToken(token)!
    await tenancy.run(kervalan.id, async ({ trx }) => {
      await trx.rawQuery('select pg_advisory_xact_lock(hashtextextended(?, 0))', [
        `api answer ${kervalan.id} ${id} ${key}`,
      ])
      const answer = await create({}, { 'idempotency-key': key })
      assert.equal(answer.status, 409)
      assert.equal(answer.body.code, 'E_IDEMPOTENCY_KEY_IN_USE')
    })
  })

  test('nothing is replaced that was not seen', async ({ assert }) => {
    const { id } = await draftOf(kervalan)
    const read = await program.get(`${ACTES}/${id}`)
    const etag = read.headers.get('etag')!
    assert.match(etag, /^"[\w-]{27}"$/)
    const put = (objet: string, headers = {}) =>
      program.send('PUT', `${ACTES}/${id}`, { objet }, headers)
    assert.equal((await put('Sans avoir lu')).status, 428)
    const first = await put('Corrigé', { 'if-match': etag })
    assert.equal(first.status, 200)
    assert.equal(first.body.objet, 'Corrigé')
    const late = await put('Trop tard', { 'if-match': etag })
    assert.equal(late.status, 412)
    assert.equal(late.body.title, 'Version dépassée')
    const after = await program.get(`${ACTES}/${id}`)
    assert.equal(after.headers.get('etag'), first.headers.get('etag'))
    const known = { 'if-none-match': after.headers.get('etag')! }
    const again = await program.get(`${ACTES}/${id}`, known)
    assert.equal(again.status, 304)
    assert.equal(again.text, '')
  })

  test('a list is read to its end by the links that it gives', async ({ assert }) => {
    const objet = `Suite ${uuidv7()}`
    await tenancy.run(kervalan.id, ({ trx }) =>
      trx.rawQuery(
        `insert into actes.actes (tenant_id, id, state, numero, objet, matiere, type_pj, created_at)
         select ?, gen_random_uuid(), 'draft', 'L' || n, ?, '', '', now() from generate_series(1, 120) n`,
        [kervalan.id, objet]
      )
    )
    const seen = new Set<string>()
    let next: string | null = `${ACTES}?etat=draft&tri=-change`
    let pages = 0
    while (next && pages < 20) {
      const page: any = await program.get(next)
      assert.equal(page.status, 200)
      pages += 1
      page.body.items
        .filter((one: { objet: string }) => one.objet === objet)
        .forEach(({ id }: { id: string }) => seen.add(id))
      const link = page.headers.get('link')
      next = page.body.next
      assert.equal(link, next && `<${next}>; rel="next"`)
    }
    assert.equal(seen.size, 120)
    assert.isAtLeast(pages, 3)
  })

  test('it is told what is left of its minute, and when to come back', async ({ assert }) => {
    const first = await program.get(ACTES)
    assert.equal(first.headers.get('ratelimit-limit'), String(MOST_CALLS))
    assert.equal(first.headers.get('ratelimit-remaining'), String(MOST_CALLS - 1))
    assert.match(first.headers.get('ratelimit-reset')!, /^\d+$/)
    const counter = limiter.use({ requests: MOST_CALLS, duration: 60 })
    await counter.set(callsKey(readToken(token)!.id), MOST_CALLS)
    const over = await program.get(ACTES)
    assert.equal(over.status, 429)
    assert.equal(over.headers.get('ratelimit-remaining'), '0')
    assert.isAtLeast(Number(over.headers.get('retry-after')), 1)
    assert.equal(over.body.code, 'E_TOO_MANY_CALLS')
    const other = Program.bearing(await tokenOf(agent, 'kervalan'))
    assert.equal((await other.get(ACTES)).status, 200)
  })

  test('files come with the call, and are read back as they were', async ({ assert }) => {
    const { id } = (await create({ nature: 1 })).body
    const form = new FormData()
    form.append('document', new Blob([PDF], { type: 'application/pdf' }), 'délibération.pdf')
    const { headers } = await program.get(`${ACTES}/${id}`)
    const etag = { 'if-match': headers.get('etag')! }
    const put = await program.send('PUT', `${ACTES}/${id}/document`, form, etag)
    assert.equal(put.status, 200)
    assert.equal(put.body.document.name, 'délibération.pdf')
    assert.equal(put.body.typePJ, '99_DE')
    const file = await program.get(put.body.document.url)
    assert.equal(file.status, 200)
    assert.equal(file.headers.get('etag'), `"${put.body.document.sha256}"`)
    assert.equal(file.text.length, PDF.toString('utf8').length)
    const nothing = await program.send('POST', `${ACTES}/${id}/annexes`, {})
    assert.equal(nothing.status, 422)
    assert.equal(nothing.body.errors[0].pointer, '/annexes')
  })

  test('a file that is refused leaves nothing of itself', async ({ assert }) => {
    const { id } = (await create({ nature: 1 })).body
    const form = new FormData()
    form.append('annexes[]', new Blob([PDF]), 'bonne.pdf')
    form.append('annexes[]', new Blob(['du texte']), 'note.txt')
    const answer = await program.send('POST', `${ACTES}/${id}/annexes`, form)
    assert.equal(answer.status, 422)
    assert.include(answer.text, 'note.txt')
    const { body } = await program.get(`${ACTES}/${id}`)
    assert.deepEqual(body.annexes, [])
  })
})
