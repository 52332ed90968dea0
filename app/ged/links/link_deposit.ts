import { LinkDepositSchema, LinkFileSchema } from '#database/schema/ged'
import { OUTSIDE } from '#kernel/actor'
import { clock } from '#kernel/clock'
import { journal } from '#kernel/journal'
import { TenantModel } from '#kernel/tenancy'
import { openDropBox } from '#web/uploads/drops/drop_boxes'
import { LinkMissing } from '../errors.js'
import type Link from './link.js'
import { DROP_LIMITS, LINK_DROP } from './drop_limits.js'
import { subjectOf } from './revoke_link.js'

/** A file that somebody outside laid in a folder. */
export class LinkFile extends TenantModel(LinkFileSchema) {
  static table = 'ged.link_files'
}

/** What somebody outside lays in a folder in one visit, through a drop box of the same identifier. */
export default class LinkDeposit extends TenantModel(LinkDepositSchema) {
  static table = 'ged.link_deposits'

  /** What the journal calls it. */
  get ref() {
    return { capability: 'ged', type: 'link_deposit', id: this.id }
  }

  /** @throws E_GED_LINK_MISSING */
  static async get(id: string): Promise<LinkDeposit> {
    const found = await this.find(id)
    if (!found) throw new LinkMissing()
    return found
  }

  files(): Promise<LinkFile[]> {
    return LinkFile.query().where('deposit_id', this.id).orderBy('id')
  }

  /** The end of it, said by whoever deposits: she gets her receipt. A second time changes nothing. */
  async end(): Promise<void> {
    if (this.endedAt) return
    this.endedAt = clock.now()
    await this.save()
    await journal.append({ type: 'ged.link_deposit_ended', subject: this.ref, actor: OUTSIDE })
  }
}

/** Begins one through a link, which its caller holds. Returns what opens its drop box. */
export async function beginDeposit(
  link: Link,
  { depositor, email = null }: { depositor: string; email?: string | null }
): Promise<string> {
  const { id, token } = await openDropBox({
    ...DROP_LIMITS,
    purpose: LINK_DROP,
    subject: subjectOf(link),
    closesAt: link.expiresAt.toJSDate(),
  })
  const data = { id, linkId: link.id, depositor, email, beganAt: clock.now() }
  const deposit = await LinkDeposit.create(data)
  await link.count()
  await journal.append({
    type: 'ged.link_deposit_began',
    subject: deposit.ref,
    actor: OUTSIDE,
    data: { link: link.id },
  })
  return token
}
