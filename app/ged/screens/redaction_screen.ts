import type { HttpContext } from '@adonisjs/core/http'
import type { RedactedPage } from '#lib/pdf/redact/redact'
import { here } from '#web/here'
import { crumbsTo } from '../nodes/crumbs.js'
import type Node from '../nodes/node.js'
import { waysTo } from '../nodes/paths.js'
import Space from '../spaces/space.js'

/** A document before the eyes, and what is to go from its copy. */
export async function redactionScreen({ tenant }: HttpContext, node: Node) {
  const { id } = node
  const space = await Space.get(node.spaceId)
  const way = (await waysTo([id])).get(id)!
  return {
    node,
    crumbs: crumbsTo(tenant, space, [...way, { id, name: 'Copie occultée' }]),
    file: here('ged.files.show', { tenant, id }),
    redacts: here('ged.redactions.store', { tenant, id }),
    back: here('ged.documents.show', { tenant, id }),
  }
}

const PAGES_SAID = 5

/** « Page 1 : 10 caractères et 1 image ; page 3 : 1 zone. » */
export function whatWent(pages: RedactedPage[]): string {
  const said = pages.slice(0, PAGES_SAID).map(({ page, letters, areas, images }) => {
    const parts = [
      counted(letters, 'caractère'),
      counted(areas, 'zone'),
      counted(images, 'image'),
    ].filter(Boolean)
    return `page ${page} : ${parts.join(', ')}`
  })
  const more = pages.length > PAGES_SAID ? ` ; et ${pages.length - PAGES_SAID} autres pages` : ''
  return `Retirés, ${said.join(' ; ')}${more}.`
}

const counted = (count: number, word: string) =>
  count > 0 ? `${count} ${word}${count > 1 ? 's' : ''}` : ''
