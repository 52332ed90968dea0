import { MandateCheckSchema } from '#database/schema/kernel'
import { person as agent } from '#kernel/actor'
import { clock } from '#kernel/clock'
import { journal } from '#kernel/journal'
import { tenancy, TenantModel } from '#kernel/tenancy'
import { tenants } from '#kernel/tenant'
import { isUuid } from '#lib/values'
import { AttachmentMissing, RecoveryMissing } from '#app/outsiders/errors'
import { attachmentHeld } from '#app/outsiders/events'
import { meet } from '#app/outsiders/people/meet'
import { behind } from '#app/outsiders/wall/wall'
import { approveAttachment } from './ask.js'
import Attachment from './attachment.js'
import { mandateLifecycle } from './mandate_lifecycle.js'

/** That a member checks whether somebody manages an organisation: statutes, minutes, an extract. */
export default class MandateCheck extends TenantModel(MandateCheckSchema) {
  static table = 'kernel.mandate_checks'

  declare state: 'asked' | 'approved' | 'refused'

  get ref() {
    return { capability: 'outsiders', type: 'mandate', id: this.id }
  }
}

/** Those that wait for an agent of the member in context. */
export const waitingMandates = (): Promise<MandateCheck[]> =>
  MandateCheck.query().where('state', 'asked').orderBy('createdAt')

/** She shows her demand to a member, whose agents check it. Outside any transaction. */
export async function askMandate(personId: string, id: string, slug: string): Promise<string> {
  if (!isUuid(id)) throw new AttachmentMissing()
  const attachment = await behind({ person: personId }, () => Attachment.get(id))
  const tenant = await tenants.bySlug(slug)
  if (!tenant || tenant.state !== 'active' || attachment.state !== 'asked')
    throw new AttachmentMissing()
  await tenancy.run(tenant.id, async () => {
    if (await MandateCheck.query().where('attachmentId', id).first()) return
    const { establishmentId, personName, establishmentName } = attachment
    await MandateCheck.create({
      ...{ attachmentId: id, personId, establishmentId, personName, establishmentName },
      state: 'asked',
    })
    await meet(personId, 'mandate')
  })
  return tenant.name
}

/** An agent has read the mandate, or refuses it; her name is in the journal. @throws E_RECOVERY_MISSING */
export async function settleMandate(
  id: string,
  event: 'approve' | 'refuse',
  agentId: string
): Promise<void> {
  const check = isUuid(id) ? await MandateCheck.query().where('id', id).forUpdate().first() : null
  if (!check || check.state !== 'asked') throw new RecoveryMissing()
  check.merge({ settledBy: agentId, settledAt: clock.now() })
  await mandateLifecycle.move(check, event)
  const { attachmentId, personId, establishmentId } = check
  await journal.append({
    type: `outsiders.mandate_${check.state}`,
    subject: check.ref,
    actor: agent(agentId),
    data: { personId, establishmentId },
  })
  if (event === 'refuse') return
  const scope = { person: personId, establishments: [establishmentId] }
  const attachment = await behind(scope, () => Attachment.hold(attachmentId))
  await approveAttachment(attachment, { kind: 'person', id: agentId }, 'mandate')
  await attachmentHeld.emit({ personId, attachmentId, establishmentId, at: clock.now().toISO()! })
}
