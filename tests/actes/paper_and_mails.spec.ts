import { test } from '@japa/runner'
import { SYSTEM } from '#kernel/actor'
import { clock } from '#kernel/clock'
import type User from '#kernel/people/user'
import { tenancy } from '#kernel/tenancy'
import { afterRefusal } from '#app/actes/circuit'
import { startCancellation } from '#app/actes/jobs/transmit'
import type Acte from '#app/actes/models/acte'
import { tellPreparer } from '#app/actes/tell_preparer'
import { choosePaces } from '#web/messages/choose'
import { forgetWhatWaits, sentMails, tell } from '#tests/helpers/mails'
import { person } from '#tests/world/world'
import {
  change,
  draftOf,
  exchange,
  type Exchange,
  signedActe,
  transmit,
  untilState,
} from './room.js'

test.group('What an acte announces happens', (group) => {
  let { kervalan } = {} as Exchange
  let agent: User

  group.setup(async () => {
    agent = await person('Maëlle Le Goff', { kervalan: ['agent'] })
  })
  group.each.setup(async () => {
    const close = await exchange((opened) => ({ kervalan } = opened))
    return async () => {
      clock.release()
      await close()
    }
  })

  const tasksOf = (acte: Acte) =>
    tenancy.run(kervalan.id, ({ trx }) => trx.from('kernel.tasks').where('subject_id', acte.id))
  const newsOf = (acte: Acte) =>
    tenancy.run(kervalan.id, async ({ trx }) => {
      const rows = await trx.from('kernel.mail_news').where('subject_id', acte.id).orderBy('id')
      return rows.map(({ words }) => words.split(' :')[0])
    })
  /** The mails of what was noted so far, in the pace of each. */
  async function letters() {
    await tell(kervalan.id)
    clock.freeze(clock.now().plus({ minutes: 3 }).toISO({ includeOffset: false })!)
    await tell(kervalan.id)
    const plain = (text: string) => text.replaceAll(/[\u00a0\u202f]/g, ' ')
    return (await sentMails()).map((sent) => ({ ...sent, text: plain(sent.text) }))
  }

  test('the post is recalled after the receipt, and noted once it is done', async ({
    client,
    assert,
  }) => {
    const acte = await signedActe(kervalan, { paperToo: true } as never)
    await transmit(kervalan, acte)
    await untilState(kervalan, acte, 'archived')
    const here = `/c/kervalan/actes/${acte.id}`
    assert.match((await tasksOf(acte))[0].title, /^Poster les documents papier/)
    const before = await client.get(here).loginAs(agent)
    before.assertTextIncludes('pas encore postés')
    assert.notInclude(before.text(), 'Tout est fait')
    await client.post(`${here}/papier`).loginAs(agent).withCsrfToken().redirects(0)
    assert.deepEqual(await tasksOf(acte), [])
    const after = await client.get(here).loginAs(agent)
    after.assertTextIncludes('Documents papier postés')
    after.assertTextIncludes('Tout est fait')
  })

  test('the post is forgotten with a cancelled transmission', async ({ assert }) => {
    const acte = await signedActe(kervalan, { paperToo: true } as never)
    await transmit(kervalan, acte)
    await untilState(kervalan, acte, 'archived')
    await change(kervalan, acte.id, (fresh) => startCancellation(fresh, SYSTEM, 'Erreur'))
    await untilState(kervalan, acte, 'cancelled')
    assert.deepEqual(await tasksOf(acte), [])
  })

  test('who prepared it is told that it is signed, with a link and no objet', async ({
    assert,
  }) => {
    await forgetWhatWaits(kervalan.id)
    const acte = await draftOf(kervalan, { createdBy: agent.id, objet: 'Secret' } as never)
    await change(kervalan, acte.id, (fresh) => fresh.step('submit', SYSTEM))
    await tenancy.run(kervalan.id, () => tellPreparer(acte, 'sign'))
    const hers = (await letters()).filter(({ to }) => to.includes(agent.email))
    assert.lengthOf(hers, 1)
    const [{ subject, text }] = hers
    assert.match(subject, /une nouvelle pour vous/)
    assert.include(text, 'Signé : « Délibération')
    assert.include(text, `/c/kervalan/actes/${acte.id}`)
    assert.notInclude(text, 'Secret')
  })

  test('a refusal is said once to who finds it among what waits, and never to who wants no mail', async ({
    assert,
  }) => {
    await forgetWhatWaits(kervalan.id)
    const refused = async () => {
      const acte = await draftOf(kervalan, { createdBy: agent.id } as never)
      await change(kervalan, acte.id, (fresh) => fresh.step('submit', SYSTEM))
      await tenancy.run(kervalan.id, () => afterRefusal(acte.id, 'Le tarif est faux', SYSTEM))
      return acte
    }
    const acte = await refused()
    assert.deepEqual(await newsOf(acte), ['Refusé par le parapheur, avec son motif'])
    const mine = (await letters()).filter(({ to }) => to.includes(agent.email))
    assert.lengthOf(mine, 1)
    assert.lengthOf(mine[0].text.match(/^- /gm)!, 1)
    assert.include(mine[0].text, '- Reprendre « Délibération')
    await choosePaces(agent.id, new Map([['actes', 'never' as const]]))
    try {
      assert.deepEqual(await newsOf(await refused()), [])
    } finally {
      await choosePaces(agent.id, new Map([['actes', null]]))
    }
  })

  test('who may not take it up herself is told of its refusal all the same', async ({ assert }) => {
    await forgetWhatWaits(kervalan.id)
    const reader = await person('Lise Ropars', { kervalan: ['reader'] })
    const acte = await draftOf(kervalan, { createdBy: reader.id } as never)
    await change(kervalan, acte.id, (fresh) => fresh.step('submit', SYSTEM))
    await tenancy.run(kervalan.id, () => afterRefusal(acte.id, 'Le tarif est faux', SYSTEM))
    const hers = (await letters()).find(({ to }) => to.includes(reader.email))!
    assert.include(hers.text, 'Refusé par le parapheur, avec son motif : « Délibération')
  })

  test('who was suspended meanwhile hears no more of the place', async ({ assert }) => {
    await forgetWhatWaits(kervalan.id)
    const gone = await person('Partie Ailleurs', { kervalan: ['reader'] })
    const acte = await draftOf(kervalan, { createdBy: gone.id } as never)
    await tenancy.run(kervalan.id, async ({ trx }) => {
      await tellPreparer(acte, 'sign')
      await trx.from('kernel.memberships').where('user_id', gone.id).update({ state: 'suspended' })
    })
    assert.lengthOf(await letters(), 0)
  })

  test('she is told of the receipt, and of an anomaly with a warning before sending again', async ({
    client,
    assert,
  }) => {
    const received = await signedActe(kervalan, { createdBy: agent.id } as never)
    await transmit(kervalan, received)
    await untilState(kervalan, received, 'archived')
    assert.deepEqual(await newsOf(received), ['Reçu en préfecture'])
    const wrong = await signedActe(kervalan, { createdBy: agent.id, objet: 'x #anomalie' } as never)
    await transmit(kervalan, wrong)
    await untilState(kervalan, wrong, 'anomaly')
    assert.match((await newsOf(wrong))[0], /^Sa transmission n’a pas abouti/)
    const page = await client.get(`/c/kervalan/actes/${wrong.id}`).loginAs(agent)
    assert.include(page.text(), 'href="/c/kervalan/actes/classification"')
    assert.match(page.text(), /data-confirm="Rien n[^"]* depuis le refus/)
    const nobodys = await signedActe(kervalan)
    await transmit(kervalan, nobodys)
    await untilState(kervalan, nobodys, 'archived')
    assert.deepEqual(await newsOf(nobodys), [])
  })
})
