import type { HttpContext } from '@adonisjs/core/http'
import { depositLink, depositOf, type DepositSummary } from '#rooms/archiving'
import { people } from '#kernel/people'
import { day } from '#web/dates'
import { here } from '#web/here'
import { closingOf } from '../closing/closed.js'
import { contentsOf } from '../closing/contents.js'
import { crumbsTo } from '../nodes/crumbs.js'
import Node from '../nodes/node.js'
import { waysTo } from '../nodes/paths.js'
import { ACCESS_CHOICES } from '../rules/access_codes.js'
import { termsOfAll } from '../rules/closing_terms.js'
import { type Level, reaches } from '../rules/levels.js'
import { FINAL_ACTION_CHOICES } from '../rules/retention.js'
import { durationLabel } from '../rules/retention_end.js'
import Space from '../spaces/space.js'

/** What is closed with a folder, and what its documents say of what becomes of it. */
export async function closingScreen({ tenant }: HttpContext, folder: Node) {
  const contents = await contentsOf(folder)
  const space = await Space.get(folder.spaceId)
  const way = (await waysTo([folder.id])).get(folder.id)!
  const terms = termsOfAll(contents.map(({ retention }) => retention))
  const untyped = contents.filter(({ type }) => !type).length
  return {
    name: folder.name,
    crumbs: crumbsTo(tenant, space, [...way, { id: folder.id, name: 'Clôture' }]),
    facts: [
      { name: 'Documents', value: String(contents.length) },
      { name: 'Sans type', value: untyped > 0 ? String(untyped) : null },
      { name: 'Types', value: countsOf(contents.map(({ type }) => type?.label)) },
    ],
    terms: { ...terms, rule: terms.rule && durationLabel(terms.rule) },
    finalActions: FINAL_ACTION_CHOICES,
    accessCodes: ACCESS_CHOICES,
    closes: here('ged.closings.store', { tenant, id: folder.id }),
    back: here('ged.folders.show', { tenant, id: folder.id }),
  }
}

/** « Arrêté (12), Courrier (3) » */
function countsOf(labels: (string | undefined)[]): string {
  const counts = Map.groupBy(
    labels.flatMap((label) => label ?? []),
    (label) => label
  )
  return [...counts].map(([label, all]) => `${label} (${all.length})`).join(', ')
}

/** What a folder says of its end: that it is closed, where it went, and what one may do about it. */
export async function endOfFolder(ctx: HttpContext, folder: Node | null, level: Level) {
  if (!folder) return null
  const { tenant } = ctx
  const closing = await closingOf(folder.accessId)
  if (!closing) {
    const closes = reaches(level, 'manager') && !ctx.isGuest
    return closes ? { closes: here('ged.closings.show', { tenant, id: folder.id }) } : null
  }
  const closed = closing.folderId === folder.id ? folder : await Node.get(closing.folderId)
  const deposit = await depositOf({ capability: 'ged', id: closed.id })
  const by = closing.by ? (await people.names([closing.by])).get(closing.by) : null
  const since = `Depuis le ${day(closing.at)}${by ? `, par ${by}` : ''}`
  const said = `${since} : ce qu’il contient se lit, et ne change plus.`
  return {
    closed: { above: closed.id === folder.id ? null : closed.name },
    said: deposit ? `${said} ${DEPOSIT_WORDS[deposit.state]}` : said,
    deposit: deposit && { link: depositLink(deposit, ctx), trouble: deposit.trouble },
    reopens:
      !deposit && closed.id === folder.id && !ctx.isGuest
        ? `${here('ged.closings.destroy', { tenant, id: folder.id })}?_method=DELETE`
        : null,
  }
}

const DEPOSIT_WORDS: Record<DepositSummary['state'], string> = {
  prepared: 'Son versement aux archives se prépare.',
  transferred: 'Son versement est transmis aux archives.',
  acknowledged: 'Les archives ont reçu son versement, et l’examinent.',
  accepted: 'Les archives ont accepté son versement.',
  rejected: 'Les archives ont rejeté son versement.',
  failed: 'Son versement aux archives est en échec.',
}
