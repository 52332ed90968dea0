import type { Tenant } from '#kernel/tenant'
import Callback from '../models/callback.js'
import CallbackDoor from '../models/callback_door.js'
import { platformAccount } from '../settings.js'

/** How the calls of the approved platform go, as it truly is. */
export interface PlatformStanding {
  is: 'without_account' | 'not_asked' | 'asked' | 'failing' | 'open'
  /** What the platform answered when it refused. */
  says: string | null
  since: Date | null
  /** When it last called. */
  calledAt: Date | null
}

/** For the page of flows of the tenant in context. */
export async function standingOfPlatform(tenant: Tenant): Promise<PlatformStanding> {
  const door = await CallbackDoor.query().first()
  const last = await Callback.query().orderBy('id', 'desc').first()
  const around = {
    says: door?.lastError ?? null,
    since: door?.openedAt?.toJSDate() ?? null,
    calledAt: last?.receivedAt.toJSDate() ?? null,
  }
  if (!platformAccount(tenant)) return { ...around, is: 'without_account' }
  if (!door) return { ...around, is: 'not_asked' }
  if (door.isOpen) return { ...around, is: 'open' }
  return { ...around, is: door.lastError ? 'failing' : 'asked' }
}
