import { test } from '@japa/runner'
import { tenancy } from '#kernel/tenancy'
import { testTrust } from '#tests/helpers/trust'
import { runDueJobs } from '#tests/helpers/jobs'
import { answerSession, openSession } from './signing_session.js'
import { townHall, type TownHall } from './town_hall.js'

const selectOf = (html: string, name: string) =>
  new RegExp(`<select[^>]*name="${name}"[\\s\\S]*?</select>`).exec(html)![0]
const chosenIn = (select: string) =>
  /<option value="([^"]*)"[^>]*\bselected/.exec(select)?.[1] ?? ''

test.group('Planning an absence', (group) => {
  let hall: TownHall
  group.each.setup(async () => {
    hall = await townHall()
  })

  test('nobody else is absent by default, not even for who administers', async ({
    client,
    assert,
  }) => {
    const desks = await hall.run(() => tenancy.trx().from('parapheur.desks').select('key', 'id'))
    const idOf = (key: string) => desks.find((desk) => desk.key === key)!.id
    const seen = async (who: TownHall['mayor']) =>
      (await client.get(`${hall.base}/absences`).loginAs(who)).text()
    assert.equal(chosenIn(selectOf(await seen(hall.secretary), 'desk')), idOf('secretariat'))
    assert.equal(chosenIn(selectOf(await seen(hall.mayor), 'desk')), idOf('maire'))
    assert.equal(chosenIn(selectOf(await seen(hall.secretary), 'substitute')), '')
  })
})

test.group('Two people who plan absences', (group) => {
  let hall: TownHall
  group.each.setup(async () => {
    hall = await townHall()
  })

  test('the second is told of the absence that she did not see', async ({ client, assert }) => {
    const desks = await hall.run(() => tenancy.trx().from('parapheur.desks').select('key', 'id'))
    const idOf = (key: string) => desks.find((desk) => desk.key === key)!.id
    const page = `${hall.base}/absences`
    const seen = async () =>
      /name="seen" value="([^"]+)"/.exec(
        (await client.get(page).loginAs(hall.secretary)).text()
      )![1]
    const plan = (startsOn: string, vu: string) =>
      client
        .post(page)
        .loginAs(hall.secretary)
        .withCsrfToken()
        .header('referer', page)
        .form({
          desk: idOf('maire'),
          substitute: idOf('secretariat'),
          startsOn,
          endsOn: '2051-03-09',
          seen: vu,
        })
    const before = await seen()
    await plan('2051-03-02', before)
    const told = (await plan('2051-03-04', before)).text()
    assert.include(told, 'Un autre de vos onglets a modifié les absences prévues')
    assert.include(told, '2 mars 2051')
    assert.include(told, 'value="2051-03-04"')
    const count = () =>
      hall.run(async () =>
        Number((await tenancy.trx().from('parapheur.delegations').count('*').first()).count)
      )
    assert.equal(await count(), 1)
    await plan('2051-03-04', /name="seen" value="([^"]+)"/.exec(told)![1])
    assert.equal(await count(), 2)
  })
})

test.group('Taking back what one did', (group) => {
  let hall: TownHall
  group.each.setup(async () => {
    hall = await townHall()
  })

  test('a visa is called a visa', async ({ client, assert }) => {
    const id = await hall.open()
    const url = `${hall.base}/dossiers/${id}`
    await client.post(`${url}/visa`).loginAs(hall.secretary).withCsrfToken()
    const page = (await client.get(url).loginAs(hall.secretary)).text()
    assert.include(page, 'Retirer mon visa')
    assert.notInclude(page, 'Retirer ma signature')
  })

  test('a signature is called a signature', async ({ client, assert }) => {
    const { mayor: signer } = await testTrust()
    const id = await hall.open({ circuit: await signatureThenVisa(hall) })
    const url = `${hall.base}/dossiers/${id}`
    const session = await openSession(client, url, hall.mayor, signer)
    await answerSession(client, session.body(), hall.mayor, signer)
    await runDueJobs(hall.tenant.id)
    const page = (await client.get(url).loginAs(hall.mayor)).text()
    assert.include(page, 'Retirer ma signature')
    assert.notInclude(page, 'Retirer mon visa')
  })
})

async function signatureThenVisa(hall: TownHall): Promise<string> {
  const { provisionParapheur } = await import('#rooms/parapheur')
  const { default: commune } = await import('../../tenants/blueprints/commune.js')
  const steps = [
    { action: 'signature' as const, desk: 'maire' },
    { action: 'visa' as const, desk: 'secretariat' },
  ]
  const circuits = [{ key: 'retour', name: 'Signature puis visa', steps }]
  await hall.run(() => provisionParapheur({ ...commune.parapheur, circuits, types: [] }))
  return 'retour'
}
