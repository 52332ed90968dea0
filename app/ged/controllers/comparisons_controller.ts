import type { HttpContext } from '@adonisjs/core/http'
import vine from '@vinejs/vine'
import { nodeFor } from '../access/allowed.js'
import { compareVersions } from '../comparing/compare_versions.js'
import { NodeMissing } from '../errors.js'
import { comparisonScreen } from '../screens/comparison_screen.js'

const label = () => vine.string().trim().maxLength(20).optional()
const asked = vine.create({ de: label(), a: label() })

/** Two versions of a document, side by side, and what changed between them. */
export default class ComparisonsController {
  async show(ctx: HttpContext) {
    const { node } = await nodeFor(ctx, ctx.params.id)
    if (node.kind !== 'document') throw new NodeMissing()
    const { de: from, a: to } = await ctx.request.validateUsing(asked)
    const compared = await compareVersions(node, { from, to })
    return ctx.view.render('ged/comparison', await comparisonScreen(ctx, node, compared))
  }
}
