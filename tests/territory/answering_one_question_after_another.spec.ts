import Fiche from '#app/territory/models/fiche'
import { WALK } from '#app/territory/rules/walk'
import { fillIn } from '#tests/territory/helpers/forms'
import { type Landreval, inLandreval, landreval } from '#tests/territory/helpers/landreval'
import { test } from '@japa/runner'

test.group('A sheet is asked one question after another', (group) => {
  let world: Landreval
  let here: string
  group.setup(async () => {
    world = await landreval()
    here = `${world.base}/fiches/${world.other}`
  })

  const sections = async () => (await inLandreval(world, () => Fiche.get(world.other))).sections

  test('each is numbered, recorded, and leads to the next that is open', async ({
    client,
    assert,
  }) => {
    const sheet = (await client.get(here).loginAs(world.lead)).text()
    const first = /parties\/(\w+)\?suite=1/.exec(sheet)![1]
    assert.equal(first, WALK[0].code)
    const seen: string[] = []
    let asked: string | undefined = first
    while (asked && seen.length < WALK.length) {
      seen.push(asked)
      const page = (await client.get(`${here}/parties/${asked}?suite=1`).loginAs(world.lead)).text()
      const place = WALK.findIndex(({ code }) => code === asked) + 1
      assert.include(page, `Question ${place} sur ${WALK.length}`)
      assert.include(page, 'name="suite"')
      const skip: RegExpExecArray | null = /parties\/(\w+)\?suite=1"/.exec(page)
      if (/name="text"/.test(page)) {
        const sent = await fillIn(client, world.lead, `${here}/parties/${asked}`, {
          text: `Réponse à ${asked}`,
          suite: '1',
        })
        const led = sent.header('location')!
        asked = /parties\/(\w+)\?suite=1$/.exec(led)?.[1]
        assert.equal(asked, skip?.[1], 'both ways lead to the same question')
        continue
      }
      asked = skip?.[1]
    }
    assert.includeMembers(seen, ['description', 'budget', 'mode_evaluation'])
    assert.equal((await sections()).mode_evaluation, 'Réponse à mode_evaluation')
  })

  test('what is answered is not asked again, and outside the walk one comes back to the sheet', async ({
    client,
    assert,
  }) => {
    const sheet = (await client.get(here).loginAs(world.lead)).text()
    assert.notInclude(sheet, 'parties/description?suite=1')
    const sent = await fillIn(client, world.lead, `${here}/parties/moyens`, { text: 'Deux agents' })
    assert.equal(sent.header('location'), `${here}#section-moyens`)
  })
})
