import { test } from '@japa/runner'
import type { ApiClient } from '@japa/api-client'
import { clock } from '#kernel/clock'
import { runDueJobs } from '#tests/helpers/jobs'
import { Program, tokenOf } from '#tests/world/program'
import { bidder } from './bidders.js'
import { deposited, gives, opens } from './gestures.js'
import { consultation, market, signed, typed, type Market } from './room.js'

const ROOT = '/api/v1/procurement/buyer'

/** What a program says of a purchase: figures where a form sends words. */
const need = (changes: Record<string, unknown> = {}) => ({
  ...typed(),
  ...{ durationMonths: 6, weightPrice: 50, weightTechnical: 40, weightEnvironment: 10 },
  threshold: 2,
  ...changes,
})

test.group('A program of the buyer', (group) => {
  let town: Market
  let program: Program
  group.setup(async () => {
    town = await market()
    program = Program.bearing(await tokenOf(town.agent, 'kervalan'))
  })
  group.each.teardown(() => clock.release())

  const create = (changes = {}) => program.send('POST', `${ROOT}/consultations`, need(changes))
  const does = (id: string, gesture: string, body?: unknown, headers = {}) =>
    program.send('POST', `${ROOT}/consultations/${id}/${gesture}`, body, headers)

  async function withPapers(id: string, ...names: string[]) {
    const form = new FormData()
    for (const name of names) form.append('dce[]', new Blob(['cahier des charges']), name)
    return does(id, 'pieces', form)
  }

  async function published() {
    const { body } = await create()
    await withPapers(body.id, 'CCTP.txt')
    await does(body.id, 'publication')
    const { publicationFolderId } = await consultation(town, body.id)
    await signed(town.tenant, body.id, publicationFolderId!)
    return body.id as string
  }

  test('writes a draft, and is told at once, each at its field, all that is wrong', async ({
    assert,
  }) => {
    const wrong = await create({ estimate: 'beaucoup', cpv: '1', weightPrice: 60 })
    assert.equal(wrong.status, 422)
    assert.equal(wrong.body.code, 'E_FIELDS_REFUSED')
    const pointers = wrong.body.errors.map(({ pointer }: any) => pointer)
    assert.includeMembers(pointers, ['/estimate', '/cpv'])

    const made = await create()
    assert.equal(made.status, 201, made.text)
    assert.include(made.headers.get('location'), made.body.id)
    assert.equal(made.body.state, 'draft')
    const added = await withPapers(made.body.id, 'CCTP.txt', 'Plan de trop.txt')
    assert.deepEqual(
      added.body.documents.map(({ name }: any) => name),
      ['CCTP.txt', 'Plan de trop.txt']
    )
  })

  test('replaces what it has seen, and nothing that another changed meanwhile', async ({
    assert,
  }) => {
    const made = await create()
    const address = `${ROOT}/consultations/${made.body.id}`
    const { headers } = await program.get(address)
    const seen = { 'if-match': headers.get('etag')! }
    const title = 'Réfection des deux cours de l’école'
    const replaced = await program.send('PUT', address, need({ title }), seen)
    assert.equal(replaced.status, 200, replaced.text)
    assert.equal(replaced.body.title, title)
    const again = await program.send('PUT', address, need(), seen)
    assert.equal(again.status, 412)
    const { body } = await withPapers(made.body.id, 'CCTP.txt', 'De trop.txt')
    const paper = `${address}/pieces/${body.documents[1].id}`
    const less = await program.send('DELETE', paper, undefined, { 'if-match': '*' })
    assert.lengthOf(less.body.documents, 1)
  })

  test('leads a consultation from its publication to its letters', async ({ client, assert }) => {
    const id = await published()
    assert.equal((await program.get(`${ROOT}/consultations/${id}`)).body.state, 'online')
    const offers = async () => (await program.get(`${ROOT}/consultations/${id}/offres`)).body.items
    await deposited(client, await bidder('Cariou'), id)
    assert.deepEqual(await offers(), [], 'nothing of the plis is told before they are open')

    const { deadline, hour } = await consultation(town, id)
    const later = hour.plus({ days: 2 })
    const moved = await does(
      id,
      'prorogation',
      {
        deadlineDay: later.toISODate(),
        deadlineTime: later.toFormat('HH:mm:ss'),
        reason: 'Une pièce du dossier a été modifiée.',
      },
      { 'if-match': '*' }
    )
    assert.equal(moved.status, 200, moved.text)
    assert.equal(moved.body.deadline, deadline.plus({ days: 2 }).toUTC().toISO())

    await isOpened(client, id)
    const [offer] = await offers()
    const note = { pli: offer.id, note: '80', amount: '84000', reason: 'La meilleure des offres.' }
    const curt = await does(id, 'attribution', { notes: [{ ...note, reason: 'oui' }] })
    assert.deepEqual(
      curt.body.errors.map(({ pointer }: any) => pointer),
      ['/notes/0/reason']
    )
    assert.equal((await does(id, 'attribution', { notes: [note] })).status, 202)
    const { awardFolderId } = await consultation(town, id)
    await signed(town.tenant, id, awardFolderId!)
    const notified = await does(id, 'notification')
    assert.equal(notified.body.state, 'notified', notified.text)
    assert.equal((await does(id, 'notification')).status, 409)
  })

  test('takes back what waits for its signature, and gives up what is online', async ({
    assert,
  }) => {
    const { body } = await create()
    await withPapers(body.id, 'CCTP.txt')
    await does(body.id, 'publication')
    const back = await program.send('DELETE', `${ROOT}/consultations/${body.id}/publication`)
    assert.equal(back.body.state, 'draft', back.text)
    const id = await published()
    const given = await does(id, 'sans-suite', { reason: 'Le besoin a disparu.' })
    assert.equal(given.body.state, 'abandoned', given.text)
  })

  test('takes a key away from the consultations to come, and adds none', async ({ assert }) => {
    const holders = async () => (await program.get(`${ROOT}/trousseau`)).body.items
    const [, , last] = await holders()
    const path = `${ROOT}/trousseau/${last.id}/retrait`
    assert.equal((await program.send('POST', path)).status, 204)
    assert.lengthOf(await holders(), 2)
    assert.equal((await program.send('POST', path)).status, 404)
  })

  async function isOpened(client: ApiClient, id: string) {
    const { deadline } = await consultation(town, id)
    clock.freeze(deadline.plus({ milliseconds: 1 }).toUTC().toISO()!)
    await opens(client, town, id)
    await gives(client, town, 0, id)
    await gives(client, town, 2, id)
    await runDueJobs(town.tenant.id)
  }
})
