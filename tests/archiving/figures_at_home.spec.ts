import { test } from '@japa/runner'
import { SYSTEM } from '#kernel/actor'
import { tenancy } from '#kernel/tenancy'
import Deposit from '#app/archiving/models/deposit'
import { person, place } from '#tests/world/world'
import { askForDeposit } from './archive_world.js'

function figure(html: string, name: string): number {
  const found = new RegExp(`${name}(?:</a>)?\\s*</dt>\\s*<dd class="stat-value">\\s*(\\d+)`).exec(
    html
  )
  return Number(found?.[1] ?? 0)
}

test.group('The figures of the archives at home', () => {
  test('are for those who keep them, state by state, and open the list of the same', async ({
    client,
    assert,
  }) => {
    const { id: tenantId } = await place('saint-orven')
    const archivist = await person('Enora Quéré', { 'saint-orven': ['archivist'] })
    const home = async () => (await client.get('/c/saint-orven').loginAs(archivist)).text()
    const before = await home()
    const depositId = await askForDeposit(tenantId)
    const asked = await home()
    assert.equal(figure(asked, 'Versements en cours'), figure(before, 'Versements en cours') + 1)
    await tenancy.run(tenantId, async () => {
      await (await Deposit.get(depositId)).apply('fail', SYSTEM)
    })
    const failed = await home()
    assert.equal(figure(failed, 'Rejetés ou en échec'), figure(before, 'Rejetés ou en échec') + 1)
    assert.equal(figure(failed, 'Versements en cours'), figure(before, 'Versements en cours'))
    const list = await client.get('/c/saint-orven/archives?etat=a-reprendre').loginAs(archivist)
    list.assertTextIncludes(`/archives/versements/${depositId}`)

    const agent = await person('Erwan Tanguy', { 'saint-orven': ['agent'] })
    const theirs = await client.get('/c/saint-orven').loginAs(agent)
    assert.notInclude(theirs.text(), 'Versements en cours')
  })
})
