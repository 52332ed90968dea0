import { chorusConfig } from '#config/invoicing'
import { clock } from '#kernel/clock'
import { GiveUp, defineJob } from '#kernel/jobs'
import { tenancy } from '#kernel/tenancy'
import { tenants } from '#kernel/tenant'
import { stateOfChorus } from '#lib/einvoice/lifecycle'
import { chorus } from '../gateways/chorus.js'
import Invoice from '../models/invoice.js'
import Push from '../models/push.js'
import { failing } from '../pulling/standing.js'
import { chorusAccount, type ChorusAccount } from '../settings.js'
import { holdUp } from '../trouble.js'
import { refuse, release, take } from './outcomes.js'

/** Chorus Pro did not take it yet: the queue tries again later, with a growing delay. */
class NotYet extends Error {}

/**
 * Gives to Chorus Pro the statuses that we owe it for an invoice, one after the other. "An attempt
 * began" is committed before it is sent: when a crash or a connection that dies hides its outcome, the
 * history is read first, so that no status is ever given twice.
 */
export const pushStatus = defineJob<{ invoiceId: string }>({
  name: 'invoicing.push_status',
  title: 'Transmettre un statut à Chorus Pro',
  queue: 'outside',
  attempts: 40,
  onGiveUp: ({ invoiceId }, about) => holdUp(invoiceId, about),
  async handle({ invoiceId }, { tenantId }) {
    for (;;) {
      const attempt = await tenancy.run(tenantId, () => begin(invoiceId))
      if (!attempt) return
      await conclude(tenantId, attempt)
    }
  },
})

interface Attempt {
  account: ChorusAccount
  push: Push
  chorusId: number
  /** It may have been taken at an attempt that ended nobody knows how. */
  isUncertain: boolean
}

async function begin(invoiceId: string): Promise<Attempt | null> {
  const push = await Push.next(invoiceId)
  if (!push || push.state === 'refused') return null
  const account = chorusAccount(await tenants.current())
  if (!account) throw new GiveUp('Aucun compte technique de Chorus Pro n’est réglé.')
  const { chorusId } = await Invoice.get(invoiceId)
  const isUncertain = push.state === 'attempting'
  const wait = isUncertain ? secondsToWait(push) : 0
  if (wait > 0) {
    // Another worker may be sending it: whoever comes after it looks at what became of it
    await pushStatus.enqueue({ invoiceId }, { delay: wait })
    return null
  }
  push.merge({ attempts: push.attempts + 1, attemptStartedAt: clock.now() })
  if (isUncertain) await push.save()
  else await push.move('begin')
  return { account, push, chorusId: Number(chorusId), isUncertain }
}

function secondsToWait({ attemptStartedAt }: Push): number {
  if (!attemptStartedAt) return 0
  const elapsed = clock.now().diff(attemptStartedAt, 'seconds').seconds
  return Math.max(0, Math.ceil(chorusConfig.uncertainSeconds - elapsed))
}

async function conclude(tenantId: string, attempt: Attempt): Promise<void> {
  const { account, push, chorusId, isUncertain } = attempt
  if (isUncertain && (await isHeard(tenantId, attempt))) return
  const answer = await chorus.setStatus(account, chorusId, push.status, push)
  switch (answer.is) {
    case 'said': {
      const at = answer.value.dateTraitement
      return tenancy.run(tenantId, () => take(push.id, at ? new Date(at) : null))
    }
    case 'refused':
      // It may be refused because it was taken before: only its history knows
      if (await isHeard(tenantId, attempt)) return
      return tenancy.run(tenantId, () => refuse(push.id, `${answer.says} (${answer.code})`))
    case 'unknown':
      await tenancy.run(tenantId, () => failing(answer.says))
      throw new NotYet(answer.says)
    case 'unauthorized':
    case 'too_many':
    case 'too_large':
      await tenancy.run(tenantId, async () => {
        await release(push.id, answer.says)
        await failing(answer.says)
      })
      throw new NotYet(answer.says)
  }
}

/** Whether the history shows that an earlier attempt was taken; it is then noted. */
async function isHeard(tenantId: string, { account, push, chorusId }: Attempt): Promise<boolean> {
  const history = await chorus.history(account, chorusId)
  if (history.is !== 'said') throw new NotYet(history.says)
  return tenancy.run(tenantId, async () => {
    const since = push.createdAt.toMillis() - chorusConfig.uncertainSeconds * 1000
    const found = history.value.findLast(
      ({ histoStatutCode: code, histoStatutDatePassage: at }) =>
        stateOfChorus(code) === push.status && Date.parse(at) >= since
    )
    if (found) await take(push.id, new Date(found.histoStatutDatePassage))
    return Boolean(found)
  })
}
