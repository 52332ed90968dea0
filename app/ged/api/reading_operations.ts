import vine from '@vinejs/vine'
import type { HttpContext } from '@adonisjs/core/http'
import { documents } from '#kernel/documents'
import { tenancy } from '#kernel/tenancy'
import type { Operation } from '#web/api/operation'
import { told } from '#web/api/shapes'
import { sendFile } from '#web/api/send_file'
import { levelsFor, nodeFor } from '../access/allowed.js'
import { NodeMissing, SpaceMissing } from '../errors.js'
import { sendPersonalSpace } from '../export/send_space.js'
import { dayAsked } from '../past/day_asked.js'
import { folderAs } from '../past/folder_as.js'
import { pageAt } from '../nodes/children.js'
import type { Place } from '../nodes/node.js'
import Version from '../nodes/version.js'
import { searchDocuments } from '../search/search_documents.js'
import { readableSpaces } from '../spaces/readable.js'
import { rootOf } from '../spaces/root_of.js'
import Space from '../spaces/space.js'
import { personalSpace } from '../spaces/usual_spaces.js'
import {
  documentShape,
  hitShape,
  lineShape,
  spaceShape,
  stoodShape,
  toldDocument,
  toldLine,
} from './resources.js'

const PAGE = 100
const common = { permission: 'ged.read', gestures: [] }
const page = vine.create({ apres: vine.string().uuid().optional() })
const pastPage = vine.create({
  jour: told.day(),
  apres: vine.string().uuid().optional(),
})
const search = vine.create({
  q: vine.string().maxLength(300),
  limite: vine.number().withoutDecimals().range([1, 100]).optional(),
})
const lines = { kind: 'list', of: 'LigneDocuments', shape: lineShape } as const

export const readingOperations: Operation[] = [
  {
    ...common,
    name: 'spaces',
    call: 'GET /espaces',
    title: 'Lister les espaces de documents',
    answer: { kind: 'list', of: 'EspaceDocuments', shape: spaceShape },
    run: async ({ ctx }) => ({ items: await spacesFor(ctx), next: null }),
  },
  {
    ...common,
    name: 'space_content',
    call: 'GET /espaces/:space/contenu',
    title: 'Lister ce que contient un espace à sa racine',
    query: page,
    answer: lines,
    run: async ({ ctx, params, query }) => {
      const { root } = await spaceOf(ctx, params.space)
      return linesAt(ctx, root, query.apres)
    },
  },
  {
    ...common,
    name: 'space_export',
    call: 'GET /espace-personnel/export',
    title: 'Emporter tout son espace personnel',
    says: 'À sa personne seule. La dernière version de chaque document, hors de la corbeille.',
    answer: {
      kind: 'file',
      says: 'Un ZIP : les dossiers, les fichiers, metadata.csv et SHA512SUMS',
    },
    run: async ({ ctx }) => sendPersonalSpace(ctx, await personalSpace(ctx.actor.id!)),
  },
  {
    ...common,
    name: 'folder_content',
    call: 'GET /dossiers/:folder/contenu',
    title: 'Lister ce que contient un dossier',
    query: page,
    answer: lines,
    run: async ({ ctx, params, query }) => {
      const { node } = await nodeFor(ctx, params.folder)
      if (node.kind !== 'folder') throw new NodeMissing()
      return linesAt(ctx, node.within, query.apres)
    },
  },
  {
    ...common,
    name: 'folder_on_day',
    call: 'GET /dossiers/:folder/etat',
    title: 'Lister ce que contenait un dossier à la fin d’un jour',
    says: 'Sous les noms d’alors, avec les droits d’aujourd’hui ; isUnsure : changé depuis sans que l’on sache d’où ; isGone : à la corbeille.',
    query: pastPage,
    answer: { kind: 'list', of: 'LigneDocumentsPassee', shape: stoodShape },
    run: async ({ ctx, params, query }) => {
      const { node } = await nodeFor(ctx, params.folder)
      if (node.kind !== 'folder') throw new NodeMissing()
      const { lines, next } = await folderAs(ctx, node, dayAsked(query.jour), query.apres ?? null)
      return { items: lines, next }
    },
  },
  {
    ...common,
    name: 'document',
    call: 'GET /documents/:document',
    title: 'Lire ce que l’on sait d’un document',
    answer: { kind: 'thing', of: 'DocumentRange', shape: documentShape },
    run: async ({ ctx, params }) => toldDocument(await documentFor(ctx, params.document)),
  },
  {
    ...common,
    name: 'file',
    call: 'GET /documents/:document/fichier',
    title: 'Télécharger la dernière version d’un document',
    answer: { kind: 'file', says: 'Le fichier, entier ou en partie' },
    run: async ({ ctx, params }) => {
      const { id, name } = await documentFor(ctx, params.document)
      const { documentId } = await Version.lastOf(id)
      await sendFile(ctx, { ...(await documents.find(documentId)), name })
    },
  },
  {
    ...common,
    name: 'search',
    call: 'GET /recherche',
    title: 'Chercher des documents par leurs mots',
    says: 'Guillemets, moins et champs (type:arrêté, date:2026) comme à l’écran ; les meilleures réponses d’abord.',
    query: search,
    answer: { kind: 'list', of: 'DocumentTrouve', shape: hitShape },
    run: async ({ ctx, query }) => {
      const owner = { tenantId: tenancy.tenantId(), lists: [...(await levelsFor(ctx)).keys()] }
      const { hits } = await searchDocuments([owner], query.q, query.limite ?? 20)
      return { items: hits.map(({ tenantId: _owner, ...hit }) => hit), next: null }
    },
  },
]

async function spacesFor(ctx: HttpContext) {
  const spaces = await readableSpaces(await levelsFor(ctx))
  return spaces.map(({ space: { id, slug, name, kind }, level }) => ({
    id,
    slug,
    name,
    kind,
    level,
  }))
}

/** A space that she may read, by its identifier. @throws E_GED_SPACE_MISSING */
export async function spaceOf(ctx: HttpContext, id: string) {
  const space = await Space.get(id)
  const root = await rootOf(space.id)
  const level = (await levelsFor(ctx)).get(root.accessId)
  if (!level) throw new SpaceMissing()
  return { space, root, level }
}

/** A document that she may read. @throws E_GED_MISSING */
async function documentFor(ctx: HttpContext, id: string) {
  const { node } = await nodeFor(ctx, id)
  if (node.kind !== 'document') throw new NodeMissing()
  return node
}

async function linesAt(ctx: HttpContext, place: Place, after: string | undefined) {
  const lists = [...(await levelsFor(ctx)).keys()]
  const { nodes, next } = await pageAt(place, lists, { after: after ?? null, most: PAGE })
  return { items: nodes.map(toldLine), next }
}
