import { test } from '@japa/runner'
import { systemDb } from '#kernel/system'
import { tenancy } from '#kernel/tenancy'
import type { Tenant } from '#kernel/tenant'
import { applyToActe } from '#app/actes/jobs/apply_to_acte'
import Acte from '#app/actes/models/acte'
import Transmission from '#app/actes/models/transmission'
import { person } from '#tests/world/world'
import { commune, forgetJobs, reload, sentActe } from './room.js'
import { anomalyAdvice, isStaleClassification } from '#app/actes/rules/anomaly_advice'

test.group('What to do about an anomaly', () => {
  test('a classification of another day is asked for before anything goes again', ({ assert }) => {
    const said = 'La date de classification n’est pas à jour'
    assert.isTrue(isStaleClassification('002', said))
    assert.isTrue(isStaleClassification('006', said))
    assert.match(anomalyAdvice('006', said), /classification à jour est demandée/)
  })

  test('what was refused before leaving, or by a machine, is not said of the classification', ({
    assert,
  }) => {
    for (const nature of ['CONTROLE', 'HTTP'])
      assert.isFalse(isStaleClassification(nature, 'classification'))
    assert.match(anomalyAdvice('CONTROLE', ''), /Rien n’est parti/)
  })
})

test.group('What the advice announces', (group) => {
  let kervalan: Tenant
  group.setup(async () => {
    kervalan = await commune()
  })
  group.each.setup(async () => void (await forgetJobs()))

  const refused = async (nature: string, detail: string) => {
    const acte = await sentActe(kervalan)
    const message = { kind: 'anomaly', nature, detail, acte: null, classificationDate: null }
    await tenancy.run(kervalan.id, async () =>
      applyToActe(
        await Acte.hold(acte.id),
        await Transmission.latestOf(acte.id, '1-1'),
        message as never
      )
    )
    return reload(kervalan, acte)
  }
  const asked = async () =>
    (
      await systemDb()
        .from('kernel.outbox')
        .where({ name: 'actes.request_classification', tenant_id: kervalan.id })
        .whereNull('done_at')
    ).length

  test('happens, whatever the code: the classification is asked for, and the page leads to it', async ({
    client,
    assert,
  }) => {
    const agent = await person('Maëlle Le Goff', { kervalan: ['agent'] })
    for (const [nature, detail] of [
      ['006', 'La date de classification n’est pas à jour'],
      ['002', ''],
    ]) {
      await forgetJobs()
      const acte = await refused(nature, detail)
      assert.equal(acte.state, 'anomaly')
      assert.equal(await asked(), 1, nature)
      const page = await client.get(`/c/kervalan/actes/${acte.id}`).loginAs(agent)
      assert.include(page.text(), 'La classification à jour est demandée')
      assert.include(page.text(), 'href="/c/kervalan/actes/classification"')
    }
    await forgetJobs()
    await refused('006', 'Le type du document est inconnu')
    assert.equal(await asked(), 0)
  })
})
