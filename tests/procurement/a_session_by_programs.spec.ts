import { test } from '@japa/runner'
import { clock } from '#kernel/clock'
import { tenancy } from '#kernel/tenancy'
import Holder from '#app/procurement/holders/holder'
import { runDueJobs } from '#tests/helpers/jobs'
import { Program, tokenOf } from '#tests/world/program'
import { bidder, onlineConsultation } from './bidders.js'
import { deposited, gives } from './gestures.js'
import { consultation, market, type Market } from './room.js'

const SEATED = { president: 'Soizic Madec', members: 'Yann Kerbrat' }

test.group('A session of opening, by a program of the buyer', (group) => {
  let town: Market
  let program: Program
  group.setup(async () => {
    town = await market()
    program = Program.bearing(await tokenOf(town.agent, 'kervalan'))
  })
  group.each.teardown(() => clock.release())

  const sessions = (id: string) => `/api/v1/procurement/buyer/consultations/${id}/sessions`
  const read = async (id: string) => (await program.get(sessions(id))).body.items
  const passes = async (id: string) =>
    clock.freeze((await consultation(town, id)).deadline.plus({ milliseconds: 1 }).toUTC().toISO()!)

  test('does not begin before the hour, and the attempt stays in the journal', async ({
    client,
    assert,
  }) => {
    const id = await onlineConsultation(town)
    await deposited(client, await bidder('Patiente'), id)
    const early = await program.send('POST', sessions(id), SEATED, { 'idempotency-key': id })
    assert.deepEqual([early.status, early.body.code], [403, 'E_BEFORE_THE_HOUR'], early.text)
    assert.deepEqual(await read(id), [])
    const entries = await tenancy.run(town.tenant.id, ({ trx }) =>
      trx
        .from('kernel.journal_entries')
        .where({ tenant_id: town.tenant.id, subject_id: id })
        .where('type', 'procurement.consultation_asked_too_early')
    )
    assert.lengthOf(entries, 1)
    await passes(id)
    // What was refused was not done: the same request under the same key may be asked again
    const begun = await program.send('POST', sessions(id), SEATED, { 'idempotency-key': id })
    assert.equal(begun.status, 201, begun.text)
  })

  test('is begun once, tells who has given, then what each pli holds', async ({
    client,
    assert,
  }) => {
    const id = await onlineConsultation(town)
    const her = await bidder('Cariou')
    await deposited(client, her, id)
    await passes(id)
    const curt = await program.send('POST', sessions(id), { president: 'S' })
    assert.deepEqual(
      [curt.status, curt.body.errors.map(({ pointer }: any) => pointer)],
      [422, ['/president']]
    )
    const begun = await program.send('POST', sessions(id), SEATED)
    assert.equal(begun.status, 201, begun.text)
    assert.deepInclude(begun.body, { ...SEATED, isOver: false, threshold: 2 })
    assert.equal((await program.send('POST', sessions(id), SEATED)).status, 409, 'once')
    await gives(client, town, 0, id)
    const [waiting] = await read(id)
    assert.deepEqual(waiting.holders.map(({ hasGiven }: any) => hasGiven).filter(Boolean), [true])
    assert.deepEqual([waiting.plis[0].state, waiting.plis[0].files], ['sealed', []])
    await gives(client, town, 2, id)
    await runDueJobs(town.tenant.id)
    const [over] = await read(id)
    assert.isTrue(over.isOver)
    assert.deepEqual(
      over.plis.map(({ siret, state, files }: any) => [
        siret,
        state,
        files.map(({ envelope, name }: any) => `${envelope}/${name}`),
      ]),
      [[her.siret, 'opened', ['candidature/dc1.txt', 'offre-1/Mémoire.txt']]]
    )
  })

  test('goes on without a pli that nobody opens, with a reason, and only then', async ({
    client,
    assert,
    cleanup,
  }) => {
    const id = await onlineConsultation(town)
    await deposited(client, await bidder('Perdue'), id)
    await passes(id)
    await program.send('POST', sessions(id), SEATED)
    const aside = (reason: string) =>
      program.send('POST', `${sessions(id)}/mise-de-cote`, { reason })
    const reason = 'Deux clés sur trois sont perdues, et l’entreprise ne répond pas.'
    const refused = await aside(reason)
    assert.deepEqual([refused.status, refused.body.code], [409, 'E_NOTHING_TO_SET_ASIDE'])
    const lost = town.holders.slice(1).map(({ holder }) => holder)
    const retire = (at: Date | null) =>
      tenancy.run(town.tenant.id, () =>
        Holder.query().whereIn('handle', lost).update({ retired_at: at })
      )
    cleanup(async () => void (await retire(null)))
    await retire(clock.now().toJSDate())
    assert.equal((await aside('non')).status, 422)
    const { status, body } = await aside(reason)
    assert.equal(status, 200)
    assert.deepEqual([body.isOver, body.plis[0].state], [true, 'set_aside'])
    assert.include(body.plis[0].refusal, reason)
  })
})
