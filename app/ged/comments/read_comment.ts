import type { HttpContext } from '@adonisjs/core/http'
import vine from '@vinejs/vine'
import { placeWritten, type NotePlace } from '../rules/note_place.js'
import { readBy } from '../read_by.js'

/** What somebody says, where she lays it, and what she answers. */
export interface CommentAsked {
  body: string
  /** The comment that is answered. */
  answers?: string
  /** `version`: the number of the one that she saw; the last when she does not say. */
  place?: NotePlace & { version?: string }
}

const body = vine.string().trim().minLength(1).maxLength(4000)
const version = vine.string().regex(/^\d{1,6}\.\d{1,6}$/)

const form = vine.create({
  body,
  answers: vine.string().uuid().optional(),
  place: vine.string().trim().maxLength(100).use(readBy('place', placeWritten)).optional(),
  version: version.clone().optional(),
})

const part = () => vine.number().min(0).max(1)

/** What a program says. */
export const newComment = vine.create({
  body: body.clone(),
  answers: vine.string().uuid().optional(),
  place: vine
    .object({
      page: vine.number().withoutDecimals().min(1).max(10_000),
      version: version.clone().optional(),
      area: vine
        .object({ left: part(), top: part(), width: part(), height: part() })
        .nullable()
        .optional(),
    })
    .optional(),
})

/** What the form of a person says; all that is wrong is said at once, each at its place. */
export async function readComment({ request }: HttpContext): Promise<CommentAsked> {
  const { place, version: seen, ...said } = await request.validateUsing(form)
  return place ? { ...said, place: { ...placeWritten(place), version: seen } } : said
}
