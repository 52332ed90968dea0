import type { ApiClient } from '@japa/api-client'
import { test } from '@japa/runner'
import Answer from '#app/actes/models/answer'
import Transmission from '#app/actes/models/transmission'
import { tenancy } from '#kernel/tenancy'
import type User from '#kernel/people/user'
import { person } from '#tests/world/world'
import { exchange, type Exchange, PDF, signedActe, transmit, until } from './room.js'

const seenIn = (html: string) => /name="seen" value="([^"]+)"/.exec(html)![1]

test.group('Two tabs on a letter of the prefecture', (group) => {
  let { kervalan } = {} as Exchange
  let maelle: User
  let yann: User

  group.setup(async () => {
    maelle = await person('Maëlle Le Goff', { kervalan: ['agent'] })
    yann = await person('Yann Kerbrat', { kervalan: ['agent'] })
  })
  group.each.setup(() => exchange((opened) => ({ kervalan } = opened)))

  /** A letter that the prefecture wrote: its id and its page. */
  async function letterOf(scenario: string, kind: string) {
    const acte = await signedActe(kervalan, { objet: `Un sujet ${scenario}` } as never)
    await transmit(kervalan, acte)
    const find = () =>
      tenancy.run(kervalan.id, () => Answer.query().where({ acteId: acte.id, kind }).first())
    await until(async () => (await find()) !== null)
    const { id } = (await find())!
    return { id, here: `/c/kervalan/actes/${acte.id}/courriers/${id}` }
  }

  const openTab = async (client: ApiClient, here: string, who: User) =>
    seenIn((await client.get(here).loginAs(who)).text())

  const reply = (client: ApiClient, here: string, who: User, seen: string) =>
    client
      .post(`${here}/reponse`)
      .loginAs(who)
      .withCsrfToken()
      .header('referer', here)
      .fields({ type: '2-2', typePJ: '99_DE', seen })
      .file('documents[]', PDF, { filename: 'lettre.pdf' })

  const repliesTo = (letterId: string) =>
    tenancy.run(kervalan.id, () => Transmission.query().where({ letterId, type: '2-2' }).exec())

  test('a reply written before a colleague’s was refused says so, and does not go', async ({
    client,
    assert,
  }) => {
    const { id, here } = await letterOf('#courrier', '2-1')
    const seenBefore = await openTab(client, here, maelle)
    await reply(client, here, yann, await openTab(client, here, yann))
    await until(async () => (await repliesTo(id)).some(({ state }) => state === 'sent'))
    await tenancy.run(kervalan.id, async () => {
      const colleagues = await Transmission.query()
        .where({ letterId: id, type: '2-2' })
        .firstOrFail()
      await colleagues.merge({ state: 'failed', lastError: 'Refusée' }).save()
    })

    const told = (await reply(client, here, maelle, seenBefore)).text()
    assert.match(told, /Yann Kerbrat a modifié la suite donnée à ce courrier à \d+.h.\d\d/)
    assert.lengthOf(await repliesTo(id), 1)

    await reply(client, here, maelle, seenIn(told))
    assert.lengthOf(await repliesTo(id), 2)
  })

  test('an outcome noted by a colleague stands, and what was typed after it is given back', async ({
    client,
    assert,
  }) => {
    const { id, here } = await letterOf('#defere', '5-1')
    const seenBefore = await openTab(client, here, maelle)
    const note = (who: User, outcome: string, seen?: string) =>
      client
        .post(`${here}/issue`)
        .loginAs(who)
        .withCsrfToken()
        .header('referer', here)
        .fields(seen ? { outcome, seen } : { outcome })
    await note(yann, 'Requête rejetée', await openTab(client, here, yann))

    const told = (await note(maelle, 'Acte annulé', seenBefore)).text()
    assert.include(told, 'Yann Kerbrat a modifié la suite donnée à ce courrier')
    assert.include(told, '<dd>Requête rejetée</dd>')
    assert.match(told, /Vous aviez écrit.: «.Acte annulé.»/)
    assert.notInclude(told, 'L’issue est notée')
    const program = await note(maelle, 'Acte annulé').accept('json').redirects(0)
    assert.equal(program.body().code, 'E_ACTE_OUTCOME_NOTED')
    const letter = await tenancy.run(kervalan.id, () => Answer.findOrFail(id))
    assert.equal(letter.settledNote, 'Requête rejetée')
  })
})
