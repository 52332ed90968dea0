import { randomUUID } from 'node:crypto'
import { test } from '@japa/runner'
import type { ApiClient } from '@japa/api-client'
import { openPersonToken } from '#rooms/outsiders'
import { clock } from '#kernel/clock'
import { tenancy } from '#kernel/tenancy'
import { parseTrousseau, type Bytes } from '#lib/sealing'
import Pli from '#app/procurement/deposit/pli'
import Question from '#app/procurement/questions/question'
import { Program, tokenOf } from '#tests/world/program'
import { bidder, keepPieces, onlineConsultation, sealInMemory, type Bidder } from './bidders.js'
import { OFFER } from './gestures.js'
import { consultation, market, type Market } from './room.js'

const ROOT = '/api/v1/procurement'
const TEXT = 'Les arbres sont-ils fournis par la commune ?'

/** The program of a company, which says its key where one is given. */
async function programOf({ establishmentId, session }: Bidder) {
  const { personId } = session.outsider
  const token = await openPersonToken({ personId, establishmentId, name: 'Gestion', days: 30 })
  const program = Program.bearing(token)
  return (path: string, body: object, key?: string) =>
    program.send('POST', `${ROOT}${path}`, body, key ? { 'idempotency-key': key } : {})
}

const twice = <T>(ask: () => Promise<T>) => Promise.all([ask(), ask()])
const statuses = (answers: { status: number }[]) => answers.map(({ status }) => status).sort()

test.group('What a company’s program asks twice at once', (group) => {
  let town: Market
  group.setup(async () => {
    town = await market()
  })
  group.each.teardown(() => clock.release())

  const sealable = async (client: ApiClient, post: Awaited<ReturnType<typeof programOf>>) => {
    const id = await onlineConsultation(town)
    const pli: string = (await post('/plis', { consultation: id })).body.id
    const keys = await client.get(`${ROOT}/consultations/${id}/trousseau.json`)
    const trousseau = await parseTrousseau(new TextEncoder().encode(keys.text()) as Bytes)
    return { pli, ...(await sealInMemory(trousseau, pli, OFFER)) }
  }

  test('under one key is one pli, or one question, given to both', async ({ assert }) => {
    const id = await onlineConsultation(town)
    const post = await programOf(await bidder('Double'))
    const key = randomUUID()
    const plis = await twice(() => post('/plis', { consultation: id }, key))
    assert.deepEqual(statuses(plis), [200, 201])
    const questions = await twice(() => post('/questions', { consultation: id, text: TEXT }, key))
    assert.deepEqual(statuses(questions), [200, 201])
    for (const [one, other] of [plis, questions]) assert.deepEqual(one.body, other.body)
    await tenancy.run(town.tenant.id, async () => {
      assert.lengthOf(await Pli.query().where('consultationId', id), 1)
      assert.lengthOf(await Question.query().where('consultationId', id), 1)
    })
  })

  test('under a key that stood for another thing is refused: it would answer the wrong tender', async ({
    assert,
  }) => {
    const [id, other] = [await onlineConsultation(town), await onlineConsultation(town)]
    const post = await programOf(await bidder('Ailleurs'))
    const key = randomUUID()
    await post('/plis', { consultation: id }, key)
    const wrong = await post('/plis', { consultation: other }, key)
    assert.deepEqual([wrong.status, wrong.body.code], [422, 'E_IDEMPOTENCY_KEY_REUSED'], wrong.text)
    await post('/questions', { consultation: id, text: TEXT }, key)
    for (const changed of [{ consultation: other }, { text: `${TEXT} Et plantés ?` }]) {
      const asked = { consultation: id, text: TEXT, ...changed }
      const refused = await post('/questions', asked, key)
      assert.deepEqual([refused.status, refused.body.code], [422, 'E_IDEMPOTENCY_KEY_REUSED'])
    }
    const malformed = await post('/plis', { consultation: id }, 'x'.repeat(256))
    assert.deepEqual(malformed.body.code, 'E_IDEMPOTENCY_KEY_MALFORMED')
  })

  test('under one number sealed offline is one pli', async ({ assert }) => {
    const id = await onlineConsultation(town)
    const post = await programOf(await bidder('Numérotée'))
    const body = { consultation: id, pli: randomUUID() }
    const answers = await twice(() => post('/plis', body))
    assert.deepEqual(statuses(answers), [201, 409])
    assert.include(
      answers.map((one) => one.body.code),
      'E_PLI_NUMBER_TAKEN'
    )
  })

  test('is one candidature, one deposit, one withdrawal', async ({ client, assert }) => {
    const post = await programOf(await bidder('Pressée'))
    const { pli, manifest, pieces } = await sealable(client, post)
    const begun = await tenancy.run(town.tenant.id, () => Pli.get(pli))
    const candidatures = await twice(() =>
      post('/candidatures', { consultation: begun.consultationId })
    )
    assert.deepEqual(statuses(candidatures), [200, 201])
    assert.equal(candidatures[0].body.id, candidatures[1].body.id)
    await tenancy.run(town.tenant.id, () => keepPieces(pli, pieces))
    const receipts = await twice(() => post(`/plis/${pli}/scellement`, { manifest }))
    assert.deepEqual(statuses(receipts), [200, 201])
    assert.deepEqual(receipts[0].body, receipts[1].body)
    const withdrawn = await twice(() => post(`/plis/${pli}/retrait`, {}))
    assert.deepEqual(statuses(withdrawn), [200, 200])
    assert.deepEqual(withdrawn[0].body, withdrawn[1].body)
    const late = await post(`/plis/${pli}/scellement`, { manifest })
    assert.equal(late.status, 200, 'its receipt stays hers')
  })

  test('as one search, one invitation, one sous-traitant', async ({ assert }) => {
    const id = await onlineConsultation(town)
    const post = await programOf(await bidder('Chercheuse', 'chercheuse@example.org'))
    const other = await bidder('Invitée')
    const searches = await twice(() =>
      post('/recherches', { q: `deux fois ${id.slice(-6)}`, pace: 'daily', isMailed: true })
    )
    assert.isBelow(Math.max(...statuses(searches)), 500, JSON.stringify(searches))
    const candidature = (await post('/candidatures', { consultation: id, form: 'solidaire' })).body
    const invited = await twice(() =>
      post(`/candidatures/${candidature.id}/membres`, {
        ...{ siret: other.siret, company: 'Invitée', email: 'invitee@example.org' },
      })
    )
    assert.isBelow(Math.max(...statuses(invited)), 500, JSON.stringify(invited))
    const last = invited.find(({ status }) => status < 300)!
    assert.lengthOf(last.body.members, 2)
  })
})

