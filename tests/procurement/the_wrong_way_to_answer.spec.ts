import { test } from '@japa/runner'
import mail from '@adonisjs/mail/services/main'
import { clock } from '#kernel/clock'
import { tenancy } from '#kernel/tenancy'
import { warnUnfinished } from '#app/procurement/jobs/warn_unfinished'
import Consultation from '#app/procurement/drafting/consultation'
import { runDueJobs } from '#tests/helpers/jobs'
import { someEmail } from '#tests/outsiders/people'
import { bidder, onlineConsultation, sent } from './bidders.js'
import { deposited, OFFER } from './gestures.js'
import { consultation, market, type Market } from './room.js'

test.group('An answer on its way to be lost', (group) => {
  let town: Market
  group.setup(async () => {
    town = await market()
  })
  group.each.teardown(() => clock.release())

  test('whose files are all there and that nobody deposited is told by mail once, and by the page', async ({
    client,
    assert,
  }) => {
    using fake = mail.fake()
    const id = await onlineConsultation(town)
    const [forgets, ends] = [await bidder('Oublieuse', someEmail()), await bidder('Achevante')]
    const pli = await sent(client, forgets, id, OFFER)
    for (const piece of pli.pieces) (await pli.send(piece)).assertStatus(201)
    await deposited(client, ends, id)
    const { deadline } = await consultation(town, id)
    clock.freeze(deadline.minus({ minutes: 9 }).toUTC().toISO()!)
    const told = async () => {
      await tenancy.run(town.tenant.id, () => warnUnfinished.enqueue({ consultationId: id }))
      await runDueJobs(town.tenant.id)
      return fake.messages
        .sent()
        .map(({ nodeMailerMessage }) => nodeMailerMessage)
        .filter(({ subject }) => subject!.startsWith('Rien n’est encore déposé'))
    }
    assert.lengthOf(await told(), 1)
    const again = await told()
    assert.lengthOf(again, 1)
    assert.include(String(again[0].text), `/moi/marches/kervalan/${id}`)
    const hers = await client.get(pli.base).withSession(forgets.session)
    hers.assertTextIncludes('encore déposé de votre dernier envoi')
    const others = await client.get(pli.base).withSession(ends.session)
    assert.notInclude(others.text(), 'encore déposé de votre dernier envoi')
    // Pressed at last, it is deposited: the warning goes
    const first = await pli.seal()
    first.assertStatus(201)
    const twice = await pli.seal()
    twice.assertStatus(200)
    assert.deepEqual(twice.body(), first.body())
    const after = await client.get(pli.base).withSession(forgets.session)
    assert.notInclude(after.text(), 'encore déposé de votre dernier envoi')
    after.assertTextIncludes(first.body().digest)
  })

  test('is warned of the twin that closes at the same hour, by its name (CE n° 469127)', async ({
    client,
    assert,
  }) => {
    const [one, twin, other] = [
      await onlineConsultation(town),
      await onlineConsultation(town),
      await onlineConsultation(town),
    ]
    await tenancy.run(town.tenant.id, async () => {
      const { deadline } = await Consultation.get(one)
      await Consultation.query()
        .where('id', twin)
        .update({ deadline: deadline.toJSDate(), title: 'Réfection du préau' })
      await Consultation.query()
        .where('id', other)
        .update({ deadline: deadline.plus({ hours: 3 }).toJSDate(), title: 'Curage du fossé' })
    })
    const { session } = await bidder('Attentive')
    const page = await client.get(`/moi/marches/kervalan/${one}`).withSession(session)
    page.assertTextIncludes('Une autre consultation ferme à la même heure')
    page.assertTextIncludes('Réfection du préau')
    page.assertTextIncludes('Vous déposez pour')
    assert.notInclude(page.text(), 'Curage du fossé')
  })
})
