import vine from '@vinejs/vine'
import type { HttpContext } from '@adonisjs/core/http'
import type { Operation } from '#web/api/operation'
import { told } from '#web/api/shapes'
import { levelsFor } from '../access/allowed.js'
import { documentToComment } from '../comments/write_comment.js'
import { documentToRelate, newRelation, relate, unrelate } from '../relations/relate.js'
import type Relation from '../relations/relation.js'
import { relatedTo } from '../relations/relation.js'
import { RELATION_KINDS } from '../rules/relations.js'

const relationShape = vine.create({
  id: told.id(),
  kind: told.oneOf(RELATION_KINDS),
  /** The document that says it, and the one of which it is said. */
  from: told.id(),
  to: told.id(),
  /** The pages that a part was of the document that it was taken from: « pages 3 à 5 ». */
  pages: told.text().nullable(),
  /** Why a part was left where it is: by the document that says it. */
  leftBecause: told.text().nullable(),
})

const toldRelation = ({ id, kind, fromId, toId, pages, leftBecause }: Relation) => ({
  ...{ id, kind, from: fromId, to: toId },
  // What was just said has neither
  ...{ pages: pages ?? null, leftBecause: leftBecause ?? null },
})

const relations = { kind: 'thing', of: 'RelationDocuments', shape: relationShape } as const

/** What a document is to others. */
export const relationOperations: Operation[] = [
  {
    permission: 'ged.read',
    name: 'relations',
    call: 'GET /documents/:document/relations',
    title: 'Lister les relations d’un document, des deux côtés',
    answer: { kind: 'list', of: 'RelationDocuments', shape: relationShape },
    gestures: [],
    run: async ({ ctx, params }) => ({
      items: await relationsFor(ctx, params.document),
      next: null,
    }),
  },
  {
    permission: 'ged.write',
    name: 'relate',
    call: 'POST /documents/:document/relations',
    title: 'Relier un document à un autre',
    says: 'kind : replies (répond à), annex (annexe de), replaces (remplace), see (voir aussi), redacts (version occultée de), extracts (extrait de) ; to : l’identifiant ou l’adresse de l’autre.',
    body: newRelation,
    answer: { ...relations, status: 201 },
    seen: { nothing: 'a relation is added beside the others, once' },
    gestures: ['ged.relations.store'],
    run: async ({ ctx, params, body }) =>
      toldRelation(await relate(ctx, await documentToRelate(ctx, params.document), body)),
  },
  {
    permission: 'ged.write',
    name: 'unrelate',
    call: 'DELETE /relations/:relation',
    title: 'Défaire une relation',
    answer: { kind: 'nothing' },
    seen: { nothing: 'a relation that is undone is not found any more' },
    gestures: ['ged.relations.destroy'],
    run: async ({ ctx, params }) => unrelate(ctx, params.relation),
  },
]

async function relationsFor(ctx: HttpContext, id: string) {
  const node = await documentToComment(ctx, id)
  const related = await relatedTo(node.id, [...(await levelsFor(ctx)).keys()])
  return related.map(({ relation }) => toldRelation(relation))
}
