import type { HttpContext } from '@adonisjs/core/http'
import vine from '@vinejs/vine'
import type { Infer } from '@vinejs/vine/types'
import { clock } from '#kernel/clock'
import { journal } from '#kernel/journal'
import { tenancy } from '#kernel/tenancy'
import { isUuid } from '#lib/values'
import { levelsFor, nodeFor } from '../access/allowed.js'
import { NodeMissing, RelationMissing, RelationRefused } from '../errors.js'
import { refuseHeld } from '../holds/held.js'
import Node from '../nodes/node.js'
import { reaches } from '../rules/levels.js'
import { nameKey } from '../rules/names.js'
import { RELATION_KINDS } from '../rules/relations.js'
import { searchDocuments } from '../search/search_documents.js'
import Relation, { MOST_RELATIONS } from './relation.js'

/** What relating asks for; `to`: the address of the other document, or its title. */
export const newRelation = vine.create({
  kind: vine.enum(RELATION_KINDS),
  to: vine.string().trim().minLength(1).maxLength(500),
})

const LOOKED_AT = 20

/**
 * Says what a document, held for who may change it, is to another that she reads.
 * @throws E_GED_HELD, and E_GED_RELATION at the field
 */
export async function relate(
  ctx: HttpContext,
  node: Node,
  { kind, to }: Infer<typeof newRelation>
): Promise<Relation> {
  await refuseHeld([node.id])
  const other = await documentCalled(ctx, to)
  if (other.id === node.id) throw new RelationRefused('C’est le document lui-même.').at('to')
  const there = await Relation.of(node.id)
  const same = there.find(
    (one) => one.fromId === node.id && one.toId === other.id && one.kind === kind
  )
  if (same) return same
  if (there.length >= MOST_RELATIONS) {
    throw new RelationRefused(`Ce document en a déjà ${MOST_RELATIONS} : retirez-en.`).at('to')
  }
  const relation = await Relation.create({
    ...{ fromId: node.id, toId: other.id, kind, createdAt: clock.now() },
    createdBy: ctx.actor.id ?? null,
  })
  const data = { relation: relation.id, kind, to: other.id }
  await journal.append({ type: 'ged.related', subject: node.ref, actor: ctx.actor, data })
  return relation
}

/** The document of an address, or the only one of a title, among those that she reads. */
async function documentCalled(ctx: HttpContext, said: string): Promise<Node> {
  const lists = [...(await levelsFor(ctx)).keys()]
  const id = said.split(/[/?#]/).find(isUuid)
  const ids = id ? [id] : await idsOfTitle(said, lists)
  const found = await Node.query()
    .whereIn('id', ids)
    .where('kind', 'document')
    .whereIn('access_id', lists)
    .whereNull('deleted_at')
  if (found.length === 1) return found[0]
  throw new RelationRefused(
    found.length > 1
      ? `Plusieurs documents s’appellent « ${said} » : collez l’adresse de celui que vous voulez.`
      : `Aucun document que vous lisez ne s’appelle « ${said} » : collez l’adresse de sa page.`
  ).at('to')
}

async function idsOfTitle(said: string, lists: string[]): Promise<string[]> {
  const owner = { tenantId: tenancy.tenantId(), lists }
  const { hits } = await searchDocuments([owner], said, LOOKED_AT)
  const isCalled = (name: string) => nameKey(name) === nameKey(said)
  return hits
    .filter(({ title, path }) => isCalled(title) || isCalled(path.split('/').at(-1)!))
    .map(({ id }) => id)
}

/** Says it no more, for who may change the document that said it. @throws E_GED_RELATION_MISSING, E_GED_HELD */
export async function unrelate(ctx: HttpContext, id: string): Promise<void> {
  const relation = await Relation.get(id)
  const node = await Node.get(relation.fromId)
  const level = (await levelsFor(ctx)).get(node.accessId) ?? null
  if (!reaches(level, 'editor')) throw new RelationMissing()
  await refuseHeld([node.id])
  await relation.delete()
  const data = { relation: id, kind: relation.kind, to: relation.toId }
  await journal.append({ type: 'ged.unrelated', subject: node.ref, actor: ctx.actor, data })
}

/** A document that the person of a request may change, held. @throws E_GED_MISSING, E_GED_NOT_ALLOWED */
export async function documentToRelate(ctx: HttpContext, id: string): Promise<Node> {
  const { node } = await nodeFor(ctx, id, 'editor', { hold: true })
  if (node.kind !== 'document') throw new NodeMissing()
  return node
}
