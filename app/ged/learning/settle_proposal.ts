import type { HttpContext } from '@adonisjs/core/http'
import vine from '@vinejs/vine'
import { DateTime } from 'luxon'
import { clock } from '#kernel/clock'
import { journal } from '#kernel/journal'
import { uuidv7 } from '#lib/values'
import { tenancy } from '#kernel/tenancy'
import { levelsFor, nodeFor } from '../access/allowed.js'
import { FolderNotFound, NotAllowed } from '../errors.js'
import { refuseHeld } from '../holds/held.js'
import { move } from '../nodes/move.js'
import { freeName } from '../nodes/naming.js'
import Node, { type Place } from '../nodes/node.js'
import type { Outcome } from '../rules/learnt.js'
import { reaches } from '../rules/levels.js'
import { nodesIndexed } from '../search/indexed.js'
import { rootOf } from '../spaces/root_of.js'
import { ProposalGone } from './errors.js'
import { type Proposal, proposalsFor } from './proposals.js'

/** What settling a proposal asks: which one was seen. */
export const proposalSeen = vine.create({ key: vine.string().fixedLength(32) })

interface Settling {
  node: Node
  proposal: Proposal
}

/**
 * The proposal that the person of a request saw of a document that she may change, which is held.
 * @throws E_GED_MISSING, E_GED_NOT_ALLOWED, E_GED_PROPOSAL_GONE
 */
export async function proposalFor(ctx: HttpContext, id: string, key: string): Promise<Settling> {
  const { node } = await nodeFor(ctx, id, 'editor', { hold: true })
  const lists = [...(await levelsFor(ctx)).keys()]
  const proposal = (await proposalsFor([node.id], lists)).get(node.id)
  if (!proposal || proposal.key !== key) throw new ProposalGone()
  return { node, proposal }
}

/** Does what is proposed, as if she had written it. @throws E_GED_HELD, E_GED_NOT_ALLOWED, E_GED_NO_SUCH_FOLDER */
export async function accept(ctx: HttpContext, { node, proposal }: Settling): Promise<void> {
  const { typeId, title, date } = proposal.becomes
  await refuseHeld([node.id])
  const place = await placeOf(ctx, proposal.becomes)
  const documentDate = date ? DateTime.fromISO(date, { zone: 'utc' }) : undefined
  await node
    .merge({ ...(typeId && { typeId }), ...(title && { title }), ...(date && { documentDate }) })
    .merge({ updatedAt: clock.now() })
    .save()
  if (place) await move(node, place, ctx.actor, await freeName(place, node.name))
  else await nodesIndexed.again(node)
  const data = learntFrom(proposal)
  await journal.append({ type: 'ged.proposal_taken', subject: node.ref, actor: ctx.actor, data })
}

/** What the journal keeps for ever: by what it was alike and what changes, and no word of anybody. */
const learntFrom = ({ likeness, becomes }: Proposal) => ({
  kind: likeness.kind,
  changes: Object.keys(becomes).toSorted(),
})

/** Where it goes, if she may file something there; null when it stays where it is. */
async function placeOf(
  ctx: HttpContext,
  { spaceId, parentId }: Partial<Outcome>
): Promise<Place | null> {
  if (!spaceId) return null
  const folder = parentId ? await Node.get(parentId) : null
  if (folder?.deletedAt) throw new FolderNotFound(folder.name)
  const place = folder ? folder.within : await rootOf(spaceId)
  const level = (await levelsFor(ctx)).get(place.accessId) ?? null
  if (!reaches(level, 'contributor')) throw new NotAllowed()
  return place
}

/** Proposes nothing more from that likeness, of any document, to anybody. */
export async function silence(ctx: HttpContext, { node, proposal }: Settling): Promise<void> {
  const { kind, said } = proposal.likeness
  await tenancy.trx().rawQuery(
    `insert into ged.learnt_refusals (tenant_id, id, kind, said, at, by)
       values (?, ?, ?, ?, ?, ?) on conflict do nothing`,
    [tenancy.tenantId(), uuidv7(), kind, said, clock.now().toJSDate(), ctx.actor.id!]
  )
  const data = learntFrom(proposal)
  await journal.append({ type: 'ged.proposal_silenced', subject: node.ref, actor: ctx.actor, data })
}
