import { tenants } from '#kernel/tenant'
import { tellHappened } from '#web/messages/happened'
import { messages } from './messages.js'
import type Acte from './models/acte.js'
import { PREPARER_WORDS, type ToldEvent } from './rules/preparer_words.js'

/**
 * Notes what happened to an acte for the person who prepared it, in the transaction in context: she
 * is told of it by mail, as often as she wishes, with what waits for her.
 */
export async function tellPreparer({ id, createdBy }: Acte, event: ToldEvent): Promise<void> {
  if (!createdBy) return
  const names = await messages.names!([id])
  const { slug } = await tenants.current()
  await tellHappened(createdBy, {
    capability: 'actes',
    subjectId: id,
    words: PREPARER_WORDS[event](names.get(id) ?? 'un acte'),
    url: `/c/${slug}/actes/${id}`,
  })
}
