import { behind } from '#rooms/outsiders'
import { NoReceiver } from '../dialogue_errors.js'
import type { Alert } from './alert.js'
import { enterMessage, TEST_TYPE } from './alert_message.js'
import { ownSearch } from './own_search.js'
import { postMessage } from './post_message.js'
import { removeReceiver, setReceiver } from './receiver.js'

/** Names the program of a search of hers, in the place of the former. @throws E_ALERT_MISSING, E_RECEIVER_REFUSED */
export const nameReceiver = (
  person: string,
  alertId: string,
  url: string
): Promise<{ alert: Alert; secret: string }> =>
  behind({ person }, async () => {
    const alert = await ownSearch(person, alertId)
    return { alert, secret: await setReceiver(person, alertId, url) }
  })

/** No program of hers is told any more. @throws E_ALERT_MISSING */
export const dropReceiver = (person: string, alertId: string): Promise<void> =>
  behind({ person }, async () => {
    await ownSearch(person, alertId)
    await removeReceiver(alertId)
  })

/** Sends a message that says nothing, but that we can reach her program. @throws E_ALERT_MISSING, E_NO_RECEIVER */
export async function tryReceiver(personId: string, alertId: string): Promise<void> {
  const entered = await behind({ person: personId }, async () => {
    const { criteria } = await ownSearch(personId, alertId)
    return enterMessage({ alertId, personId, criteria, consultationIds: [], type: TEST_TYPE })
  })
  if (!entered) throw new NoReceiver()
  await postMessage.enqueueForPlatform({ ...entered, personId })
}
