import type { HttpContext } from '@adonisjs/core/http'
import { spaceFor } from '../access/allowed.js'
import { sendPersonalSpace } from '../export/send_space.js'

/** What a personal space holds, taken away by its person. */
export default class SpaceExportsController {
  async show(ctx: HttpContext) {
    const { space } = await spaceFor(ctx, ctx.params.slug)
    await sendPersonalSpace(ctx, space)
  }
}
