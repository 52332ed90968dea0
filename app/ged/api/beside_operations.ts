import vine from '@vinejs/vine'
import type { HttpContext } from '@adonisjs/core/http'
import type { Operation } from '#web/api/operation'
import { told } from '#web/api/shapes'
import { levelsFor } from '../access/allowed.js'
import Comment from '../comments/comment.js'
import {
  documentToComment,
  newComment,
  withdrawComment,
  writeComment,
} from '../comments/write_comment.js'
import { documentToRelate, newRelation, relate, unrelate } from '../relations/relate.js'
import type Relation from '../relations/relation.js'
import { relatedTo } from '../relations/relation.js'
import { RELATION_KINDS } from '../rules/relations.js'

const commentShape = vine.create({
  id: told.id(),
  author: told.id(),
  at: told.moment(),
  /** Null once its author withdrew it. */
  body: told.text().nullable(),
})

const relationShape = vine.create({
  id: told.id(),
  kind: told.oneOf(RELATION_KINDS),
  /** The document that says it, and the one of which it is said. */
  from: told.id(),
  to: told.id(),
})

const toldComment = ({ id, authorId, at, body }: Comment) => ({
  ...{ id, author: authorId, at: at.toUTC().toISO()!, body },
})
const toldRelation = ({ id, kind, fromId, toId }: Relation) => ({
  ...{ id, kind, from: fromId, to: toId },
})

const page = vine.create({ apres: vine.string().uuid().optional() })
const relations = { kind: 'thing', of: 'RelationDocuments', shape: relationShape } as const

/** What stands beside a document: what is said of it, and what it is to others. */
export const besideOperations: Operation[] = [
  {
    permission: 'ged.read',
    name: 'comments',
    call: 'GET /documents/:document/commentaires',
    title: 'Lister les commentaires d’un document',
    query: page,
    answer: { kind: 'list', of: 'CommentaireDocument', shape: commentShape },
    gestures: [],
    run: async ({ ctx, params, query }) => {
      const { id } = await documentToComment(ctx, params.document)
      const { comments, next } = await Comment.pageOf(id, query.apres ?? null)
      return { items: comments.map(toldComment), next }
    },
  },
  {
    permission: 'ged.read',
    name: 'comment',
    call: 'POST /documents/:document/commentaires',
    title: 'Commenter un document',
    says: '« @Prénom Nom » prévient un membre qui lit ce document.',
    body: newComment,
    answer: { kind: 'thing', of: 'CommentaireDocument', shape: commentShape, status: 201 },
    seen: { nothing: 'a comment is added after the others' },
    gestures: ['ged.comments.store'],
    run: async ({ ctx, params, body }) => {
      const node = await documentToComment(ctx, params.document)
      return toldComment(await writeComment(node, body.body, ctx))
    },
  },
  {
    permission: 'ged.read',
    name: 'withdraw_comment',
    call: 'DELETE /commentaires/:comment',
    title: 'Retirer son commentaire',
    answer: { kind: 'nothing' },
    seen: { nothing: 'a comment that is withdrawn is not found any more' },
    gestures: ['ged.comments.destroy'],
    run: async ({ ctx, params }) => void (await withdrawComment(ctx, params.comment)),
  },
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
