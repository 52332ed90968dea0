import { test } from '@japa/runner'
import { person } from '#kernel/actor'
import { clock } from '#kernel/clock'
import { tenancy } from '#kernel/tenancy'
import { delegate } from '#app/parapheur/circuit/delegate'
import { sentMails, tell } from '#tests/helpers/mails'
import { townHall, type TownHall } from './town_hall.js'

test.group('What waits in the parapheur is told by mail', (group) => {
  let hall: TownHall
  group.each.setup(async () => {
    hall = await townHall()
    return () => clock.release()
  })

  async function letters() {
    await tell(hall.tenant.id)
    clock.freeze(clock.now().plus({ minutes: 3 }).toISO({ includeOffset: false })!)
    await tell(hall.tenant.id)
    return sentMails()
  }

  test('without the title of the folder, which may name somebody', async ({ assert }) => {
    await hall.open({ circuit: 'signature', title: 'Arrêté 12 : blâme de Jean Le Bihan' })
    const mayors = (await letters()).filter(({ to }) => to.includes(hall.mayor.email))
    assert.lengthOf(mayors, 1)
    assert.include(mayors[0].text, 'Signer un dossier')
    assert.notInclude(mayors[0].text + mayors[0].html + mayors[0].subject, 'Le Bihan')
  })

  test('to who replaces somebody, and not to who is away', async ({ assert }) => {
    await hall.run(async () => {
      const rows = await tenancy.trx().from('parapheur.desks').select('key', 'id')
      const desks = Object.fromEntries(rows.map(({ key, id }) => [key, id]))
      const today = String(clock.today())
      await delegate(
        { desk: desks.maire, substitute: desks.secretariat, startsOn: today, endsOn: today },
        person(hall.mayor.id),
        false
      )
    })
    await hall.open({ circuit: 'signature' })
    const told = (await letters()).map(({ to }) => to).join()
    assert.include(told, hall.secretary.email)
    assert.notInclude(told, hall.mayor.email)
  })
})
