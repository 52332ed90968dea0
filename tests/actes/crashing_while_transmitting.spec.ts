import { test } from '@japa/runner'
import { tenancy } from '#kernel/tenancy'
import { post } from '#app/actes/jobs/post'
import type Acte from '#app/actes/models/acte'
import Transmission from '#app/actes/models/transmission'
import {
  exchange,
  type Exchange,
  latestSending,
  reload,
  runDueJobs,
  signedActe,
  transmit,
  until,
  untilState,
} from './room.js'

test.group('A crash in the middle of a post', (group) => {
  let { kervalan, ministry } = {} as Exchange

  group.each.setup(() => exchange((opened) => ({ kervalan, ministry } = opened)))

  const latest = (acte: Acte) => latestSending(kervalan, acte)

  /** Up to "an attempt began", as a worker killed just after would leave it. */
  async function killedWhilePosting(objet: string) {
    const acte = await signedActe(kervalan, { objet } as Partial<Acte>)
    await transmit(kervalan, acte)
    await runDueJobs()
    const transmission = await latest(acte)
    await tenancy.run(kervalan.id, async () =>
      (await Transmission.findOrFail(transmission.id)).beginAttempt()
    )
    return { acte, transmission }
  }

  test('before the ministry got it: the same archive goes again, after the delay', async ({
    assert,
  }) => {
    const { acte, transmission } = await killedWhilePosting('Tué avant')
    await runDueJobs()
    assert.equal((await latest(acte)).state, 'uncertain')
    assert.lengthOf(ministry.report().transactions, 0)
    await untilState(kervalan, acte, 'acknowledged')
    const accepted = ministry.report().transactions
    assert.deepEqual(
      accepted.map(({ archive, sha256 }) => [archive, sha256]),
      [[transmission.archiveName, transmission.archiveDigest]]
    )
  })

  test('after the ministry got it: its answer is enough, nothing is sent again', async ({
    assert,
  }) => {
    const acte = await signedActe(kervalan, { objet: 'Le lien coupe #coupure' } as Partial<Acte>)
    await transmit(kervalan, acte)
    await untilState(kervalan, acte, 'acknowledged')
    assert.lengthOf(ministry.report().transactions, 1)
    assert.lengthOf(ministry.report().refusals, 0)
    assert.equal((await latest(acte)).state, 'answered')
  })

  test('after the ministry got it, and its answer is late: « déjà transmis » is the proof', async ({
    assert,
  }) => {
    const acte = await signedActe(kervalan, { objet: '#coupure #muet' } as Partial<Acte>)
    await transmit(kervalan, acte)
    await until(async () => (await latest(acte))?.state === 'sent')
    assert.equal((await reload(kervalan, acte)).state, 'transmitted')
    assert.lengthOf(ministry.report().transactions, 1)
    assert.lengthOf(ministry.report().refusals, 1)
  })

  test('a job handed over twice posts once', async ({ assert }) => {
    const { acte, transmission } = await killedWhilePosting('Deux fois le même travail')
    const context = { tenantId: kervalan.id, attempt: 1, lastAttempt: false } as never
    await Promise.all([1, 2, 3].map(() => post.run({ transmissionId: transmission.id }, context)))
    await untilState(kervalan, acte, 'acknowledged')
    assert.lengthOf(ministry.report().transactions, 1)
  })
})
