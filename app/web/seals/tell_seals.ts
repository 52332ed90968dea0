import mail from '@adonisjs/mail/services/main'
import { appUrl } from '#config/app'
import { membersHere } from '#kernel/people/members'
import { defineJob } from '#kernel/jobs'
import { definePeriodic } from '#kernel/jobs/periodic'
import { systemDb } from '#kernel/system'
import { tenancy } from '#kernel/tenancy'
import { tenants } from '#kernel/tenant'
import { publishedSeals, type PublishedSeal } from './published.js'

const DAY = 86_400
/** A seal every ten minutes makes 144 a day; what is left goes the next day. */
const MOST = 500

/**
 * Mails to those who administer a member the seals that its journal has gained: once they are in
 * boxes that we do not hold, nobody here can replace them unseen. At least once: a lost worker may
 * send a digest again.
 */
export const tellSeals = defineJob<{ tenantId: string }>({
  name: 'kernel.tell_seals',
  title: 'Publier les scellés des journaux',
  onGiveUp: {
    nobodyNeeds:
      'the seals stay on the public page, and the mail of the next day holds them; the operator sees the job',
  },
  queue: 'outside',
  async handle({ tenantId }) {
    const { seals, people, tenant } = await tenancy.run(tenantId, () => gather(tenantId))
    if (seals.length === 0) return
    for (const { email, fullName } of people) await send(email, fullName, tenant!, seals)
    const last = seals.at(-1)!.statement.number
    await tenancy.run(tenantId, ({ trx }) =>
      trx
        .from('kernel.journal_heads')
        .where('tenant_id', tenantId)
        .where('told_seal', '<', last)
        .update({ told_seal: last })
    )
  },
})

async function gather(tenantId: string) {
  const head = await tenancy
    .trx()
    .from('kernel.journal_heads')
    .where('tenant_id', tenantId)
    .firstOrFail()
  const after = Number(head.told_seal)
  const seals = await publishedSeals({ after, before: after + MOST + 1, limit: MOST })
  const people = (await membersHere()).filter(
    ({ state, roles }) => state === 'active' && roles.includes('administrator')
  )
  return { seals: seals.reverse(), people, tenant: await tenants.byId(tenantId) }
}

async function send(
  email: string,
  fullName: string,
  { name, slug }: { name: string; slug: string },
  seals: PublishedSeal[]
): Promise<void> {
  const words = {
    name: fullName,
    place: name,
    first: seals[0],
    last: seals.at(-1)!,
    count: seals.length,
    url: `${appUrl}/p/${slug}/scelles`,
  }
  await mail.send((message) => {
    message.to(email, fullName).subject(`Scellements du journal de ${name}, à garder`)
    message.htmlView('seals/mails/digest_html', words)
    message.textView('seals/mails/digest_text', words)
    message.attachData(Buffer.from(JSON.stringify(seals, null, 1)), {
      filename: `scelles-${slug}-${words.last.statement.number}.json`,
      contentType: 'application/json',
    })
  })
}

/** Asks the digest of each member whose journal has seals that have not left the house. */
export async function tellAllSeals(): Promise<void> {
  const { rows } = await systemDb().rawQuery(
    `select heads.tenant_id as "tenantId" from kernel.journal_heads heads
     where heads.told_seal < (select max(number) from kernel.journal_seals seals
                              where seals.tenant_id = heads.tenant_id)`
  )
  for (const { tenantId } of rows) {
    await tenancy.run(tenantId, () =>
      tellSeals.enqueue({ tenantId }, { dedupeKey: 'kernel.tell_seals' })
    )
  }
}

definePeriodic({
  name: 'kernel.tell_seals',
  title: 'Publier les scellés des journaux',
  everySeconds: DAY,
  run: tellAllSeals,
})
