import { test } from '@japa/runner'
import { clock } from '#kernel/clock'
import { saveSettings } from '#kernel/settings'
import { visitInlet } from '#app/ged/inlets/visit_inlet'
import { forgetOldArrivals } from '#app/ged/jobs/forget_arrivals'
import Arrival from '#app/ged/inlets/arrival'
import { memberApart } from './support/commands.js'
import { inletOf, scansOf } from './support/inlets.js'

const ACCUEIL = { kind: 'folder', source: 'Accueil' } as const

test.group('What came by an inlet', () => {
  test('is forgotten after the time that the member chose, and its documents stay', async ({
    assert,
  }) => {
    const member = await memberApart()
    const neighbour = await memberApart()
    const [mine, theirs] = [await inletOf(member, ACCUEIL), await inletOf(neighbour, ACCUEIL)]
    await scansOf(member, { 'un.txt': 'un', 'deux.txt': 'deux' })
    await visitInlet(member.id, mine.inlet.id)
    await scansOf(neighbour, { 'trois.txt': 'trois' })
    await visitInlet(neighbour.id, theirs.inlet.id)
    const old = clock.now().minus({ days: 200 }).toJSDate()
    const agePast = async ({ within, inlet }: typeof mine, name: string) =>
      within(() => Arrival.query().where({ inletId: inlet.id, name }).update({ at: old }))
    await agePast(mine, 'un.txt')
    await agePast(theirs, 'trois.txt')
    const told = ({ within }: typeof mine) =>
      within(async () => (await Arrival.query().orderBy('name')).map(({ name }) => name))
    const forget = () => forgetOldArrivals.run({}, { tenantId: member.id } as never)

    await forget()
    assert.deepEqual(await told(mine), ['deux.txt', 'un.txt'], 'a year, unless it says otherwise')
    await mine.within(() => saveSettings('ged', { arrivalDays: '90' }))
    await forget()
    assert.deepEqual(await told(mine), ['deux.txt'])
    assert.deepEqual(await told(theirs), ['trois.txt'], 'a neighbour keeps hers')
    assert.sameMembers(await mine.filed(), ['un.txt', 'deux.txt'])
  })
})