test.group('What two agents ask at once', (group) => {
  let town: Market
  let program: Program
  group.setup(async () => {
    town = await market()
    program = Program.bearing(await tokenOf(town.agent, 'kervalan'))
  })
  group.each.teardown(() => clock.release())
  const of = (id: string) => `${ROOT}/buyer/consultations/${id}`

  test('is one answer to a question, under one number each', async ({ assert }) => {
    const id = await onlineConsultation(town)
    const post = await programOf(await bidder('Curieuse'))
    const asks = async () =>
      (await post('/questions', { consultation: id, text: TEXT })).body.id as string
    const [one, other] = [await asks(), await asks()]
    const answers = (question: string) =>
      program.send('POST', `${of(id)}/questions/${question}/reponse`, {
        ...{ published: TEXT, answer: 'Oui, ils le sont.' },
      })
    const both = await twice(() => answers(one))
    assert.deepEqual(statuses(both), [200, 409])
    const second = await Promise.all([answers(other), answers(one)])
    assert.deepEqual(statuses(second), [200, 409])
    const numbers = await tenancy.run(town.tenant.id, () =>
      Question.query().where('consultationId', id).orderBy('number')
    )
    assert.deepEqual(
      numbers.map(({ number }) => number),
      [1, 2]
    )
  })

  test('moves the hour once: the other learns what was done', async ({ assert }) => {
    const id = await onlineConsultation(town)
    const read = await program.get(of(id))
    const { deadline } = await consultation(town, id)
    const hour = deadline.plus({ days: 3 }).setZone('Europe/Paris')
    const extend = (days: number) =>
      program.send(
        'POST',
        `${of(id)}/prorogation`,
        {
          deadlineDay: hour.plus({ days }).toISODate(),
          deadlineTime: hour.toFormat('HH:mm:ss'),
          reason: 'Une réponse est venue tard.',
        },
        { 'if-match': read.headers.get('etag')! }
      )
    const answers = await Promise.all([extend(0), extend(1)])
    assert.deepEqual(statuses(answers), [200, 412], JSON.stringify(answers.map((a) => a.text)))
  })

  test('opens one session', async ({ assert }) => {
    const id = await onlineConsultation(town)
    clock.freeze((await consultation(town, id)).deadline.plus({ seconds: 1 }).toUTC().toISO()!)
    const opened = await twice(() =>
      program.send('POST', `${of(id)}/sessions`, { president: 'Soizic Madec', members: '' })
    )
    assert.deepEqual(statuses(opened), [201, 409])
  })
})
