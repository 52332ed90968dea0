import { test } from '@japa/runner'
import type { ApiClient } from '@japa/api-client'
import type { DateTime } from 'luxon'
import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { clock } from '#kernel/clock'
import { documents } from '#kernel/documents'
import { allPeriodics } from '#kernel/jobs/periodic'
import { systemDb } from '#kernel/system'
import { tenancy } from '#kernel/tenancy'
import { textLayer } from '#lib/pdf/text_layer'
import { uuidv7 } from '#lib/values'
import Attestation from '#app/procurement/availability/attestation'
import { declareProbe, revokeProbe } from '#app/procurement/outside/keeping'
import OutsideProbe from '#app/procurement/outside/probe'
import OutsidePeriod from '#app/procurement/outside/period'
import { runDueJobs } from '#tests/helpers/jobs'
import { withTimeAuthority } from '#tests/helpers/time_authority'
import { onlineConsultation } from './bidders.js'
import { consultation, market, type Market } from './room.js'
import { probeOf, sendingOf, signedLook, type ProbeInHand } from './seen_from_outside.js'

test.group('What was seen from elsewhere of a tender', (group) => {
  let town: Market
  group.setup(async () => {
    await withTimeAuthority()
    town = await market()
  })
  group.each.setup(async () => {
    for (const probe of await OutsideProbe.speaking()) await revokeProbe(probe)
    // Other specs look too, at hours of their own
    await systemDb().from('procurement.outside_looks').delete()
  })
  group.each.teardown(() => clock.release())

  const declared = async () => {
    const { probe, value } = await declareProbe(`Rennes ${uuidv7()}`)
    return { probe, hand: probeOf(value) }
  }
  const tell = (client: ApiClient, { id }: ProbeInHand, body: object) =>
    client.post(`/api/v1/procurement/sondes/${id}/mesures`).json(body)
  const at = (moment: DateTime) => clock.freeze(moment.toUTC().toISO()!)
  const periodic = (name: string) =>
    allPeriodics()
      .find((one) => one.name === name)!
      .run()

  test('fills what fell silent here, and its late looks are in a later period', async ({
    client,
    assert,
    cleanup,
  }) => {
    const { hand, probe } = await declared()
    const id = await onlineConsultation(town)
    const { publishedAt, deadline: first } = await consultation(town, id)
    // An hour of its own
    const deadline = first.plus({ days: 400 }).startOf('minute')
    await tenancy.run(town.tenant.id, async () =>
      (await consultation(town, id)).merge({ deadline }).save()
    )
    const minute = (before: number) => deadline.minus({ minutes: before }).plus({ seconds: 5 })
    const inside = (moment: DateTime) =>
      systemDb()
        .table('procurement.probes')
        .insert({ id: uuidv7(), at: moment.toJSDate(), is_up: true, ms: 5, fault: null })
    // All falls from the 40th minute before the hour to the 10th; the probe keeps what it saw
    for (const before of [62, 61, 60, 59, 9, 8, 7]) await inside(minute(before))
    for (const hours of [-1, 1]) await inside(publishedAt!.plus({ hours }))
    const soon = [62, 61, 60].map((before) => signedLook(hand, minute(before)))
    at(minute(60))
    ;(await tell(client, hand, sendingOf(hand, minute(60), soon))).assertStatus(200)
    at(minute(55))
    const sum = async () => {
      await periodic('procurement.sum_looks')
      await periodic('procurement.sum_late_looks')
      await runDueJobs(town.tenant.id)
      return tenancy.run(town.tenant.id, () =>
        OutsidePeriod.query().where('consultationId', id).orderBy('id').exec()
      )
    }
    const early = await sum()
    assert.deepEqual(
      early.map(({ lines }) => lines),
      [3]
    )
    const page = `/c/kervalan/marches/${id}/disponibilite`
    // After the hour, what it could not tell comes
    at(deadline.plus({ minutes: 5 }))
    await sum()
    const missed = [40, 39, 38, 37].map((before) => signedLook(hand, minute(before), false))
    const late = await tell(client, hand, sendingOf(hand, clock.now(), missed))
    assert.equal(late.body().received, 4)
    at(deadline.plus({ minutes: 20 }))
    const periods = await sum()
    assert.equal(periods.at(-1)!.lines, 4)
    // What was summed up before has not moved
    assert.equal(periods[0].root, early[0].root)
    assert.lengthOf(await sum(), periods.length)

    const shown = await client.get(page).loginAs(town.agent)
    shown.assertTextIncludes('Vu du dehors')
    shown.assertTextIncludes('rien ne fut mesuré du dedans')
    shown.assertTextIncludes('le dehors n’en a pas eu')
    const local = (moment: DateTime) =>
      moment.setZone('Europe/Paris').toFormat("yyyy-MM-dd'T'HH:mm:ss")
    const attest = async (from: DateTime, to: DateTime) => {
      await client
        .post(page)
        .form({ from: local(from), to: local(to) })
        .header('referer', page)
        .loginAs(town.agent)
        .withCsrfToken()
      await runDueJobs(town.tenant.id)
      const made = await tenancy.run(town.tenant.id, () =>
        Attestation.query().where('consultationId', id).orderBy('id', 'desc').firstOrFail()
      )
      const zip = await tenancy.run(town.tenant.id, () => documents.read(made.documentId!))
      const folder = mkdtempSync(join(tmpdir(), 'dehors-'))
      cleanup(() => rmSync(folder, { recursive: true }))
      writeFileSync(join(folder, 'a.zip'), zip)
      execFileSync('unzip', ['-q', join(folder, 'a.zip'), '-d', folder])
      return folder
    }
    const folder = await attest(minute(65), deadline)
    const text = (await textLayer(readFileSync(join(folder, 'attestation.pdf')))).pages.join(' ')
    const words = text.replace(/\s+/g, ' ')
    assert.include(words, 'Vu du dehors')
    assert.include(words, `« ${probe.name} »`)
    assert.include(words, '5 reçues après leur minute')
    const verify = (where: string) =>
      spawnSync('npm', ['run', '--silent', 'verify', '--', where]).stdout.toString()
    assert.include(verify(folder), '7 sont signées par une sonde du dehors')
    const log = join(folder, 'releve.jsonl')
    const lines = readFileSync(log, 'utf8').split('\n')
    const altered = lines.findIndex((line) => line.includes('"up":false'))
    lines[altered] = lines[altered].replace('"up":false', '"up":true')
    writeFileSync(log, lines.join('\n'))
    assert.include(verify(folder), `La ligne n° ${altered + 1} de « releve.jsonl » a été modifiée.`)
    // An interval that begins before the publication is summed up afterwards: no line is accused of it
    const around = [publishedAt!.minus({ hours: 1 }), publishedAt!.plus({ hours: 1 })]
    const wider = await attest(around[0].minus({ hours: 1 }), around[1].plus({ hours: 1 }))
    assert.include(verify(wider), 'chacune à sa place')
  })

  test('that was answered by nobody in the last two hours proposes another hour', async ({
    client,
  }) => {
    const { hand } = await declared()
    const id = await onlineConsultation(town)
    const { deadline: first } = await consultation(town, id)
    const deadline = first.plus({ days: 500 }).startOf('minute')
    await tenancy.run(town.tenant.id, async () =>
      (await consultation(town, id)).merge({ deadline }).save()
    )
    const now = deadline.minus({ minutes: 60 }).plus({ seconds: 5 })
    at(now)
    const looks = [10, 9, 8, 7, 6].map((before) =>
      signedLook(hand, now.minus({ minutes: before }), before === 6)
    )
    await tell(client, hand, sendingOf(hand, now, looks))
    const form = await client.get(`/c/kervalan/marches/${id}/prorogation`).loginAs(town.agent)
    form.assertTextIncludes('aucune sonde du dehors n’a eu de réponse pendant 4 min')
  })
})
