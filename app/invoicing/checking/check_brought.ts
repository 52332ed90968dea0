import { readFile } from 'node:fs/promises'
import { clock } from '#kernel/clock'
import { hasService } from '#kernel/room'
import { settingsOf } from '#kernel/settings'
import { tenants, type Tenant } from '#kernel/tenant'
import type { Received } from '../reading/read_received.js'
import { homeOfPacks } from '../reading/judge_received.js'
import { readReceivedApart } from '../reading/read_received_apart.js'
import { missedBy, sirenIn, type Missed } from '../rules/demands.js'
import { SETTINGS } from '../settings.js'

/** What a supplier is told of her file before she sends it. */
export interface Brought extends Received {
  /** The member that it is addressed to; null when it is none that we serve. */
  buyer: Tenant | null
  missed: Missed[]
}

/** Judges a file that a visitor brings, in a thread of its own; nothing of it is kept. */
export async function checkBrought(path: string, size: number): Promise<Brought> {
  const bytes = await readFile(path)
  const packs = { home: homeOfPacks(), day: clock.today().toString() }
  const received = await readReceivedApart({ bytes, packs }, { by: 'visitor', bytes: size })
  const buyer = received.content && (await memberNamed(received.content.buyer.id))
  const missed = received.content && buyer ? missedBy(received.content, demandsOf(buyer)) : []
  return { ...received, buyer, missed }
}

async function memberNamed(id: string): Promise<Tenant | null> {
  const siren = sirenIn(id)
  const found = siren ? await tenants.bySiren(siren) : null
  return found?.state === 'active' && hasService(found, 'invoicing') ? found : null
}

function demandsOf(tenant: Tenant) {
  const { siret, wantsEngagement, wantsService } = settingsOf(
    { name: 'invoicing', settings: SETTINGS },
    tenant
  ) as Record<keyof typeof SETTINGS, any>
  return { siret, siren: tenant.siren, wantsEngagement, wantsService }
}
