import hash from '@adonisjs/core/services/hash'
import vine from '@vinejs/vine'
import type { Infer } from '@vinejs/vine/types'
import { DateTime } from 'luxon'
import type { Actor } from '#kernel/actor'
import { clock } from '#kernel/clock'
import { journal } from '#kernel/journal'
import { frenchMessages } from '#web/validation_messages'
import { DropNeedsFolder, LinkDayRefused } from '../errors.js'
import type Node from '../nodes/node.js'
import Link, { LINK_KINDS } from './link.js'

/** No door stays open for longer: it is opened again when it must be. */
export const MOST_DAYS = 366
const PARIS = 'Europe/Paris'

/** What opening a link asks for; the last day is open until its end. */
export const newLink = vine.create({
  kind: vine.enum(LINK_KINDS),
  until: vine.string().regex(/^\d{4}-\d{2}-\d{2}$/),
  password: vine.string().minLength(8).maxLength(100).optional(),
  mostUses: vine.number().withoutDecimals().range([1, 10_000]).optional(),
})
newLink.messagesProvider = frenchMessages

/**
 * Opens a door to a node, which its space keeps. @throws E_GED_LINK_DAY, E_GED_LINK_DROP at the field
 */
export async function openLink(node: Node, asked: Infer<typeof newLink>, by: Actor): Promise<Link> {
  const { kind, password, mostUses = null } = asked
  if (kind === 'drop' && node.kind !== 'folder') throw new DropNeedsFolder().at('kind')
  const link = await Link.create({
    ...{ spaceId: node.spaceId, nodeId: node.id, kind, mostUses, uses: 0, wrongTries: 0 },
    passwordHash: password ? await hash.make(password) : null,
    ...{ revokedAt: null, revokedBy: null, triesSince: null },
    expiresAt: endOf(asked.until),
    createdAt: clock.now(),
    createdBy: by.kind === 'person' ? by.id : null,
  })
  const data = { node: node.id, kind, until: asked.until }
  await journal.append({ type: 'ged.link_opened', subject: link.ref, actor: by, data })
  return link
}

function endOf(day: string): DateTime {
  const end = DateTime.fromISO(day, { zone: PARIS }).endOf('day')
  const now = clock.now()
  if (!end.isValid || end < now || end > now.plus({ days: MOST_DAYS })) {
    throw new LinkDayRefused().at('until')
  }
  return end
}
