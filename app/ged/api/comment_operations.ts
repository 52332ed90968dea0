import vine from '@vinejs/vine'
import type { Operation } from '#web/api/operation'
import { told } from '#web/api/shapes'
import Comment from '../comments/comment.js'
import { newComment } from '../comments/read_comment.js'
import { reopenComment, resolveComment, withdrawComment } from '../comments/settle_comment.js'
import { documentToComment, writeComment } from '../comments/write_comment.js'

const part = () => vine.number({ strict: true })

const commentShape = vine.create({
  id: told.id(),
  author: told.id(),
  at: told.moment(),
  /** Null once it was taken back. */
  body: told.text().nullable(),
  /** The comment that it answers. */
  answers: told.id().nullable(),
  /** On which page of which version it is laid; null for the whole document. */
  place: vine
    .object({
      version: told.id(),
      page: told.count(),
      /** In parts of the page; null for all of it, without size for a point. */
      area: vine.object({ left: part(), top: part(), width: part(), height: part() }).nullable(),
    })
    .nullable(),
  resolvedAt: told.moment().nullable(),
})

const moment = (at: Comment['resolvedAt']) => at?.toUTC().toISO() ?? null

const toldComment = ({ id, authorId, at, body, answersId, ...laid }: Comment) => ({
  ...{ id, author: authorId, at: moment(at)!, body, answers: answersId ?? null },
  place: laid.page ? { version: laid.versionId!, page: laid.page, area: laid.area ?? null } : null,
  resolvedAt: moment(laid.resolvedAt),
})

const page = vine.create({ apres: vine.string().uuid().optional() })
const one = { kind: 'thing', of: 'CommentaireDocument', shape: commentShape } as const

/** What is said of a document, beside it and on its pages. */
export const commentOperations: Operation[] = [
  {
    permission: 'ged.read',
    name: 'comments',
    call: 'GET /documents/:document/commentaires',
    title: 'Lister les commentaires d’un document, ses notes et leurs réponses',
    query: page,
    answer: { ...one, kind: 'list' },
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
    title: 'Commenter un document, poser une note sur une page, répondre',
    says: '« @Prénom Nom » prévient un membre qui lit ce document. place : une page d’un PDF, et sa zone en parts de la page. answers : le commentaire auquel on répond.',
    body: newComment,
    answer: { ...one, status: 201 },
    seen: { nothing: 'a comment is added after the others' },
    gestures: ['ged.comments.store'],
    run: async ({ ctx, params, body }) => {
      const node = await documentToComment(ctx, params.document)
      const { id } = await writeComment(node, { ...body, place: placeIn(body.place) }, ctx)
      return toldComment(await Comment.findOrFail(id))
    },
  },
  {
    permission: 'ged.read',
    name: 'resolve_comment',
    call: 'POST /commentaires/:comment/resolution',
    title: 'Dire qu’un commentaire est résolu',
    answer: one,
    seen: { nothing: 'said twice, it changes nothing more' },
    gestures: ['ged.comment_resolutions.store'],
    run: async ({ ctx, params }) => toldComment(await resolveComment(ctx, params.comment)),
  },
  {
    permission: 'ged.read',
    name: 'reopen_comment',
    call: 'DELETE /commentaires/:comment/resolution',
    title: 'Dire qu’un commentaire n’est pas résolu',
    answer: one,
    seen: { nothing: 'said twice, it changes nothing more' },
    gestures: ['ged.comment_resolutions.destroy'],
    run: async ({ ctx, params }) => toldComment(await reopenComment(ctx, params.comment)),
  },
  {
    permission: 'ged.read',
    name: 'withdraw_comment',
    call: 'DELETE /commentaires/:comment',
    title: 'Retirer un commentaire, le sien ou celui d’un lieu que l’on gère',
    answer: { kind: 'nothing' },
    seen: { nothing: 'a comment that is withdrawn is not found any more' },
    gestures: ['ged.comments.destroy'],
    run: async ({ ctx, params }) => void (await withdrawComment(ctx, params.comment)),
  },
]

const placeIn = (place: { page: number; version?: string; area?: any } | undefined) =>
  place && { ...place, area: place.area ?? null }
