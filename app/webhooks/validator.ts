import type { HttpContext } from '@adonisjs/core/http'
import vine from '@vinejs/vine'
import type { Wanted } from './keeping.js'
import { choicesOf } from './screens/choices_screen.js'

const form = vine.create({
  url: vine.string().trim().maxLength(2000),
  description: vine.string().trim().minLength(3).maxLength(120),
  events: vine.array(vine.string()).notEmpty().distinct(),
})

/** What a form wants of a webhook: the facts that the member may choose, and no other. */
export async function wantedIn({ request, tenant }: HttpContext): Promise<Wanted> {
  const known = choicesOf(tenant).map(({ value }) => value)
  const { url, description, events } = await request.validateUsing(form)
  await vine.validate({
    schema: vine.object({ events: vine.array(vine.enum(known)) }),
    data: { events },
  })
  return { url, description, events }
}
