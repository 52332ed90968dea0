import { test } from '@japa/runner'
import { SYSTEM } from '#kernel/actor'
import type User from '#kernel/people/user'
import { tenancy } from '#kernel/tenancy'
import type { Tenant } from '#kernel/tenant'
import { uuidv7 } from '#lib/values'
import { provisionParapheur } from '#rooms/parapheur'
import { composeActe } from '#app/actes/jobs/compose'
import { freeze } from '#app/actes/jobs/freeze'
import { startTransmission } from '#app/actes/jobs/transmit'
import Acte from '#app/actes/models/acte'
import { rejectTransmission } from '#app/actes/setbacks'
import communeBlueprint from '../../tenants/blueprints/commune.js'
import { person } from '#tests/world/world'
import { change, commune, forgetJobs, PDF, reload, signedActe } from './room.js'

test.group('Drafts that several people hold', (group) => {
  let kervalan: Tenant
  let agent: User
  const base = '/c/kervalan/actes'

  group.setup(async () => {
    await forgetJobs()
    kervalan = await commune()
    agent = await person('Maëlle Le Goff', { kervalan: ['agent'] })
    await person('Soizic Madec', { kervalan: ['signatory'] }, 'Maire')
    await tenancy.run(kervalan.id, () => provisionParapheur(communeBlueprint.parapheur))
  })

  test('two agents who send the same numero at the same time: one is told', async ({
    client,
    assert,
  }) => {
    const wanted = `P${uuidv7().slice(-10)}`.toUpperCase()
    const send = () =>
      client
        .post(base)
        .loginAs(agent)
        .withCsrfToken()
        .fields({
          nature: 1,
          matiere: '5.2',
          numero: wanted,
          objet: 'Création d’un conseil des jeunes',
          decisionDate: '2026-11-20',
          then: 'submit',
        })
        .file('document', PDF, { filename: 'délibération.pdf' })
        .redirects(0)
    const responses = await Promise.all([send(), send()])
    for (const response of responses) response.assertStatus(302)
    const states = await tenancy.run(kervalan.id, async () =>
      (await Acte.query().where('numero', wanted).exec()).map(({ state }) => state)
    )
    assert.sameMembers(states, ['draft', 'in_circuit'])
  })

  test('an acte that left once keeps its history: its draft is not deleted', async ({
    client,
    assert,
  }) => {
    const { id } = await signedActe(kervalan)
    await change(kervalan, id, async (acte) => {
      await startTransmission(acte, SYSTEM)
      await freeze({ type: '1-1', acteId: id, ...(await composeActe(acte)) })
      await rejectTransmission(acte, 'reject', { code: '001', detail: 'Refusé' }, SYSTEM)
      await acte.step('reopen', SYSTEM)
    })
    await forgetJobs()
    const response = await client
      .post(`${base}/${id}?_method=DELETE`)
      .loginAs(agent)
      .withCsrfToken()
      .accept('json')
    response.assertStatus(409)
    assert.equal((await reload(kervalan, { id } as Acte)).state, 'draft')
  })
})
