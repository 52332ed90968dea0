import { test } from '@japa/runner'
import { person } from '#kernel/actor'
import { clock } from '#kernel/clock'
import { documents } from '#kernel/documents'
import { tenancy } from '#kernel/tenancy'
import { delegate, revoke } from '#app/parapheur/circuit/delegate'
import { findAbsences } from '#app/parapheur/jobs/follow_absences'
import Delegation from '#app/parapheur/models/delegation'
import Folder from '#app/parapheur/models/folder'
import { runDueJobs } from '#tests/helpers/jobs'
import { testTrust } from '#tests/helpers/trust'
import { answerSession, openSession } from './signing_session.js'
import { member, townHall, type TownHall } from './town_hall.js'

test.group('Acting in the absence of somebody', (group) => {
  let hall: TownHall
  group.each.setup(async () => {
    hall = await townHall()
  })

  test('a desk acts in the absence of another, and it is written', async ({ client, assert }) => {
    const { secretary: signer } = await testTrust()
    const id = await hall.open({ circuit: 'signature' })
    const url = `${hall.base}/dossiers/${id}`
    const early = await openSession(client, url, hall.secretary, signer)
    early.assertStatus(403)
    await delegateMayorToSecretary(client, hall)
    const session = await openSession(client, url, hall.secretary, signer)
    session.assertStatus(201)
    await answerSession(client, session.body(), hall.secretary, signer)
    await runDueJobs(hall.tenant.id)
    const [step] = await hall.run(async () => (await Folder.get(id)).steps())
    assert.equal(step.onBehalfOf, 'Soizic Madec (Maire)')
    const page = await client.get(url).loginAs(hall.secretary)
    assert.include(page.text(), 'en l’absence de Soizic Madec (Maire)')
    const [main] = await hall.run(async () => (await Folder.get(id)).contents())
    const pdf = await hall.run(() => documents.read(main.documentId))
    assert.isAbove(pdf.length, 10_000)
  })

  test('a delegation ends when it is stopped', async ({ client, assert }) => {
    const { secretary: signer } = await testTrust()
    const id = await hall.open({ circuit: 'signature' })
    await delegateMayorToSecretary(client, hall)
    const page = await client.get(`${hall.base}/absences`).loginAs(hall.mayor)
    const [, delegation] = /absences\/([0-9a-f-]{36})\?_method=DELETE/.exec(page.text())!
    await client
      .post(`${hall.base}/absences/${delegation}?_method=DELETE`)
      .loginAs(hall.mayor)
      .withCsrfToken()
    const late = await openSession(client, `${hall.base}/dossiers/${id}`, hall.secretary, signer)
    assert.equal(late.status(), 403)
  })

  test('a delegation that is stopped takes back the tasks and the session under way', async ({
    client,
    assert,
  }) => {
    const { secretary: signer } = await testTrust()
    const id = await hall.open({ circuit: 'signature' })
    await delegateMayorToSecretary(client, hall)
    const asked = () =>
      hall.run(async () => {
        const tasks = tenancy.trx().from('kernel.tasks').where('subject_id', id)
        return (await tasks.orderBy('person_id').select('person_id')).map((one) => one.person_id)
      })
    assert.sameMembers(await asked(), [hall.mayor.id, hall.secretary.id])
    const url = `${hall.base}/dossiers/${id}`
    const session = (await openSession(client, url, hall.secretary, signer)).body()
    await hall.run(async () => {
      const [delegation] = await Delegation.all()
      await revoke(delegation.id, person(hall.mayor.id), false)
    })
    assert.deepEqual(await asked(), [hall.mayor.id])
    const answer = await answerSession(client, session, hall.secretary, signer)
    assert.equal(answer.body().code, 'E_NOT_YOUR_STEP')
  })

  test('an absence to come puts its tasks on the list on its first day, and takes them off after', async ({
    assert,
  }) => {
    const id = await hall.open({ circuit: 'signature' })
    const desks = await desksOf(hall)
    const asked = () =>
      hall.run(async () => {
        const tasks = tenancy.trx().from('kernel.tasks').where('subject_id', id)
        return (await tasks.select('person_id')).map((one) => one.person_id)
      })
    const dates = { startsOn: '2051-03-02', endsOn: '2051-03-04' }
    const absence = { desk: desks.maire, substitute: desks.secretariat, ...dates }
    await hall.run(() => delegate(absence, person(hall.mayor.id), false))
    assert.deepEqual(await asked(), [hall.mayor.id])
    try {
      for (const [day, people] of [
        ['2051-03-02', [hall.mayor.id, hall.secretary.id]],
        ['2051-03-05', [hall.mayor.id]],
      ] as const) {
        clock.freeze(`${day}T06:00:00Z`)
        await findAbsences()
        await runDueJobs(hall.tenant.id)
        assert.sameMembers(await asked(), [...people])
      }
    } finally {
      clock.release()
    }
  })

  test('nobody delegates a desk that is not hers', async ({ client, assert }) => {
    const colleague = await member(hall.tenant, 'Anne Le Gall', ['agent'], 'Agent administratif')
    const desks = await desksOf(hall)
    const answer = await client
      .post(`${hall.base}/absences`)
      .loginAs(colleague)
      .withCsrfToken()
      .header('accept', 'application/json')
      .json({ desk: desks.maire, substitute: desks.secretariat, ...DAYS })
    assert.equal(answer.status(), 404)
  })
})

const day = (offset: number) =>
  new Date(Date.now() + offset * 24 * 3600 * 1000).toISOString().slice(0, 10)
const DAYS = { startsOn: day(-1), endsOn: day(3) }

async function desksOf(hall: TownHall): Promise<Record<string, string>> {
  const rows = await hall.run(() => tenancy.trx().from('parapheur.desks').select('key', 'id'))
  return Object.fromEntries(rows.map(({ key, id }) => [key, id]))
}

async function delegateMayorToSecretary(
  client: Parameters<typeof openSession>[0],
  hall: TownHall
): Promise<void> {
  const desks = await desksOf(hall)
  const answer = await client
    .post(`${hall.base}/absences`)
    .loginAs(hall.mayor)
    .withCsrfToken()
    .form({ desk: desks.maire, substitute: desks.secretariat, ...DAYS })
  answer.assertStatus(200)
}
