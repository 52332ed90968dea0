import { type DateTime } from 'luxon'
import { clock } from '#kernel/clock'
import { systemDb } from '#kernel/system'
import { isSignedByKey, lookText, sendingText } from '#lib/proof'
import { isUuid, uuidv7 } from '#lib/values'
import { durationWords, LOOK_EVERY_MS } from '../rules/availability.js'
import { isLate, isTimely } from '../rules/seen_outside.js'
import { ProbeUnknown } from './errors.js'
import OutsideProbe from './probe.js'

/** A look that its probe sends. */
export interface SentLook {
  at: string
  up: boolean
  ms: number
  fault: string | null
  signature: string
}

export interface Sending {
  /** By the clock of the probe. */
  sentAt: string
  /** Over the signatures of its looks. */
  signature: string
  looks: SentLook[]
}

/** What became of a sending. */
export interface Heard {
  received: number
  /** Minutes that were told already. */
  known: number
  refused: { at: string; says: string }[]
  driftMs: number
  /** What whoever keeps the probe must mend; null when all is well. */
  says: string | null
}

/** No older look is taken: what it would prove has been argued about. */
const MOST_LATE_MS = 31 * 86_400_000
const AHEAD_MS = 5_000

/** Whose sending it is. Called where no connection is held. @throws E_PROBE_UNKNOWN */
export async function probeThatSigned(id: string, sending: Sending): Promise<OutsideProbe> {
  const probe = isUuid(id) ? await OutsideProbe.find(id) : null
  const { sentAt, signature, looks } = sending
  if (Number.isNaN(Date.parse(sentAt))) throw new ProbeUnknown()
  const signatures = looks.map((look) => look.signature)
  const text = sendingText(id, sentAt, signatures)
  if (!probe?.keys.some((key) => isSignedByKey(text, signature, key))) throw new ProbeUnknown()
  return probe
}

/**
 * Takes what a probe saw, late or not, each minute once and for ever: the first that is told of it.
 * The sending is judged by `probeThatSigned`; called where no connection is held.
 */
export async function receiveLooks(probe: OutsideProbe, sending: Sending): Promise<Heard> {
  const now = clock.now()
  const receivedAt = now.toMillis()
  const driftMs = Date.parse(sending.sentAt) - receivedAt
  const judged = sending.looks.map((look) => ({ look, ...judge(probe, look, sending, receivedAt) }))
  const refused = judged.flatMap(({ look, says }) => (says ? [{ at: look.at, says }] : []))
  const rows = judged.flatMap(({ look, key }) =>
    key ? [rowOf(look, { probe, key, receivedAt, driftMs })] : []
  )
  const received = await keep(rows)
  await noteHeard(probe, now, driftMs)
  const known = rows.length - received
  return { received, known, refused, driftMs, says: clockWords(driftMs) }
}

/** The key that signed a look, or why nothing is kept of it. */
function judge(probe: OutsideProbe, look: SentLook, { sentAt }: Sending, receivedAt: number) {
  const at = Date.parse(look.at)
  const text = lookText({ probe: probe.id, ...look })
  const key = probe.keys.find((one) => isSignedByKey(text, look.signature, one))
  if (!key) return { says: 'Cette mesure n’est pas signée par la sonde : elle n’est pas gardée.' }
  if (Number.isNaN(at)) return { says: 'Cette heure n’existe pas : la mesure n’est pas gardée.' }
  if (at > Date.parse(sentAt) + AHEAD_MS)
    return { says: 'Cette mesure est d’après son envoi : réglez l’horloge de la sonde.' }
  if (receivedAt - at > MOST_LATE_MS)
    return { says: 'Cette mesure a plus de trente et un jours : elle n’est plus prise.' }
  return { key }
}

interface Context {
  probe: OutsideProbe
  key: string
  receivedAt: number
  driftMs: number
}

function rowOf(look: SentLook, { probe, key, receivedAt, driftMs }: Context) {
  const at = Date.parse(look.at)
  return {
    ...{ id: uuidv7(), probe_id: probe.id, minute: Math.floor(at / LOOK_EVERY_MS) },
    ...{ at: new Date(at), received_at: new Date(receivedAt), is_late: isLate({ at, receivedAt }) },
    ...{ is_up: look.up, ms: look.ms, fault: look.fault },
    ...{ drift_ms: clampInt(driftMs), is_timely: isTimely({ driftMs }) },
    ...{ public_key: key, signature: look.signature },
  }
}

/** A clock of another century does not fit its column. */
const clampInt = (ms: number) => Math.max(-2_147_483_647, Math.min(2_147_483_647, Math.round(ms)))

/** How many were new. */
async function keep(rows: ReturnType<typeof rowOf>[]): Promise<number> {
  if (rows.length === 0) return 0
  const kept = await systemDb()
    .table('procurement.outside_looks')
    .knexQuery.insert(rows)
    .onConflict(['probe_id', 'minute', 'is_timely'])
    .ignore()
    .returning('id')
  return kept.length
}

const noteHeard = ({ id }: OutsideProbe, at: DateTime, driftMs: number) =>
  systemDb()
    .from('procurement.outside_probes')
    .where({ id })
    .update({ heard_at: at.toJSDate(), drift_ms: clampInt(driftMs) })

function clockWords(driftMs: number): string | null {
  if (isTimely({ driftMs })) return null
  const way = driftMs > 0 ? 'avance' : 'retarde'
  return `L’horloge de la sonde ${way} de ${durationWords(Math.abs(driftMs))} : mettez-la à l’heure (NTP). Ces mesures sont gardées, et ne comptent pas.`
}
