import type { Meaning } from '#lib/meaning'
import { behind, provenEmailOf, walled } from '#rooms/outsiders'
import { ALERT_STATES, criteriaQuery, criteriaWords, PACES } from '../rules/alert.js'
import type { Alert } from './alert.js'
import AlertMessage from './alert_message.js'
import { ownSearch, ownSearches } from './own_search.js'
import AlertReceiver from './receiver.js'
import { searchOptions } from './search_form.js'

const STOPPED = {
  gone: 'Arrêté : votre logiciel a répondu qu’il ne veut plus rien (410).',
  failing: 'Arrêté : votre logiciel n’a rien reçu depuis trois jours.',
}

/** The program of a search, as its owner sees it: never its secret. */
interface ShownReceiver {
  host: string
  state: { label: string; meaning: Meaning }
  stopped: string | null
}

/** The searches of a person, and what was last said to the program of each. */
export async function ownSearchesScreen(personId: string) {
  const alerts = await ownSearches(personId)
  const receivers = await receiversOf(
    personId,
    alerts.map(({ id }) => id)
  )
  return {
    ...searchOptions(),
    email: await provenEmailOf(personId),
    searches: alerts.map((alert) => shown(alert, receivers.get(alert.id) ?? null)),
  }
}

/** One of them; the secret of its program in the answer that drew it, and never again. */
export async function ownSearchScreen(person: string, id: string, shownSecret: string | null) {
  const alert = await behind({ person }, () => ownSearch(person, id))
  const receivers = await receiversOf(person, [id])
  return { search: shown(alert, receivers.get(id) ?? null), shownSecret }
}

const shown = (alert: Alert, receiver: ShownReceiver | null) => ({
  id: alert.id,
  criteria: criteriaWords(alert.criteria),
  query: criteriaQuery(alert.criteria),
  pace: PACES[alert.pace],
  email: alert.isMailed ? alert.email : null,
  state: ALERT_STATES[alert.state],
  receiver,
})

/** By their searches. Two questions, however many there are. */
async function receiversOf(
  person: string,
  alertIds: string[]
): Promise<Map<string, ShownReceiver>> {
  if (alertIds.length === 0) return new Map()
  return behind({ person }, async () => {
    const found = await AlertReceiver.query(walled()).whereIn('alertId', alertIds)
    const last = await lastMessages(found.map(({ id }) => id))
    return new Map(found.map((one) => [one.alertId, receiverShown(one, last.get(one.id))]))
  })
}

const receiverShown = (
  { url, stoppedFor }: AlertReceiver,
  last: AlertMessage | undefined
): ShownReceiver => ({
  host: new URL(url).host,
  state: last?.shownState ?? { label: 'Rien encore', meaning: 'waiting' },
  stopped: stoppedFor && STOPPED[stoppedFor],
})

async function lastMessages(receiverIds: string[]): Promise<Map<string, AlertMessage>> {
  const rows = await AlertMessage.query(walled())
    .distinctOn('receiver_id')
    .whereIn('receiverId', receiverIds)
    .orderBy('receiver_id')
    .orderBy('id', 'desc')
  return new Map(rows.map((row) => [row.receiverId, row]))
}
