import { test } from '@japa/runner'
import { appUrl } from '#config/app'
import type User from '#kernel/people/user'
import { journal } from '#kernel/journal'
import { tenancy } from '#kernel/tenancy'
import type { Role } from '#kernel/room'
import { uuidv7 } from '#lib/values'
import { depositOf } from '#rooms/archiving'
import { provisionParapheur } from '#rooms/parapheur'
import { halle, Problem } from '../../clients/typescript/client.js'
import { openWebhook } from '#app/webhooks/keeping'
import { tellTest } from '#app/webhooks/telling'
import { SYSTEM } from '#kernel/actor'
import { testTrust } from '#tests/helpers/trust'
import { Program, tokenOf } from '#tests/world/program'
import { allow } from '#tests/webhooks/receiver'
import { person } from '#tests/world/world'
import { samplePdf } from '../lib/signature/sample_pdf.js'
import communeBlueprint from '../../tenants/blueprints/commune.js'
import { exchange, runDueJobs, type Exchange } from './room.js'
import { driveAnActe, forbidden } from './stranger/drive_an_acte.js'
import { receiveWebhooks } from './stranger/receive_webhooks.js'

const base = `${appUrl}/api/v1`

/** What it is told of one acte, in the order of the alphabet. */
const TOLD = [
  'actes.acte_acknowledged',
  'actes.acte_stamped',
  'archiving.archive_accepted',
  'parapheur.folder_signed',
]

test.group('A stranger with a token', (group) => {
  let { kervalan } = {} as Exchange
  let receiver: Awaited<ReturnType<typeof receiveWebhooks>>
  group.each.setup(() => exchange((opened) => ({ kervalan } = opened)))
  group.each.setup(async () => {
    receiver = await receiveWebhooks()
    const forbid = allow(receiver.host)
    return async () => {
      forbid()
      await receiver.close()
    }
  })

  /** An administrator names the address of the program, and hands it the secret. */
  async function named(events: string[]) {
    const wanted = { url: receiver.url, description: 'Logiciel d’un tiers', events }
    const opened = await tenancy.run(kervalan.id, () => openWebhook(wanted, SYSTEM))
    receiver.trusts(opened.secret)
    return opened
  }

  async function somebody(name: string, roles: Role[], title: string): Promise<[User, string]> {
    const user = await person(name, { kervalan: roles }, title)
    return [user, await tokenOf(user, 'kervalan')]
  }

  test('drives an acte from its draft to the archives by what the document says, and is told of it', async ({
    assert,
  }) => {
    const { mayor: signer } = await testTrust()
    await tenancy.run(kervalan.id, () => provisionParapheur(communeBlueprint.parapheur))
    const [, agent] = await somebody('Maëlle Le Goff', ['agent'], 'Agent administratif')
    const [, secretary] = await somebody('Yann Kerbrat', ['agent'], 'Secrétaire général')
    const [elected, mayor] = await somebody('Soizic Madec', ['signatory'], 'Maire')
    const pdf = async (text: string) => Buffer.from(await samplePdf([text]))
    await named(TOLD)
    const numero = `Z${uuidv7().slice(-10)}`.toUpperCase()
    const done = await driveAnActe({
      base,
      tokens: { agent, secretary, mayor },
      acte: {
        numero,
        objet: 'Tarifs de la cantine scolaire',
        document: { name: 'deliberation.pdf', bytes: await pdf('Délibération') },
        annexe: { name: 'tarifs.pdf', bytes: await pdf('Annexe') },
      },
      signer,
      async wait() {
        while ((await runDueJobs()) > 0);
        // A program that asks more often is told to slow down
        await new Promise((next) => setTimeout(next, 150))
      },
    })
    assert.equal(done.numero, numero)
    assert.match(done.identifier!, /^035-\d{9}-20261120-Z[0-9A-F]+-DE$/)
    assert.isNotNull(done.acknowledgement!.receivedOn)
    assert.isNotNull(done.signedDocument)
    assert.isNotNull(done.publishedOn)
    const facts = receiver.facts()
    assert.deepEqual([facts.map(({ type }) => type).toSorted(), receiver.refused], [TOLD, []])
    const of = (type: string) => facts.find((fact) => fact.type === type)!.data
    assert.equal(of('actes.acte_acknowledged').acteId, done.id)
    assert.equal(of('archiving.archive_accepted').origin, `actes:${done.id}`)
    assert.equal(of('parapheur.folder_signed').folderId, done.folderId)
    await tenancy.run(kervalan.id, async () => {
      const deposit = await depositOf({ capability: 'actes', id: done.id })
      assert.equal(deposit!.state, 'accepted')
      const subject = { capability: 'actes', type: 'acte', id: done.id }
      const types = (await journal.entriesOf(subject)).map(({ type }) => type)
      assert.includeMembers(types, ['actes.acte_submit', 'actes.acte_sign', 'actes.acte_archive'])
      const { trx } = tenancy.current()!
      const step = await trx
        .from('parapheur.folder_steps')
        .where({ folder_id: done.folderId!, kind: 'signature' })
        .first()
      assert.equal(step.acted_by, elected.id)
    })
  })

  test('believes nothing that another secret has signed', async ({ assert }) => {
    const { webhook } = await named(TOLD)
    receiver.trusts('whsec_c2VjcmV0IG9mIHNvbWVib2R5IGVsc2UhISE=')
    await tenancy.run(kervalan.id, () => tellTest(webhook))
    while ((await runDueJobs()) > 0);
    assert.deepEqual([receiver.refused.length, receiver.facts()], [1, []])
  })

  test('finds no page of people open to its token', async ({ assert }) => {
    const user = await person('Nolwenn Riou', { kervalan: ['reader'] })
    const program = Program.bearing(await tokenOf(user, 'kervalan'))
    for (const page of ['/c/kervalan/actes', '/c/kervalan', '/compte']) {
      const { status, headers } = await program.get(page)
      assert.deepEqual([page, status, headers.get('location')], [page, 302, '/connexion'])
    }
  })

  test('is refused what its token does not hold', async ({ assert }) => {
    const user = await person('Nolwenn Riou', { kervalan: ['reader'] })
    const client = halle(base, await tokenOf(user, 'kervalan'))
    assert.isArray((await client.get('/actes', { query: { etat: 'draft' } })).told.items)
    const refused = await client.post('/actes', { body: { objet: 'Non' } }).catch((error) => error)
    assert.instanceOf(refused, Problem)
    assert.equal(refused.status, 403)
    assert.lengthOf(forbidden(client), 3)
  })
})
