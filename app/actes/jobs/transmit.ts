import { SYSTEM, type Actor } from '#kernel/actor'
import { defineJob } from '#kernel/jobs'
import { tenancy } from '#kernel/tenancy'
import { ArchiveTooLarge } from '../errors.js'
import Acte from '../models/acte.js'
import Transmission, { type TransmissionType } from '../models/transmission.js'
import { rejectTransmission, refuseCancellation } from '../setbacks.js'
import { composeActe, composeCancellation, identifierOf } from './compose.js'
import { freeze } from './freeze.js'
import { post } from './post.js'
import { LATE_AFTER_SECONDS, watchAnswer } from './watch_answer.js'

/** Builds the archive of an acte once, then hands it over to the post. */
export const transmit = defineJob<{ acteId: string }>({
  name: 'actes.transmit',
  title: 'Bâtir une transmission',
  onGiveUp: ({ acteId }, { tenantId, reason }) =>
    tenancy.run(tenantId, () => giveUpSending(acteId, reason)),
  async handle({ acteId }, { tenantId }) {
    try {
      await tenancy.run(tenantId, () => build(acteId))
    } catch (error) {
      if (!(error instanceof ArchiveTooLarge)) throw error
      const setback = { code: 'CONTROLE', detail: error.message }
      await tenancy.run(tenantId, async () =>
        rejectTransmission(await Acte.get(acteId), 'reject', setback, SYSTEM)
      )
    }
  },
})

/** The agents find the acte back with the reason, and the button that sends it again. */
async function giveUpSending(acteId: string, reason: string): Promise<void> {
  const acte = await Acte.hold(acteId)
  if (acte.state === 'cancelling') return refuseCancellation(acte, null, reason, SYSTEM)
  if (acte.state === 'transmitting') {
    await rejectTransmission(acte, 'reject', { code: 'CONTROLE', detail: reason }, SYSTEM)
  }
}

async function build(acteId: string): Promise<void> {
  const acte = await Acte.get(acteId)
  if (acte.state !== 'transmitting' && acte.state !== 'cancelling') return
  const type = acte.state === 'cancelling' ? '6-1' : '1-1'
  if (await isAlreadyBuilt(acteId, type)) return
  if (type === '1-1' && (await isRefused(acte))) return
  const composed = type === '1-1' ? await composeActe(acte) : await composeCancellation(acte)
  const transmission = await freeze({ type, acteId, ...composed })
  await post.enqueue({ transmissionId: transmission.id })
}

/** Sends an acte to the prefecture; in the transaction in context. */
export async function startTransmission(acte: Acte, by: Actor): Promise<void> {
  acte.identifier = await identifierOf(acte)
  acte.anomalyCode = null
  acte.anomalyDetail = null
  await acte.step('transmit', by, { data: { identifier: acte.identifier } })
  await transmit.enqueue({ acteId: acte.id }, { priority: 3 })
  await watchAnswer.enqueue({ acteId: acte.id }, { delay: LATE_AFTER_SECONDS })
}

/** Asks the ministry to cancel a transmission; in the transaction in context. */
export async function startCancellation(acte: Acte, by: Actor, reason: string): Promise<void> {
  await acte.step('cancel', by, { reason })
  await transmit.enqueue({ acteId: acte.id }, { priority: 3 })
  await watchAnswer.enqueue({ acteId: acte.id }, { delay: LATE_AFTER_SECONDS })
}

// The job may run twice: what it built is then under way, or sent and waiting for its answer
async function isAlreadyBuilt(acteId: string, type: TransmissionType): Promise<boolean> {
  const latest = await Transmission.latestOf(acteId, type)
  return latest !== null && (latest.isUnderWay || latest.state === 'sent')
}

// The classification may have changed while the acte was being signed
async function isRefused(acte: Acte): Promise<boolean> {
  const problems = await acte.problems()
  if (problems.length === 0) return false
  const detail = problems.map(({ message }) => message).join(' ')
  await rejectTransmission(acte, 'reject', { code: 'CONTROLE', detail }, SYSTEM)
  return true
}
