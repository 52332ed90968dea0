import mail from '@adonisjs/mail/services/main'
import { test } from '@japa/runner'
import { SYSTEM } from '#kernel/actor'
import type User from '#kernel/people/user'
import { tenancy } from '#kernel/tenancy'
import { afterRefusal } from '#app/actes/circuit'
import { startCancellation } from '#app/actes/jobs/transmit'
import type Acte from '#app/actes/models/acte'
import { person } from '#tests/world/world'
import {
  change,
  draftOf,
  exchange,
  type Exchange,
  runDueJobs,
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
  group.each.setup(() => exchange((opened) => ({ kervalan } = opened)))

  const tasksOf = (acte: Acte) =>
    tenancy.run(kervalan.id, ({ trx }) => trx.from('kernel.tasks').where('subject_id', acte.id))
  const mailsOf = async (acte: Acte) => {
    const rows = await tenancy.run(kervalan.id, ({ trx }) =>
      trx.from('kernel.outbox').where('name', 'actes.mail_preparer').orderBy('id')
    )
    return rows.map(({ payload }) => payload).filter(({ acteId }) => acteId === acte.id)
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

  test('who prepared it gets a mail when it is refused, with a link and no objet', async ({
    assert,
  }) => {
    const acte = await draftOf(kervalan, { createdBy: agent.id, objet: 'Secret' } as never)
    await change(kervalan, acte.id, (fresh) => fresh.step('submit', SYSTEM))
    await tenancy.run(kervalan.id, () => afterRefusal(acte.id, 'Le tarif est faux', SYSTEM))
    assert.deepEqual(await mailsOf(acte), [{ acteId: acte.id, event: 'refuse' }])
    using fake = mail.fake()
    await runDueJobs()
    const [{ to, subject, text }] = fake.messages
      .sent()
      .map(({ nodeMailerMessage }) => nodeMailerMessage as any)
    assert.include(JSON.stringify(to), agent.email)
    assert.match(subject, /refusé par le parapheur/)
    assert.include(text, `/c/kervalan/actes/${acte.id}`)
    assert.notInclude(text, 'Secret')
  })

  test('she is told of the receipt, and of an anomaly with a warning before sending again', async ({
    client,
    assert,
  }) => {
    const received = await signedActe(kervalan, { createdBy: agent.id } as never)
    await transmit(kervalan, received)
    await untilState(kervalan, received, 'archived')
    assert.deepEqual(
      (await mailsOf(received)).map(({ event }) => event),
      ['acknowledge']
    )
    const wrong = await signedActe(kervalan, { createdBy: agent.id, objet: 'x #anomalie' } as never)
    await transmit(kervalan, wrong)
    await untilState(kervalan, wrong, 'anomaly')
    assert.deepEqual(
      (await mailsOf(wrong)).map(({ event }) => event),
      ['report_anomaly']
    )
    const page = await client.get(`/c/kervalan/actes/${wrong.id}`).loginAs(agent)
    assert.include(page.text(), 'href="/c/kervalan/actes/classification"')
    assert.match(page.text(), /data-confirm="Rien n[^"]* depuis le refus/)
    const nobodys = await signedActe(kervalan)
    await transmit(kervalan, nobodys)
    await untilState(kervalan, nobodys, 'archived')
    assert.deepEqual(await mailsOf(nobodys), [])
  })
})
