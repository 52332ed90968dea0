import db from '@adonisjs/lucid/services/db'
import { ALARM_MS, measureSkew } from '#kernel/clock/skew'
import { documentsStore } from '#kernel/documents/store'
import { LEAST_BYTES, roomLeft } from '#web/watch/room_left'
import { stalledSince } from '#web/watch/stalled_jobs'
import { rehearsal } from '#web/rehearsal/state'

export interface Readiness {
  /** A degraded process still serves pages: a balancer keeps it, a supervisor calls somebody. */
  status: 'ok' | 'degraded' | 'unavailable'
  checks: { database: boolean; documents: boolean; room: boolean; jobs: boolean; clock: boolean }
}

/** Whether this process can work, and whether the platform around it does. */
export async function readiness(): Promise<Readiness> {
  const checks = {
    database: await works(() => db.connection('app').rawQuery('select 1')),
    documents: await works(async () => (await documentsStore()).check()),
    room: await holds(async () => (await roomLeft()) >= LEAST_BYTES),
    // In a rehearsal, what would leave waits on purpose.
    jobs: await holds(async () => rehearsal() !== null || (await stalledSince()) === null),
    // Everything that is proven is dated by the base; a process that is off misleads its log only.
    clock: await holds(async () => Math.abs((await measureSkew()) ?? 0) <= ALARM_MS),
  }
  if (!checks.database || !checks.documents) return { status: 'unavailable', checks }
  return { status: checks.room && checks.jobs && checks.clock ? 'ok' : 'degraded', checks }
}

const holds = (question: () => Promise<boolean>) => question().catch(() => false)
const works = (question: () => Promise<unknown>) => holds(() => question().then(() => true))
