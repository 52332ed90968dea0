import type { HttpContext } from '@adonisjs/core/http'
import { people } from '#kernel/people'
import { cursorOf } from '#web/cursor'
import { here } from '#web/here'
import { isUuid } from '#lib/values'
import Comment from '../comments/comment.js'
import type Node from '../nodes/node.js'
import type Version from '../nodes/version.js'
import { PDF } from '../redaction/redact_document.js'
import type { NoteArea } from '../rules/note_place.js'
import { type Level, reaches } from '../rules/levels.js'

/** What one page of conversations is told with. */
interface Told {
  ctx: HttpContext
  /** Of the document, the last first. */
  versions: Version[]
  isManager: boolean
  names: Map<string, string>
  numbers: Map<string, number>
}

/** What is said of a document, beside it and on its pages: the last conversation first. */
export async function commentsOn(
  ctx: HttpContext,
  { id }: Node,
  { level, versions }: { level: Level; versions: Version[] }
) {
  const { tenant, request } = ctx
  const { comments, next } = await Comment.pageOf(id, cursorOf(request, 'avant'), {
    beginning: true,
  })
  const answers = await Comment.answersTo(comments.map((one) => one.id))
  const laid = comments.filter(({ page }) => page !== null).map((one) => one.id)
  const told = {
    ...{ ctx, versions, isManager: reaches(level, 'manager') },
    names: await people.names(peopleIn([...comments, ...answers])),
    numbers: await Comment.numbersOf(id, laid),
  }
  const answered = comments.find((one) => one.id === answeredIn(request))
  return {
    comments: comments.map((comment) => ({
      ...saidIn(comment, told),
      ...placeIn(comment, told),
      ...settledIn(comment, told),
      answers: answers
        .filter(({ answersId }) => answersId === comment.id)
        .map((one) => saidIn(one, told)),
      answersAt: `?repondre=${comment.id}#ecrire`,
    })),
    older: next && `?avant=${next}#commentaires`,
    speaks: here('ged.comments.store', { tenant, id }),
    answered: answered && saidIn(answered, told),
    // Where a note may be laid: the pages of a PDF
    laysOn: versions[0].mediaType === PDF && !answered ? versions[0].label : null,
  }
}

const answeredIn = (request: HttpContext['request']): string | null => {
  const typed: unknown = request.input('repondre')
  return isUuid(typed) ? typed : null
}

const peopleIn = (comments: Comment[]) =>
  comments.flatMap(({ authorId, resolvedBy }) => [authorId, ...(resolvedBy ? [resolvedBy] : [])])

const GONE = 'Une personne partie'

const saidIn = (comment: Comment, { ctx, names, isManager }: Told) => {
  const { id, authorId, at, body, withdrawnBy } = comment
  const isHers = authorId === ctx.actor.id
  return {
    ...{ id, at, body, by: names.get(authorId) ?? GONE },
    withdrawn: withdrawnBy ? 'Retiré par qui gère ce lieu.' : 'Retiré par son auteur.',
    withdraws:
      body !== null && (isHers || isManager)
        ? `${here('ged.comments.destroy', { tenant: ctx.tenant, comment: id })}?_method=DELETE`
        : null,
  }
}

/** Where it is laid: shown over the page where that version is the one before the eyes. */
const placeIn = (
  { id, nodeId, page, area, versionId }: Comment,
  { ctx, versions, numbers }: Told
) => {
  if (!page) return { place: null }
  const version = versions.find((one) => one.id === versionId)!
  const file = here('ged.files.show', { tenant: ctx.tenant, id: nodeId })
  return {
    place: {
      number: numbers.get(id)!,
      page,
      version: version.label,
      href: `${file}?version=${version.label}#page=${page}`,
      shown: version === versions[0] ? shownAt(page, area) : null,
    },
  }
}

/** « 1 30 15 10 3 »: the page, then what the viewer marks of it, in hundredths. */
const shownAt = (page: number, area: NoteArea | null) => {
  const { left, top, width, height } = area ?? WHOLE
  return [page, ...[left, top, width, height].map((part) => part * 100)].join(' ')
}

const WHOLE: NoteArea = { left: 0, top: 0, width: 0, height: 0 }

const settledIn = ({ id, resolvedAt, resolvedBy }: Comment, { ctx, names }: Told) => {
  const resolution = here('ged.comment_resolutions.store', { tenant: ctx.tenant, comment: id })
  return {
    settles: resolvedAt ? `${resolution}?_method=DELETE` : resolution,
    resolved: resolvedAt && { at: resolvedAt, by: names.get(resolvedBy!) ?? GONE },
  }
}
