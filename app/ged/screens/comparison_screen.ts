import type { HttpContext } from '@adonisjs/core/http'
import { people } from '#kernel/people'
import { fileSize } from '#lib/french/french'
import { mediaTypeLabel } from '#lib/media_type'
import { dayAndHour } from '#web/dates'
import { here } from '#web/here'
import type { ComparedVersions } from '../comparing/compare_versions.js'
import { crumbsTo } from '../nodes/crumbs.js'
import type Node from '../nodes/node.js'
import { waysTo } from '../nodes/paths.js'
import type Version from '../nodes/version.js'
import Space from '../spaces/space.js'

/** What a browser shows of a file by itself. */
const SHOWN: Record<string, 'pdf' | 'image'> = {
  'application/pdf': 'pdf',
  'image/png': 'image',
  'image/jpeg': 'image',
}

/** Two versions of a document: what changed in its file and in its words, and each before the eyes. */
export async function comparisonScreen(ctx: HttpContext, node: Node, compared: ComparedVersions) {
  const { tenant } = ctx
  const { id } = node
  const { versions, before, after, isSame, text, untold } = compared
  const space = await Space.get(node.spaceId)
  const way = (await waysTo([id])).get(id)!
  const file = here('ged.files.show', { tenant, id })
  const shown = ({ label, mediaType }: Version) => ({
    ...{ label, name: `${node.name}, version ${label}`, kind: SHOWN[mediaType] ?? null },
    href: `${file}?version=${label}`,
  })
  return {
    ...{ node, isSame, text, untold, facts: await factsOf(compared) },
    ...{ before: shown(before), after: shown(after) },
    crumbs: crumbsTo(tenant, space, [...way, { id, name: 'Comparaison' }]),
    compares: here('ged.comparisons.show', { tenant, id }),
    back: here('ged.documents.show', { tenant, id }),
    options: versions.map(({ label, at }) => ({
      value: label,
      label: `${label}, ${dayAndHour(at)}`,
    })),
  }
}

/** What is known of each version, line by line, and whether it changed. */
async function factsOf({ before, after, pages }: ComparedVersions) {
  const names = await people.names([before, after].map(({ byId }) => byId))
  const told = (version: Version, count: number | null) => [
    ['Type de fichier', mediaTypeLabel(version.mediaType)],
    ['Taille', fileSize(Number(version.size))],
    ['Pages', count === null ? 'Non comptées' : String(count)],
    ['Ce qui a changé', version.comment ?? '–'],
    ['Par', version.byId ? (names.get(version.byId) ?? 'Une personne partie') : 'Import'],
    ['Le', dayAndHour(version.at)],
    ['SHA-256', version.digest],
  ]
  const [old, now] = [told(before, pages[0]), told(after, pages[1])]
  return old.map(([name, was], rank) => ({
    ...{ name, was, is: now[rank][1], isOther: was !== now[rank][1] },
  }))
}
