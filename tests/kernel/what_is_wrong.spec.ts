import { readFileSync } from 'node:fs'
import { test } from '@japa/runner'
import { firstSeen } from '#console/troubles/first_seen'
import { troublesOf, type Facts } from '#console/troubles/rules'
import { markSaved } from '#console/backup/saved_at'
import { systemDb } from '#kernel/system'
import { registry } from '#lib/watch/metrics'
import '#web/watch/gauges'

const now = new Date('2026-11-29T12:00:00Z')
const ago = (minutes: number) => new Date(now.getTime() - minutes * 60_000)

/** A platform that is well. */
const well: Facts = {
  now,
  checks: [
    { name: 'PostgreSQL', works: true, says: 'base (1 ms)' },
    { name: 'Redis ou Valkey', works: null, says: 'Non configuré ici' },
  ],
  firstSeen: {},
  periodics: [
    { title: 'Trouver les journaux à sceller', at: ago(1), late: false },
    { title: 'Relever les réponses', at: ago(2), late: false },
  ],
  stalledSince: null,
  failed: { count: 0, since: null },
  distrusted: null,
  savedAt: ago(1),
  isDemo: false,
}
const said = (facts: Partial<Facts>) => troublesOf({ ...well, ...facts })

test.group('What is wrong', () => {
  test('is nothing when all is well', ({ assert }) => {
    assert.deepEqual(said({}), [])
  })

  test('is told each with its gesture, and since when, the oldest first', ({ assert }) => {
    const troubles = said({
      checks: [
        { name: 'Courrier sortant', works: false, says: 'smtp : personne n’écoute' },
        { name: 'Une chose nouvelle', works: false, says: 'non' },
      ],
      firstSeen: { 'Courrier sortant': ago(30) },
      stalledSince: ago(90),
      failed: { count: 2, since: ago(60) },
      distrusted: '10.0.0.7',
      savedAt: ago(61),
      periodics: [{ title: 'Relever les réponses', at: ago(45), late: true }, well.periodics[0]],
    })
    assert.deepEqual(
      troubles.map(({ what, since }) => [what, since]),
      [
        ['Des tâches attendent et aucune ne se termine', ago(90)],
        ['Rien n’est sauvé depuis plus d’une heure', ago(61)],
        ['2 tâches ont échoué pour de bon', ago(60)],
        ['En retard : Relever les réponses', ago(45)],
        ['Courrier sortant : smtp : personne n’écoute', ago(30)],
        ['Une chose nouvelle : non', null],
        ['Un mandataire parle pour les visiteurs sans être reconnu', null],
      ]
    )
    assert.isEmpty(troubles.filter(({ gesture }) => gesture.length < 20))
  })

  test('is said once when no worker runs, not once for each of its works', ({ assert }) => {
    const periodics = well.periodics.map((one) => ({ ...one, late: true }))
    assert.deepEqual(
      said({ periodics }).map(({ what, since }) => [what, since]),
      [['Aucun travailleur ne tourne', ago(1)]]
    )
  })

  test('is that nothing was ever saved, but in a demonstration', ({ assert }) => {
    assert.equal(said({ savedAt: null })[0].what, 'Rien n’a jamais été sauvé')
    assert.deepEqual(said({ savedAt: null, isDemo: true }), [])
  })

  test('is known since it was first seen, and forgotten once it works again', async ({
    assert,
  }) => {
    const fails = { name: 'tests.lourd', works: false }
    const first = await firstSeen([fails])
    await systemDb().rawQuery(
      `update kernel.heartbeats set at = now() - interval '2 hours' where name = 'trouble.tests.lourd'`
    )
    const again = await firstSeen([fails])
    assert.isBelow(again['tests.lourd'].getTime(), first['tests.lourd'].getTime())
    assert.deepEqual(await firstSeen([{ ...fails, works: true }]), {})
  })

  test('is measured: how old what was last saved is', async ({ assert }) => {
    await markSaved(new Date(Date.now() - 7_200_000).toISOString(), 'points/x.json')
    const age = /^halle_backup_age_seconds (\d+)/m.exec(await registry.metrics())
    assert.closeTo(Number(age?.[1]), 7200, 60)
    await systemDb().from('kernel.heartbeats').where('name', 'console.backup').delete()
    assert.notMatch(await registry.metrics(), /^halle_backup_age_seconds/m)
  })
})

test.group('The alerts that are shipped', () => {
  const rules = readFileSync(new URL('../../docs/alerts/halle.yml', import.meta.url), 'utf8')
  const alerts = rules.split('- alert: ').slice(1)

  test('ask for measures that the platform gives', async ({ assert }) => {
    const given = await registry.getMetricsAsArray()
    const names = given.map(({ name }) => name)
    const asked = [...rules.matchAll(/\bhalle_[a-z_]+/g)].map(([name]) =>
      name.replace(/_bucket$/, '')
    )
    assert.isAbove(asked.length, 8)
    assert.deepEqual(
      asked.filter((name) => !names.includes(name)),
      []
    )
  })

  test('say what is wrong, how grave it is and the gesture', ({ assert }) => {
    for (const alert of alerts) {
      assert.match(alert, /severity: (page|ticket)/)
      assert.match(alert, /summary: \S/)
      assert.match(alert, /action: \S/)
    }
  })
})
