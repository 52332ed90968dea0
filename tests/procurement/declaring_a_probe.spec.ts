import { test } from '@japa/runner'
import { clock } from '#kernel/clock'
import { uuidv7 } from '#lib/values'
import { revokeProbe } from '#app/procurement/outside/keeping'
import OutsideProbe from '#app/procurement/outside/probe'
import { person } from '#tests/world/world'
import { probeOf, sendingOf, signedLook } from './seen_from_outside.js'

const PAGE = '/exploitation/sondes'

test.group('A probe, by the console', (group) => {
  group.each.setup(async () => {
    for (const probe of await OutsideProbe.speaking()) await revokeProbe(probe)
  })
  group.each.teardown(() => clock.release())

  const keyIn = (text: string): string => /[0-9a-f-]{36}(\.[\w-]{43}){2}/.exec(text)![0]

  test('is given a key that is shown once, changed, and revoked at once', async ({
    client,
    assert,
  }) => {
    const operator = await person('Ronan Le Bihan', {})
    await operator.merge({ isOperator: true }).save()
    const ask = (path: string, form: object = {}) =>
      client.post(path).form(form).header('referer', PAGE).loginAs(operator).withCsrfToken()
    const name = `Rennes ${uuidv7()}`
    const shown = await ask(PAGE, { name })
    shown.assertTextIncludes('Elle ne sera plus montrée')
    assert.include(shown.header('cache-control'), 'no-store')
    const first = probeOf(keyIn(shown.text()))
    const list = await client.get(PAGE).loginAs(operator)
    list.assertTextIncludes(name)
    assert.notMatch(list.text(), /[0-9a-f-]{36}\.[\w-]{43}\./)
    ;(await ask(PAGE, { name })).assertTextIncludes('a déjà ce nom')
    ;(await ask(PAGE, { name: 'x' })).assertTextIncludes('au moins 2 caractères')

    const tells = async (hand: ReturnType<typeof probeOf>, minutes: number) => {
      const at = clock.now().minus({ minutes })
      const body = sendingOf(hand, clock.now(), [signedLook(hand, at)])
      const answer = await client.post(`/api/v1/procurement/sondes/${hand.id}/mesures`).json(body)
      return answer.status()
    }
    assert.equal(await tells(first, 3), 200)
    const changed = await ask(`${PAGE}/${first.id}/cle`)
    changed.assertTextIncludes('encore pris pendant')
    const second = probeOf(keyIn(changed.text()))
    // What waits on its machine was signed with the former one
    assert.deepEqual([await tells(second, 4), await tells(first, 5)], [200, 200])
    clock.freeze(clock.now().plus({ days: 8 }).toUTC().toISO()!)
    assert.deepEqual([await tells(second, 4), await tells(first, 5)], [200, 401])
    await ask(`${PAGE}/${first.id}/revocation`)
    assert.equal(await tells(second, 6), 401)
    ;(await client.get(PAGE).loginAs(operator)).assertTextIncludes('Révoquée')
    ;(await ask(`${PAGE}/${first.id}/cle`)).assertTextIncludes('Déclarez-en une autre')
  })

  test('is one of five at most', async ({ client }) => {
    const operator = await person('Ronan Le Bihan', {})
    await operator.merge({ isOperator: true }).save()
    const declare = () =>
      client
        .post(PAGE)
        .form({ name: uuidv7() })
        .header('referer', PAGE)
        .loginAs(operator)
        .withCsrfToken()
    for (let count = 0; count < 5; count++)
      (await declare()).assertTextIncludes('ne sera plus montrée')
    ;(await declare()).assertTextIncludes('déjà 5 sondes')
  })
})
