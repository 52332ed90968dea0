import { test } from '@japa/runner'
import type { ApiClient } from '@japa/api-client'
import { DateTime } from 'luxon'
import { execFile } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { dependencies } from '#console/health'
import { clock } from '#kernel/clock'
import { systemDb } from '#kernel/system'
import { lookText } from '#lib/proof'
import { uuidv7 } from '#lib/values'
import { declareProbe, revokeProbe } from '#app/procurement/outside/keeping'
import OutsideProbe from '#app/procurement/outside/probe'
import { probeOf, sendingOf, signedLook, type ProbeInHand } from './seen_from_outside.js'

const run = promisify(execFile)
const address = (id: string) => `/api/v1/procurement/sondes/${id}/mesures`

test.group('A probe from elsewhere', (group) => {
  group.each.setup(async () => {
    for (const probe of await OutsideProbe.speaking()) await revokeProbe(probe)
  })
  group.each.teardown(() => clock.release())

  const declared = async () => {
    const { probe, value } = await declareProbe(`Rennes ${uuidv7()}`)
    return { probe, value, hand: probeOf(value) }
  }
  const tell = (client: ApiClient, { id }: ProbeInHand, body: object) =>
    client.post(address(id)).json(body)
  /** A moment of its own: other tests look too. */
  const apart = (years: number) => clock.now().startOf('minute').plus({ years, seconds: 5 })
  const at = (moment: DateTime) => clock.freeze(moment.toUTC().toISO()!)

  test('tells each minute once, and the first that is told of it stays', async ({
    client,
    assert,
  }) => {
    const { hand } = await declared()
    const now = apart(3)
    at(now)
    const looks = [signedLook(hand, now), signedLook(hand, now.minus({ minutes: 1 }), false)]
    const first = await tell(client, hand, sendingOf(hand, now, looks))
    first.assertStatus(200)
    assert.containsSubset(first.body(), { received: 2, known: 0, refused: [], says: null })
    const again = await tell(client, hand, sendingOf(hand, now, [signedLook(hand, now, false)]))
    assert.containsSubset(again.body(), { received: 0, known: 1 })
    const rows = await systemDb().from('procurement.outside_looks').where('probe_id', hand.id)
    assert.sameDeepMembers(
      rows.map(({ is_up: isUp, is_late: isLate }) => [isUp, isLate]),
      [
        [true, false],
        [false, false],
      ]
    )
  })

  test('is taken by its signature alone, and refused by one answer to all', async ({
    client,
    assert,
  }) => {
    const { hand, probe } = await declared()
    const other = await declared()
    const now = clock.now()
    const good = sendingOf(hand, now, [signedLook(hand, now)])
    const forged = sendingOf({ ...other.hand, id: hand.id }, now, [signedLook(hand, now)])
    for (const [id, body] of [
      [hand.id, forged],
      [uuidv7(), good],
      [other.hand.id, good],
      [hand.id, { ...good, looks: [...good.looks, signedLook(other.hand, now)] }],
    ] as const) {
      const answer = await client.post(address(id)).json(body)
      answer.assertStatus(401)
      assert.equal(answer.body().code, 'E_PROBE_UNKNOWN')
    }
    // A look of another, under an envelope that is right
    const mixed = sendingOf(hand, now, [{ ...signedLook(hand, now), up: false }])
    const told = await tell(client, hand, mixed)
    assert.equal(told.body().received, 0)
    assert.include(told.body().refused[0].says, 'pas signée')
    await revokeProbe(probe)
    ;(await tell(client, hand, good)).assertStatus(401)
  })

  test('that writes anything is told where, and never by a fault of ours', async ({
    client,
    assert,
  }) => {
    const { hand } = await declared()
    const good = sendingOf(hand, clock.now(), [signedLook(hand, clock.now())])
    const [look] = good.looks
    for (const body of [
      {},
      [],
      { ...good, looks: [] },
      { ...good, looks: Array.from({ length: 501 }, () => look) },
      { ...good, sentAt: 'hier' },
      { ...good, looks: [{ ...look, fault: 'deux\nlignes' }] },
      { ...good, looks: [{ ...look, ms: -1 }] },
      { ...good, looks: [{ ...look, at: '2026-13-45T99:00:00.000Z' }] },
      { ...good, extra: true },
    ]) {
      const answer = await tell(client, hand, body)
      answer.assertStatus(422)
    }
    const never = { ...look, at: '2026-02-31T10:00:00.000Z' }
    const signed = { ...never, signature: hand.sign(lookText({ probe: hand.id, ...never })) }
    const told = await tell(client, hand, sendingOf(hand, clock.now(), [signed]))
    assert.isBelow(told.status(), 500)
    ;(await tell(client, hand, { ...good, sentAt: '2026-02-31T10:00:00.000Z' })).assertStatus(401)
  })

  test('whose clock is wrong is told so, and counts for nothing', async ({ client, assert }) => {
    const { hand, probe } = await declared()
    const now = apart(4)
    at(now)
    const wrong = now.minus({ minutes: 4 })
    const told = await tell(client, hand, sendingOf(hand, wrong, [signedLook(hand, wrong, false)]))
    assert.include(told.body().says, 'retarde de 4 min')
    assert.equal(told.body().received, 1)
    // The minute that it took for another is still free
    const right = await tell(client, hand, sendingOf(hand, now, [signedLook(hand, wrong)]))
    assert.containsSubset(right.body(), { received: 1, says: null })
    const ahead = await tell(
      client,
      hand,
      sendingOf(hand, now, [signedLook(hand, now.plus({ minutes: 2 }))])
    )
    assert.include(ahead.body().refused[0].says, 'd’après son envoi')
    await OutsideProbe.query().where('id', probe.id).update({ drift_ms: 240_000 })
    const [check] = (await dependencies()).filter(({ name }) => name.includes(probe.name))
    assert.isFalse(check.works)
    assert.include(check.says, 'horloge')
  })

  test('that falls silent is among what the operator must see', async ({ assert }) => {
    const { probe } = await declared()
    const seen = async () =>
      (await dependencies()).find(({ name }) => name === `Sonde du dehors « ${probe.name} »`)
    assert.isTrue((await seen())!.works)
    at(clock.now().plus({ minutes: 11 }))
    assert.containsSubset(await seen(), { works: false, says: 'rien n’en vient depuis 11 min' })
    await revokeProbe(probe)
    assert.isUndefined(await seen())
  })

  test('is a script of Node alone, which keeps what it could not tell', async ({
    assert,
    cleanup,
  }) => {
    const { hand, value } = await declared()
    const folder = mkdtempSync(join(tmpdir(), 'sonde-'))
    cleanup(() => rmSync(folder, { recursive: true }))
    const kept = join(folder, 'attente.jsonl')
    const key = join(folder, 'cle.txt')
    writeFileSync(key, `${value}\n`)
    const look = (url: string) =>
      run(process.execPath, [
        ...['bin/probe.mjs', '--url', url, '--key-file', key, '--keep', kept, '--once'],
      ])
    const told = () => systemDb().from('procurement.outside_looks').where('probe_id', hand.id)
    // Nobody answers there, as when the platform is down
    const { stderr } = await look('http://127.0.0.1:9')
    assert.include(stderr, 'Rien n’est perdu')
    assert.isEmpty(await told())
    // What it saw then is told; a kill in the middle of a line takes nothing of the others
    const before = JSON.parse(readFileSync(kept, 'utf8'))
    const earlier = signedLook(hand, DateTime.fromISO(before.at).minus({ minutes: 3 }), false)
    writeFileSync(kept, `${JSON.stringify(earlier)}\n{"at":"2026-12-01T10:00:00.000Z","up":tr`)
    await look(`http://${process.env.HOST}:${process.env.PORT}`)
    assert.equal(readFileSync(kept, 'utf8'), '')
    assert.sameMembers(
      (await told()).map(({ is_up: isUp }) => isUp),
      [false, true]
    )
  })

  test('that is called wrongly is told how', async ({ assert }) => {
    const url = ['--url', 'https://h.test']
    for (const args of [
      [],
      url,
      [...url, '--key', 'a.b.c'],
      [...url, '--cle', 'x'],
      ['--key', 'a'],
    ]) {
      const said = await run(process.execPath, ['bin/probe.mjs', ...args]).catch((error) => error)
      assert.equal(said.code, 2)
      assert.match(said.stderr, /^Donnez --url.*\n$/)
    }
  })
})
