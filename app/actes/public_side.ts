import { tasks } from '#kernel/tasks'
import { tenants } from '#kernel/tenant'
import { acteAcknowledged } from './events.js'
import Acte from './models/acte.js'

const OPEN_TASK = 'actes.open_public_side'

/** Asks who administers the member in context to open its public side: actes wait to be read. */
export async function askToOpenPublicSide(): Promise<void> {
  const { slug } = await tenants.current()
  await tasks.open({
    key: OPEN_TASK,
    capability: 'actes',
    title: 'Ouvrir le côté public : un acte reçu en préfecture attend d’être publié',
    url: `/c/${slug}/cote-public`,
    role: 'administrator',
  })
}

/** The public side was opened: each acte that waited for readers goes on, as a job of its own. */
export async function publishWhatWaited(): Promise<void> {
  await tasks.close(OPEN_TASK)
  const waiting = await Acte.query().where({ state: 'acknowledged', withheld: false })
  for (const { id } of waiting) await acteAcknowledged.emit({ acteId: id })
}
