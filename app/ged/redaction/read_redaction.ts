import type { HttpContext } from '@adonisjs/core/http'
import vine from '@vinejs/vine'
import type { FieldContext } from '@vinejs/vine/types'
import { folded } from '#lib/pdf/redact/folded'
import type { RedactionOrder } from '#lib/pdf/redact/order'
import { readBy } from '../read_by.js'
import { areasWritten, pagesWritten, wordsWritten } from '../rules/redaction_asked.js'

/** What goes, and how the copy is called. */
export interface RedactionAsked {
  title: string
  order: RedactionOrder
}

const wordsIn = (said: unknown): string[] => {
  if (Array.isArray(said)) return said.filter((one) => typeof one === 'string')
  return typeof said === 'string' ? said.split(/\r?\n/) : []
}

/** A copy whose very title says what was taken out of it is no copy. */
const saysNoWord = vine.createRule((title, _options, field) => {
  if (typeof title !== 'string') return
  const keys = wordsIn(field.data.words).map((word) => ({ word, key: folded(word) }))
  const said = keys.find(({ key }) => key && folded(title).includes(key))
  if (!said) return
  field.report(`Ce titre dit encore « ${said.word.trim()} » : changez-le.`, 'saysNoWord', field)
})

const drawsNothing = ({ data }: FieldContext) => !String(data.areas ?? '').trim()

const title = vine.string().trim().minLength(1).maxLength(500).use(saysNoWord())

const form = vine.create({
  title,
  words: vine
    .string()
    .maxLength(20_000)
    .use(readBy('words', wordsWritten))
    .optional()
    .requiredWhen(drawsNothing),
  pages: vine.string().trim().maxLength(500).use(readBy('pages', pagesWritten)).optional(),
  areas: vine.string().maxLength(20_000).use(readBy('areas', areasWritten)).optional(),
})

const part = () => vine.number().min(0).max(1)

/** What a program asks for. */
export const redactionBody = vine.create({
  title: title.clone(),
  words: vine.array(vine.string().trim().minLength(2).maxLength(500)).maxLength(200).optional(),
  pages: vine.array(vine.number().withoutDecimals().min(1).max(10_000)).maxLength(300).optional(),
  areas: vine
    .array(
      vine.object({
        page: vine.number().withoutDecimals().min(1).max(10_000),
        ...{ left: part(), top: part(), width: part(), height: part() },
      })
    )
    .maxLength(200)
    .optional(),
})

/** What the form of a person asks for; all that is wrong is said at once, each at its place. */
export async function readRedaction({ request }: HttpContext): Promise<RedactionAsked> {
  const { title: called, words = '', pages = '', areas = '' } = await request.validateUsing(form)
  const order = {
    words: wordsWritten(words),
    pages: pagesWritten(pages),
    areas: areasWritten(areas),
  }
  return { title: called, order }
}
