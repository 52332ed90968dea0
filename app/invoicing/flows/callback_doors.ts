import { appUrl } from '#config/app'
import type { Actor } from '#kernel/actor'
import { defineJob } from '#kernel/jobs'
import { journal } from '#kernel/journal'
import { tenancy } from '#kernel/tenancy'
import { tenants, type Tenant } from '#kernel/tenant'
import { here } from '#web/here'
import { NoPlatform } from '../errors.js'
import { platform } from '../gateways/platform.js'
import CallbackDoor from '../models/callback_door.js'
import { platformAccount } from '../settings.js'

class NotYet extends Error {}

const addressOf = (tenant: Tenant, door: string) =>
  appUrl + here('invoicing.public.callbacks.store', { tenant, door })

/** Asks the approved platform to call us at each flow; asked twice, once. @throws E_INVOICING_NO_PLATFORM */
export async function askForCallbacks(tenant: Tenant, by: Actor): Promise<void> {
  if (!platformAccount(tenant)) throw new NoPlatform()
  if (await CallbackDoor.query().forUpdate().first()) return
  const { id } = await CallbackDoor.create({})
  await journal.append({
    type: 'invoicing.callbacks_asked',
    subject: { capability: 'invoicing', type: 'callback_door', id },
    actor: by,
  })
  await openDoor.enqueue({ doorId: id })
}

/** Is called no more: nothing that comes afterwards is believed. */
export async function stopCallbacks(by: Actor): Promise<void> {
  const door = await CallbackDoor.query().forUpdate().first()
  if (!door) return
  await journal.append({
    type: 'invoicing.callbacks_stopped',
    subject: { capability: 'invoicing', type: 'callback_door', id: door.id },
    actor: by,
  })
  if (door.webhookId) await closeDoor.enqueue({ webhookId: door.webhookId })
  await door.delete()
}

const openDoor = defineJob<{ doorId: string }>({
  name: 'invoicing.open_callbacks',
  title: 'Demander les rappels de la plateforme agréée',
  queue: 'outside',
  attempts: 12,
  onGiveUp: { nobodyNeeds: 'the page of flows says why, and lets it be asked again' },
  async handle({ doorId }, { tenantId }) {
    const asked = await tenancy.run(tenantId, async () => {
      const tenant = await tenants.current()
      const account = platformAccount(tenant)
      const door = await CallbackDoor.find(doorId)
      return account && door && !door.isOpen ? { account, url: addressOf(tenant, doorId) } : null
    })
    if (!asked) return
    const answer = await platform.subscribe(asked.account, asked.url)
    await tenancy.run(tenantId, async () => {
      const door = await CallbackDoor.query().where('id', doorId).forUpdate().first()
      if (answer.is === 'said') {
        const { webhookId, signingKey } = answer.value
        // Stopped while it was asked: the platform must not go on calling nobody
        if (!door) await closeDoor.enqueue({ webhookId })
        else await door.open(webhookId, signingKey)
      } else await door?.merge({ lastError: answer.says }).save()
    })
    if (answer.is !== 'said') throw new NotYet(answer.says)
  },
})

const closeDoor = defineJob<{ webhookId: string }>({
  name: 'invoicing.close_callbacks',
  title: 'Renoncer aux rappels de la plateforme agréée',
  queue: 'outside',
  attempts: 12,
  onGiveUp: { nobodyNeeds: 'a call that nobody awaits is refused, and harms nothing' },
  async handle({ webhookId }, { tenantId }) {
    const account = await tenancy.run(tenantId, async () =>
      platformAccount(await tenants.current())
    )
    if (!account) return
    const answer = await platform.unsubscribe(account, webhookId)
    if (answer.is !== 'said' && answer.is !== 'refused') throw new NotYet(answer.says)
  },
})
