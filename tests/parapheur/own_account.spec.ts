import { test } from '@japa/runner'
import { person as actor } from '#kernel/actor'
import { clock } from '#kernel/clock'
import { tenancy } from '#kernel/tenancy'
import { delegate } from '#app/parapheur/circuit/delegate'
import { endState, WARNED_DAYS } from '#app/parapheur/own/certificates'
import { person } from '#tests/world/world'
import { certified } from '#tests/helpers/trust'
import { runDueJobs } from '#tests/helpers/jobs'
import { personSubject } from '../../simulators/pki/subjects.js'
import { answerSession, openSession } from './signing_session.js'
import { townHall, type TownHall } from './town_hall.js'

test.group('In one’s own account', (group) => {
  let hall: TownHall
  group.each.setup(async () => {
    hall = await townHall()
  })
  const page = async (client: any, path: string, who: TownHall['mayor']) =>
    (await client.get(path).loginAs(who)).text()

  test('the certificates seen in one’s signatures are shown, to nobody else', async ({
    client,
    assert,
  }) => {
    const empty = await page(client, '/compte/certificats', hall.mayor)
    assert.include(empty, 'Aucun certificat pour l’instant')
    const url = `${hall.base}/dossiers/${await hall.open({ circuit: 'signature' })}`
    const subject = personSubject(
      { name: hall.tenant.name, siren: hall.tenant.siren },
      'Soizic Madec'
    )
    const { signer } = await certified(subject)
    const session = await openSession(client, url, hall.mayor, signer)
    const opened = await page(client, '/compte/certificats', hall.mayor)
    assert.include(opened, 'Aucun certificat pour l’instant', 'shown is not signed')
    await answerSession(client, session.body(), hall.mayor, signer)
    await runDueJobs(hall.tenant.id)
    const mine = await page(client, '/compte/certificats', hall.mayor)
    assert.include(mine, 'Soizic Madec</th>')
    assert.include(mine, hall.tenant.name)
    const others = await page(client, '/compte/certificats', hall.secretary)
    assert.include(others, 'Aucun certificat pour l’instant')
  })

  test('a certificate near its end says so in time', ({ assert }) => {
    const now = new Date('2026-11-29T09:00:00Z')
    const inDays = (days: number) => endState(new Date(+now + days * 86_400_000), now)
    assert.deepEqual(inDays(WARNED_DAYS), { label: 'Valable', meaning: 'done' })
    assert.deepEqual(inDays(WARNED_DAYS - 1), { label: 'Expire dans 59 jours', meaning: 'waiting' })
    assert.deepEqual(inDays(1), { label: 'Expire demain', meaning: 'waiting' })
    assert.deepEqual(inDays(0.5), { label: 'Expire aujourd’hui', meaning: 'waiting' })
    assert.deepEqual(inDays(0), { label: 'Expiré', meaning: 'trouble' })
  })

  test('absences of one’s desks and those that one covers are told apart', async ({
    client,
    assert,
  }) => {
    await hall.run(async () => {
      const rows = await tenancy.trx().from('parapheur.desks').select('key', 'id')
      const desks = Object.fromEntries(rows.map(({ key, id }) => [key, id]))
      const today = String(clock.today())
      await delegate(
        { desk: desks.maire, substitute: desks.secretariat, startsOn: today, endsOn: today },
        actor(hall.mayor.id),
        false
      )
    })
    const mayors = await page(client, '/compte/absences', hall.mayor)
    assert.include(mayors, 'Absences de mes bureaux')
    assert.notInclude(mayors, 'Bureaux que je remplace')
    assert.include(mayors, 'il faut un arrêté')
    assert.include(mayors, `${hall.base}/absences`)
    const secretarys = await page(client, '/compte/absences', hall.secretary)
    assert.include(secretarys, 'Bureaux que je remplace')
    assert.notInclude(secretarys, 'Absences de mes bureaux')
    const reader = await person('Lise Ropars', { kervalan: ['reader'] })
    assert.include(await page(client, '/compte/absences', reader), 'Vous ne siégez à aucun bureau')
  })
})
