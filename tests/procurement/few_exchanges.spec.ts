import { test } from '@japa/runner'
import type { ApiClient } from '@japa/api-client'
import { openPersonToken } from '#rooms/outsiders'
import { parseTrousseau, type Bytes } from '#lib/sealing'
import { exchangesOf } from '#tests/helpers/exchanges'
import { bidder, onlineConsultation, sealInMemory } from './bidders.js'
import { OFFER } from './gestures.js'
import { market } from './room.js'

const ROOT = '/api/v1/procurement'
const OPENS_ITS_TOKEN = 2
const FINDS_ITS_MEMBER = 1

test.group('What a deposit asks of the base', () => {
  test('is few exchanges, for a pli that begins, a piece and a receipt', async ({
    client,
    assert,
  }) => {
    const town = await market()
    const consultation = await onlineConsultation(town)
    const company = await program(client)
    const first = await company.begin(consultation)
    await company.send(first)
    await company.seal(first)

    const pli = await company.begin(consultation)
    const [piece, ...others] = pli.pieces
    const sent = await exchangesOf(() => company.sendPiece(pli.id, piece))
    assert.isAtMost(sent.length, OPENS_ITS_TOKEN + FINDS_ITS_MEMBER + 13, sent.join('\n'))
    for (const other of others) await company.sendPiece(pli.id, other)
    // Its row, what it is judged against, the former replaced, its state, two jobs, the commit
    const sealed = await exchangesOf(() => company.seal(pli))
    assert.lengthOf(sealed, OPENS_ITS_TOKEN + FINDS_ITS_MEMBER + 7, sealed.join('\n'))
  })

  test('leaves one pli of a company to be opened, of two that are deposited together', async ({
    client,
    assert,
  }) => {
    const town = await market()
    const consultation = await onlineConsultation(town)
    const company = await program(client)
    const plis = [await company.begin(consultation), await company.begin(consultation)]
    for (const pli of plis) await company.send(pli)
    const answers = await Promise.all(plis.map((pli) => company.seal(pli)))
    assert.deepEqual(
      answers.map((answer) => answer.status()),
      [201, 201]
    )
    const states = await Promise.all(plis.map(({ id }) => company.stateOf(id)))
    assert.sameMembers(states, ['remplace', 'scelle'])
  })
})

interface Begun {
  id: string
  manifest: string
  pieces: { sha256: string; bytes: Buffer }[]
}

/** The program of a company that sends and deposits, each gesture one request. */
async function program(client: ApiClient) {
  const { establishmentId, session } = await bidder('Compte')
  const { personId } = session.outsider
  const token = await openPersonToken({ personId, establishmentId, name: 'Gestion', days: 30 })
  const post = (path: string, body: object) =>
    client.post(`${ROOT}${path}`).header('authorization', `Bearer ${token}`).json(body)

  async function begin(consultation: string): Promise<Begun> {
    const begun = await post('/plis', { consultation })
    begun.assertStatus(201)
    const { id } = begun.body()
    const keys = await client.get(`${ROOT}/consultations/${consultation}/trousseau.json`)
    const trousseau = await parseTrousseau(new TextEncoder().encode(keys.text()) as Bytes)
    return { id, ...(await sealInMemory(trousseau, id, OFFER)) }
  }

  async function sendPiece(pli: string, { sha256, bytes }: Begun['pieces'][number]) {
    const request = client
      .put(`${ROOT}/plis/${pli}/pieces/${sha256}`)
      .header('authorization', `Bearer ${token}`)
    request.request.type('application/octet-stream').send(bytes as never)
    const answer = await request
    answer.assertStatus(201)
  }

  async function send({ id, pieces }: Begun) {
    for (const piece of pieces) await sendPiece(id, piece)
  }

  const seal = ({ id, manifest }: Begun) => post(`/plis/${id}/scellement`, { manifest })
  const stateOf = async (id: string): Promise<string> =>
    (await client.get(`${ROOT}/plis/${id}`).header('authorization', `Bearer ${token}`)).body().state
  return { begin, send, sendPiece, seal, stateOf }
}
