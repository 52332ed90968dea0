import { tenants } from '#kernel/tenant'
import { tellHappened } from '#web/messages/happened'
import { addressOf } from '../nodes/addresses.js'
import type Node from '../nodes/node.js'
import type Link from './link.js'
import type LinkDeposit from './link_deposit.js'

const WORDS = 'Des fichiers ont été déposés par un lien que vous avez ouvert'

/**
 * Notes in the transaction in context that files came by a link, for the person who opened it: she is
 * told by mail, at her pace, where they are; neither who laid them nor their names.
 */
export async function tellOpener({ createdBy }: Link, folder: Node, { id }: LinkDeposit) {
  if (!createdBy) return
  const url = addressOf(await tenants.current(), folder)
  await tellHappened(createdBy, { capability: 'ged', subjectId: id, words: WORDS, url })
}
