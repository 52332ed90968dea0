import type { HttpContext } from '@adonisjs/core/http'
import vine from '@vinejs/vine'
import type { Tenant } from '#kernel/tenant'
import type { Wanted } from './keeping.js'
import { choicesOf } from './screens/choices_screen.js'

/** A webhook as somebody wants it; its facts are then judged by what the member may choose. */
export const webhookForm = vine.create({
  url: vine.string().trim().maxLength(2000),
  description: vine.string().trim().minLength(3).maxLength(120),
  events: vine.array(vine.string()).notEmpty().distinct(),
})

/** What a form wants of a webhook: the facts that the member may choose, and no other. */
export const wantedIn = async ({ request, tenant }: HttpContext): Promise<Wanted> =>
  withOfferedEvents(await request.validateUsing(webhookForm), tenant)

/** The same, of what a program sent. Fails at `events` for a fact that nobody offers here. */
export async function withOfferedEvents(wanted: Wanted, tenant: Tenant): Promise<Wanted> {
  const known = choicesOf(tenant).map(({ value }) => value)
  const { url, description, events } = wanted
  await vine.validate({
    schema: vine.object({ events: vine.array(vine.enum(known)) }),
    data: { events },
  })
  return { url, description, events }
}
