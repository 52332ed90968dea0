import { test } from '@japa/runner'
import type { ApiClient } from '@japa/api-client'
import type { DateTime } from 'luxon'
import { createHash } from 'node:crypto'
import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openPersonToken } from '#rooms/outsiders'
import { clock } from '#kernel/clock'
import { documents } from '#kernel/documents'
import { systemDb } from '#kernel/system'
import { tenancy } from '#kernel/tenancy'
import { textLayer } from '#lib/pdf/text_layer'
import { uuidv7 } from '#lib/values'
import Attestation from '#app/procurement/availability/attestation'
import DepositFault from '#app/procurement/availability/deposit_fault'
import { look, looksIn } from '#app/procurement/availability/look'
import { runDueJobs } from '#tests/helpers/jobs'
import { withTimeAuthority } from '#tests/helpers/time_authority'
import { bidder, onlineConsultation } from './bidders.js'
import { consultation, market, type Market } from './room.js'

const MINUTE = 60_000

test.group('The availability of the platform', (group) => {
  let town: Market
  group.setup(async () => {
    await withTimeAuthority()
    town = await market()
  })
  group.each.teardown(async () => {
    clock.release()
  })

  const seen = (at: DateTime, isUp: boolean) =>
    systemDb()
      .table('procurement.probes')
      .insert({
        id: uuidv7(),
        at: at.toJSDate(),
        is_up: isUp,
        ms: 12,
        fault: isUp ? null : 'HTTP 503',
      })
  const page = (id: string) => `/c/kervalan/marches/${id}/disponibilite`
  const attest = (client: ApiClient, id: string, from: DateTime, to: DateTime) => {
    const local = (at: DateTime) => at.setZone('Europe/Paris').toFormat("yyyy-MM-dd'T'HH:mm:ss")
    return client
      .post(page(id))
      .form({ from: local(from), to: local(to) })
      .header('referer', page(id))
      .loginAs(town.agent)
      .withCsrfToken()
  }

  test('is looked at by its public address, and what was seen is kept', async ({ assert }) => {
    const at = clock.now().plus({ years: 2 })
    const interval = { from: at.toMillis() - MINUTE, to: at.plus({ hours: 1 }).toMillis() }
    const says = (status: number) => (async () => new Response(null, { status })) as typeof fetch
    clock.freeze(at.toUTC().toISO()!)
    await look(says(200))
    clock.freeze(at.plus({ minutes: 1 }).toUTC().toISO()!)
    await look(says(503))
    clock.freeze(at.plus({ minutes: 2 }).toUTC().toISO()!)
    await look((async () => {
      throw new Error('ECONNREFUSED')
    }) as typeof fetch)
    assert.deepEqual(
      (await looksIn(interval)).map(({ isUp }) => isUp),
      [true, false, false]
    )
  })

  test('is attested by a sealed PDF that says what was not measured', async ({
    client,
    assert,
    cleanup,
  }) => {
    const id = await onlineConsultation(town)
    const from = clock.now().minus({ years: 1 })
    for (const minute of [0, 1, 2, 3]) await seen(from.plus({ minutes: minute }), minute !== 2)
    const to = from.plus({ hours: 1 })
    ;(await client.get(page(id)).loginAs(town.agent)).assertTextIncludes('Faire l’attestation')
    ;(await attest(client, id, to, from)).assertTextIncludes('La fin vient après le début')
    ;(await attest(client, id, from, to)).assertTextIncludes('en cours de scellement')
    await runDueJobs(town.tenant.id)
    const made = await tenancy.run(town.tenant.id, () =>
      Attestation.query().where('consultationId', id).firstOrFail()
    )
    const zip = await tenancy.run(town.tenant.id, () => documents.read(made.documentId!))
    const folder = mkdtempSync(join(tmpdir(), 'attestation-'))
    cleanup(() => rmSync(folder, { recursive: true }))
    writeFileSync(join(folder, 'a.zip'), zip)
    execFileSync('unzip', ['-q', join(folder, 'a.zip'), '-d', folder])
    const text = (await textLayer(readFileSync(join(folder, 'attestation.pdf')))).pages.join(' ')
    assert.match(text, /n’a pas répondu pendant 1 min/)
    assert.include(text, 'rien n’a été mesuré')
    assert.include(text, 'ne dit pas')
    // Before the hour, not even how many answer
    assert.include(text, 'Les envois ne se disent qu’après l’heure limite')
    const proof = readFileSync(join(folder, 'proof.json'), 'utf8')
    assert.include(proof, 'procurement.attestation_written')
    const pdf = createHash('sha256').update(readFileSync(join(folder, 'attestation.pdf')))
    assert.include(proof, pdf.digest('hex'))
    // Each minute is there too, and whoever changes one is told which
    const verify = () =>
      spawnSync('npm', ['run', '--silent', 'verify', '--', folder]).stdout.toString()
    assert.include(verify(), 'Les 4 lignes de « releve.jsonl »')
    const log = join(folder, 'releve.jsonl')
    writeFileSync(log, readFileSync(log, 'utf8').replace('"up":false', '"up":true'))
    assert.include(verify(), 'La ligne n° 3 de « releve.jsonl » a été modifiée.')
    const link = `${page(id)}/${made.id}/attestation.zip`
    ;(await client.get(link).loginAs(town.agent)).assertStatus(200)
  })

  test('that fell in the last two hours proposes to move the hour for everybody', async ({
    client,
    assert,
  }) => {
    const id = await onlineConsultation(town)
    const { deadline } = await consultation(town, id)
    const fell = deadline.minus({ minutes: 90 })
    for (const minute of [0, 1, 2, 3]) await seen(fell.plus({ minutes: minute }), minute === 3)
    clock.freeze(deadline.minus({ hours: 1 }).toUTC().toISO()!)
    const shown = await client.get(page(id)).loginAs(town.agent)
    shown.assertTextIncludes('Proroger pour tous')
    const form = await client.get(`/c/kervalan/marches/${id}/prorogation`).loginAs(town.agent)
    form.assertTextIncludes('n’a pas répondu pendant 3 min')
    assert.include(form.text(), 'Une heure est proposée')
  })

  test('that nobody could look at in the last two hours, since all of it fell, proposes it too', async ({
    client,
    assert,
  }) => {
    const id = await onlineConsultation(town)
    const { deadline } = await consultation(town, id)
    // A day of its own: other tests have looked
    const own = deadline.plus({ days: 30 })
    await tenancy.run(town.tenant.id, async () =>
      (await consultation(town, id)).merge({ deadline: own }).save()
    )
    const fell = own.minus({ minutes: 100 })
    for (const minute of [0, 1, 41, 42]) await seen(fell.plus({ minutes: minute }), true)
    clock.freeze(own.minus({ minutes: 50 }).toUTC().toISO()!)
    const shown = await client.get(page(id)).loginAs(town.agent)
    shown.assertTextIncludes('Proroger pour tous')
    const form = await client.get(`/c/kervalan/marches/${id}/prorogation`).loginAs(town.agent)
    form.assertTextIncludes('rien ne montre que la plateforme répondait pendant 40 min')
    // No look was failed: nothing is said of it that was not seen
    assert.notInclude(form.text(), 'n’a pas répondu')
  })

  test('keeps the faults of ours while somebody deposits, and no refusal', async ({
    client,
    assert,
    cleanup,
  }) => {
    const id = await onlineConsultation(town)
    const her = await bidder('Empêchée')
    const begin = () =>
      client
        .post(`/moi/marches/kervalan/${id}/plis`)
        .withSession(her.session)
        .withCsrfToken()
        .accept('json')
    ;(
      await client
        .post(`/moi/marches/kervalan/${id}/plis/${uuidv7()}/scellement`)
        .withSession(her.session)
        .withCsrfToken()
        .accept('json')
        .json({ manifest: '{}' })
    ).assertStatus(404)
    const { default: Pli } = await import('#app/procurement/deposit/pli')
    const create = Pli.create
    Pli.create = (async () => {
      throw new Error('the disk is full')
    }) as never
    cleanup(() => void (Pli.create = create))
    ;(await begin()).assertStatus(500)
    const token = await openPersonToken({
      ...{ personId: her.session.outsider.personId, establishmentId: her.establishmentId },
      ...{ name: 'Gestion', days: 30 },
    })
    const byProgram = await client
      .post('/api/v1/procurement/plis')
      .header('authorization', `Bearer ${token}`)
      .json({ consultation: id })
    byProgram.assertStatus(500)
    const faults = await tenancy.run(town.tenant.id, () =>
      DepositFault.query().where('consultationId', id).orderBy('id')
    )
    assert.deepEqual(
      faults.map(({ gesture, status }) => [gesture, status]),
      [
        ['procurement.plis.store', 500],
        ['procurement.company.plis.store', 500],
      ]
    )
  })

  test('is told with the registers, whose digests the journal quotes', async ({
    client,
    assert,
  }) => {
    const id = await onlineConsultation(town)
    await client.get(`/p/kervalan/marches/${id}/dce.zip`)
    const base = `/c/kervalan/marches/${id}/registres`
    ;(await client.get(base).loginAs(town.agent)).assertTextIncludes('Registre des retraits')
    const csv = await client.get(`${base}/retraits/csv`).loginAs(town.agent)
    csv.assertTextIncludes('Dossier complet')
    const json = await client.get(`${base}/depots/json`).loginAs(town.agent)
    const told = JSON.parse(json.text())
    // Before the hour, neither who answers nor how many
    assert.deepInclude(told, { isSilent: true, lines: [] })
    const pdf = client.get(`${base}/echanges/pdf`).loginAs(town.agent)
    pdf.request.responseType('arraybuffer')
    assert.include((await pdf).header('content-type'), 'application/pdf')
    const entries = await tenancy.run(town.tenant.id, ({ trx }) =>
      trx
        .from('kernel.journal_entries')
        .where({ tenant_id: town.tenant.id, subject_id: id })
        .where('type', 'procurement.register_exported')
    )
    assert.lengthOf(entries, 3)
    const digest = csv.header('repr-digest')!.split(':')[1]
    assert.include(
      entries.map(({ data }: any) => data.sha256),
      Buffer.from(digest, 'base64').toString('hex')
    )
    const { deadline } = await consultation(town, id)
    clock.freeze(deadline.plus({ minutes: 1 }).toUTC().toISO()!)
    const open = await client.get(`${base}/depots/json`).loginAs(town.agent)
    assert.isFalse(JSON.parse(open.text()).isSilent)
  })
})
