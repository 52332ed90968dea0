import { actesConfig } from '#config/actes'
import { SYSTEM } from '#kernel/actor'
import { clock } from '#kernel/clock'
import { documents } from '#kernel/documents'
import { defineJob, type JobContext } from '#kernel/jobs'
import { journal } from '#kernel/journal'
import { tenancy } from '#kernel/tenancy'
import { askForClassification } from '../acte_tasks.js'
import { ministry, type PostOutcome } from '../gateways/ministry.js'
import { postingQuota } from '../gateways/posting_quota.js'
import Acte from '../models/acte.js'
import { dropReply } from '../letter_replies.js'
import Transmission from '../models/transmission.js'
import { isAboutLetter } from '../rules/letters.js'
import { rejectTransmission, refuseCancellation } from '../setbacks.js'

/** The ministry did not take it yet: the queue tries again later, with a growing delay. */
class NotYet extends Error {}

/**
 * Posts a frozen archive. "An attempt began" is committed before the post: when a crash hides its
 * outcome, nothing is posted again before the ministry had time to answer; then the same archive
 * goes under the same name, and « déjà transmis » proves that it had arrived.
 */
export const post = defineJob<{ transmissionId: string }>({
  name: 'actes.post',
  title: 'Remettre une transmission au ministère',
  queue: 'outside',
  attempts: 40,
  onGiveUp: ({ transmissionId }, { tenantId }) =>
    tenancy.run(tenantId, () => giveUpPosting(transmissionId)),
  async handle({ transmissionId }, { tenantId }: JobContext): Promise<void> {
    const size = await tenancy.run(tenantId, () => sizeDue(transmissionId))
    if (size === null) return
    const delay = await postingQuota.take(size)
    if (delay > 0) {
      await tenancy.run(tenantId, () => post.enqueue({ transmissionId }, { delay }))
      return
    }
    const archive = await tenancy.run(tenantId, () => begin(transmissionId))
    if (!archive) return postingQuota.giveBack(size)
    const outcome = await ministry.post(archive.name, archive.bytes)
    await tenancy.run(tenantId, () => conclude(transmissionId, outcome))
    if (outcome.is !== 'unavailable') return
    await postingQuota.giveBack(archive.bytes.length)
    throw new NotYet(outcome.reason)
  },
})

const lock = (id: string) => Transmission.query().where('id', id).forUpdate().first()

/** How many bytes may be posted now; null when there is nothing to post, or not yet. */
async function sizeDue(transmissionId: string): Promise<number | null> {
  const transmission = await lock(transmissionId)
  if (!transmission?.isUnderWay) return null
  if (transmission.state === 'attempting') {
    await transmission.becomeUncertain('Interrompu pendant l’envoi : on attend la réponse.')
  }
  if (transmission.state === 'uncertain') {
    const wait = secondsToWait(transmission)
    if (wait > 0) {
      await post.enqueue({ transmissionId }, { delay: wait })
      return null
    }
  }
  return (await documents.find(transmission.archiveDocumentId)).size
}

/** Takes the archive for one attempt; null when another worker took it meanwhile. */
async function begin(transmissionId: string) {
  const transmission = await lock(transmissionId)
  if (!transmission?.isUnderWay || transmission.state === 'attempting') return null
  await transmission.beginAttempt()
  const bytes = await documents.read(transmission.archiveDocumentId)
  return { name: transmission.archiveName, bytes }
}

function secondsToWait({ attemptStartedAt }: Transmission): number {
  if (!attemptStartedAt) return 0
  const elapsed = clock.now().diff(attemptStartedAt, 'seconds').seconds
  return Math.max(0, Math.ceil(actesConfig.ministry.uncertainSeconds - elapsed))
}

async function conclude(transmissionId: string, outcome: PostOutcome): Promise<void> {
  const transmission = await lock(transmissionId)
  // An answer may have come faster than the response to the post
  if (!transmission?.isUnderWay) return
  switch (outcome.is) {
    case 'accepted':
    case 'already_held':
      await transmission.succeed()
      return handOver(transmission, outcome.is)
    case 'unavailable':
      return transmission.releaseAttempt(outcome.reason)
    case 'unknown':
      await transmission.becomeUncertain(outcome.reason)
      return post.enqueue({ transmissionId }, { delay: secondsToWait(transmission) })
    case 'refused':
      await transmission.fail(outcome.reason)
      return refuse(transmission, outcome.reason)
  }
}

async function handOver(transmission: Transmission, how: string): Promise<void> {
  const { acteId, type, archiveDigest: sha256, envelope } = transmission
  const data = { envelope, sha256, how }
  if (acteId && type === '1-1') {
    const acte = await Acte.get(acteId)
    return acte.step('hand_over', SYSTEM, { data })
  }
  await journal.append({
    type: 'actes.message_handed_over',
    subject: { capability: 'actes', type: 'transmission', id: transmission.id },
    actor: SYSTEM,
    data: { ...data, message: type },
  })
}

/** Hours of attempts: what was to be sent says so, and whoever sent it is asked to send it again. */
async function giveUpPosting(transmissionId: string): Promise<void> {
  const transmission = await Transmission.query().where('id', transmissionId).forUpdate().first()
  if (!transmission?.isUnderWay) return
  const reason =
    `Le ministère n’a pas pris l’envoi malgré plusieurs essais. ${transmission.lastError ?? ''}`.trim()
  await transmission.fail(reason)
  await refuse(transmission, reason)
  if (transmission.type === '7-1') await askForClassification()
}

async function refuse(transmission: Transmission, reason: string): Promise<void> {
  if (!transmission.acteId) return
  const acte = await Acte.get(transmission.acteId)
  if (isAboutLetter(transmission.type)) return dropReply(acte, transmission, reason)
  if (transmission.type === '6-1') return refuseCancellation(acte, transmission, reason, SYSTEM)
  return rejectTransmission(acte, 'reject', { code: 'HTTP', detail: reason }, SYSTEM)
}
