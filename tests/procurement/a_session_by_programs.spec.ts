import { test } from '@japa/runner'
import { clock } from '#kernel/clock'
import { tenancy } from '#kernel/tenancy'
import { uuidv7 } from '#lib/values'
import Pli from '#app/procurement/deposit/pli'
import Holder from '#app/procurement/holders/holder'
import { keepPv } from '#app/procurement/opening/pv'
import { exchangesOf } from '#tests/helpers/exchanges'
import { runDueJobs } from '#tests/helpers/jobs'
import { Program, tokenOf } from '#tests/world/program'
import { bidder, onlineConsultation, type Bidder } from './bidders.js'
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
  const readPlis = async (id: string) => (await program.get(`${sessions(id)}/plis`)).body.items
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
    assert.deepEqual([await read(id), await readPlis(id)], [[], []])
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
    const [sealed] = await readPlis(id)
    assert.deepEqual([sealed.state, sealed.files], ['sealed', []])
    await gives(client, town, 2, id)
    await runDueJobs(town.tenant.id)
    const [over] = await read(id)
    assert.isTrue(over.isOver)
    assert.deepEqual(
      (await readPlis(id)).map(({ siret, state, files }: any) => [
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
    const [left] = await readPlis(id)
    assert.deepEqual([body.isOver, left.state], [true, 'set_aside'])
    assert.include(left.refusal, reason)
  })

  test('tells its plis page by page, in the order they came, none twice and none left out', async ({
    assert,
  }) => {
    const id = await onlineConsultation(town)
    const her = await bidder('Nombreuse')
    const ids = await tenancy.run(town.tenant.id, () => receivedTogether(id, her, 120))
    await passes(id)
    await program.send('POST', sessions(id), SEATED)
    const seen: string[] = []
    const sizes: number[] = []
    for (let next: string | null = `${sessions(id)}/plis`; next;) {
      const page = await program.get(next)
      assert.equal(page.status, 200, page.text)
      seen.push(...page.body.items.map((one: any) => one.id))
      sizes.push(page.body.items.length)
      next = page.body.next
    }
    assert.deepEqual(sizes, [50, 50, 20])
    assert.deepEqual(seen, ids)
  })

  test('shows its plis page by page to the buyer too, and asks the base for no more than it shows', async ({
    client,
    assert,
  }) => {
    const id = await onlineConsultation(town)
    const her = await bidder('Paginée')
    const ids = await tenancy.run(town.tenant.id, () => receivedTogether(id, her, 120))
    await passes(id)
    await program.send('POST', sessions(id), SEATED)
    const page = `/c/kervalan/marches/${id}/ouverture`
    const seen: string[] = []
    for (let next: string | undefined = page; next;) {
      const shown = await client.get(next.replaceAll('&amp;', '&')).loginAs(town.agent)
      shown.assertStatus(200)
      const onPage = [...shown.text().matchAll(/plis\/([0-9a-f-]{36})\/pli\.zip/g)]
      assert.isAtMost(onPage.length, 50)
      seen.push(...onPage.map(([, pli]) => pli))
      next = /href="([^"]+)" rel="next"/.exec(shown.text())?.[1]
    }
    assert.deepEqual(seen, ids)
    const sent = await exchangesOf(() => client.get(page).loginAs(town.agent))
    const unbounded = sent.filter((sql) => /"?pli_files"?|select \* from .*"plis"/.test(sql))
    assert.isAtMost(unbounded.length, 2, sent.join('\n'))
  })

  test('asks the base once for the files of all its plis, in its procès-verbal too', async ({
    assert,
  }) => {
    const id = await onlineConsultation(town)
    await tenancy.run(town.tenant.id, async () => receivedTogether(id, await bidder('Autre'), 12))
    await passes(id)
    await program.send('POST', sessions(id), SEATED)
    const asksOfFiles = (sent: string[]) => sent.filter((sql) => sql.includes('pli_files'))
    const held = await consultation(town, id)
    const written = await exchangesOf(() => tenancy.run(town.tenant.id, () => keepPv(held)))
    assert.lengthOf(asksOfFiles(written), 1, written.join('\n'))
    const read = await exchangesOf(() => program.get(`${sessions(id)}/plis`))
    assert.lengthOf(asksOfFiles(read), 1, read.join('\n'))
  })
})

/** Plis of one company, received in one millisecond, each with a microsecond of its own or none. */
async function receivedTogether(consultationId: string, from: Bidder, many: number) {
  const at = clock.now()
  const { siret, establishmentId, session } = from
  const made = await Pli.createMany(
    Array.from({ length: many }, () => ({
      ...{ id: uuidv7(), consultationId, siret, establishmentId, company: 'NOMBREUSE' },
      ...{ personId: session.outsider.personId, depositor: session.outsider.name },
      ...{ state: 'replaced' as const, startedAt: at, receivedAt: at, digest: 'a'.repeat(64) },
    }))
  )
  const ids = made.map((pli) => pli.id).sort()
  // What the base keeps is finer than a program reads: a cursor that goes by what is read loses some
  await tenancy.trx().rawQuery(
    `update procurement.plis set received_at = received_at + interval '3 microseconds'
        where tenant_id = ? and id = any(?)`,
    [tenancy.tenantId(), ids.slice(60)]
  )
  return ids
}
