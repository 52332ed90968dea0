import { test } from '@japa/runner'
import type User from '#kernel/people/user'
import { systemDb } from '#kernel/system'
import { tenancy } from '#kernel/tenancy'
import Deposit from '#app/archiving/models/deposit'
import { buildProof } from '#app/archiving/jobs/build_proof'
import { zippedProofs } from '#app/archiving/zipped_proofs'
import { person, place } from '#tests/world/world'
import { archive, askForDeposit, contextOf, withTimeAuthority } from './archive_world.js'

const BASE = '/c/kervalan/archives'

test.group('Gestures on several deposits', (group) => {
  let tenantId: string
  let archivist: User

  group.setup(async () => {
    tenantId = (await place('kervalan')).id
    archivist = await person('Gaël Le Bihan', { kervalan: ['archivist'] })
    await withTimeAuthority()
  })

  const sent = (client: any, form: object) =>
    client.post(`${BASE}/lot`).loginAs(archivist).withCsrfToken().form(form)
  const kept = async () => archive(tenantId, await askForDeposit(tenantId))
  const rejected = async () => {
    const access = { rule: 'AR999', startDate: '2026-11-19' }
    return archive(tenantId, await askForDeposit(tenantId, { access }))
  }
  const stateOf = (id: string) => tenancy.run(tenantId, async () => (await Deposit.get(id)).state)

  test('try the rejected ones again, and leave those that are archived', async ({
    client,
    assert,
  }) => {
    const [one, other, sound] = [await rejected(), await rejected(), await kept()]
    const done = await sent(client, { geste: 'reprise', ids: [one.id, other.id, sound.id] })
    done.assertTextIncludes('2 versements repris')
    done.assertTextIncludes('1 ligne refusée')
    assert.equal(await stateOf(one.id), 'prepared')
    assert.equal(await stateOf(other.id), 'prepared')
    assert.equal(await stateOf(sound.id), 'accepted')
  })

  test('have the archived ones read again', async ({ client, assert }) => {
    const [sound, other] = [await kept(), await rejected()]
    const done = await sent(client, { geste: 'relecture', ids: [sound.id, other.id] })
    done.assertTextIncludes('1 relecture lancée')
    done.assertTextIncludes('il n’y a encore rien à relire')
    const jobs = systemDb().from('kernel.outbox')
    assert.lengthOf(await jobs.where('dedupe_key', `archiving.audit.${sound.id}`), 1)
  })

  test('take their proofs away together, and say when there is none yet', async ({
    client,
    assert,
  }) => {
    const { id, title, messageIdentifier } = await kept()
    const early = await sent(client, { geste: 'archive', ids: [id] })
    early.assertTextIncludes('n’est pas encore prêt')
    await buildProof.run({ depositId: id }, contextOf(tenantId))
    const ready = await sent(client, { geste: 'archive', ids: [id] })
    ready.assertHeader('content-type', 'application/zip')
    const files = await tenancy.run(tenantId, () => zippedProofs([id]))
    assert.deepEqual(
      files.map(({ path }) => path),
      [`1 - ${title.replace(':', ' ')} (${messageIdentifier}).zip`]
    )
  })
})
