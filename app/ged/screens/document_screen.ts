import type { HttpContext } from '@adonisjs/core/http'
import { people } from '#kernel/people'
import { textOutcomes } from '#web/search'
import { day } from '#web/dates'
import { here } from '#web/here'
import type Node from '../nodes/node.js'
import { pathOf, waysTo } from '../nodes/paths.js'
import Version from '../nodes/version.js'
import { LEVEL_WORDS, type Level, reaches } from '../rules/levels.js'
import { PDF } from '../redaction/redact_document.js'
import Space from '../spaces/space.js'
import DocumentType from '../types/document_type.js'
import { crumbsTo } from '../nodes/crumbs.js'
import { retentionOf } from '../types/retention_of.js'
import { belongingOf } from './belonging_screen.js'
import { besideScreen } from './beside_screen.js'
import { holdsOn } from './holds_screen.js'
import { gestures } from './folder_screen.js'
import { proposalsOn } from './proposal_screen.js'
import { retentionFacts } from '../types/retention_facts.js'

/** What a browser shows of itself, and draws without running anything. */
const IMAGES = ['image/png', 'image/jpeg']

/** A document: its file before the eyes, what is told of it, what it was. */
export async function documentScreen(ctx: HttpContext, node: Node, level: Level) {
  const { tenant } = ctx
  const { id } = node
  const all = await Version.of(id)
  const [last] = all
  const [space, types] = [await Space.get(node.spaceId), await DocumentType.inOrder()]
  const type = types.find((one) => one.id === node.typeId) ?? null
  const way = (await waysTo([id])).get(id)!
  const file = here('ged.files.show', { tenant, id })
  const names = await people.names(all.map(({ byId }) => byId))
  const held = await holdsOn(ctx, node, level)
  const belonging = await belongingOf(ctx, space, node)
  const byNobody = belonging ? 'Son service' : 'Import'
  const versions = all.map((version) => ({
    label: version.label,
    by: version.byId ? names.get(version.byId) : byNobody,
    at: version.at,
    size: Number(version.size),
    comment: version.comment,
    href: `${file}?version=${version.label}&telecharger`,
  }))
  return {
    ...{ node, file, versions, types, type, held, belonging },
    ...(await besideScreen(ctx, node, { isHeld: held.standing.length > 0, level, versions: all })),
    crumbs: crumbsTo(tenant, space, way),
    path: pathOf(way.slice(0, -1)),
    last: { ...versions[0], sha256: last.digest, mediaType: last.mediaType },
    isPdf: last.mediaType === PDF,
    isImage: IMAGES.includes(last.mediaType),
    activity: here('ged.document_activities.show', { tenant, id }),
    compares: all.length > 1 ? here('ged.comparisons.show', { tenant, id }) : null,
    text: (await textOutcomes([last.digest])).get(last.digest),
    facts: factsOf(node, type),
    typedFields: (type?.fields ?? []).map((field) => ({ ...field, value: node.fields[field.key] })),
    level: LEVEL_WORDS[level],
    proposal:
      reaches(level, 'editor') && held.standing.length === 0
        ? ((await proposalsOn(ctx, [id])).get(id) ?? null)
        : null,
    links:
      reaches(level, 'manager') && !ctx.isGuest ? here('ged.links.index', { tenant, id }) : null,
    // It changes nothing of the document, frozen or not: a copy comes beside it
    redacts:
      last.mediaType === PDF && reaches(level, 'editor')
        ? here('ged.redactions.show', { tenant, id })
        : null,
    changes:
      reaches(level, 'editor') && held.standing.length === 0
        ? {
            ...gestures(ctx, node),
            told: here('ged.documents.update', { tenant, id }),
            versions: here('ged.versions.store', { tenant, id }),
          }
        : null,
  }
}

function factsOf(node: Node, type: DocumentType | null) {
  const labels = new Map((type?.fields ?? []).map(({ key, label }) => [key, label]))
  return [
    { name: 'Type', value: type?.label },
    { name: 'Date du document', value: node.documentDate && day(node.documentDate) },
    ...Object.entries(node.fields).map(([key, value]) => ({ name: labels.get(key) ?? key, value })),
    { name: 'Nom du fichier', value: node.name },
    ...retentionFacts(retentionOf(node, type)),
  ]
}
