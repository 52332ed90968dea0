import type { HttpContext } from '@adonisjs/core/http'
import { originLink } from '#web/origins'
import { roomOfDossiers } from '#web/dossiers'
import Filing from '../filing/filing.js'
import type Node from '../nodes/node.js'
import type Space from '../spaces/space.js'

/** What is said of the closed dossiers of rooms, where nobody changes anything. */
export interface Belonging {
  title: string
  text: string
  /** To the page of its room; null for what is of no dossier alone. */
  link: { label: string; href: string } | null
}

const OF_ALL =
  'Chaque dossier clos dans un service vient ici de lui-même, avec les mêmes fichiers. On y lit ce que l’on lit dans le service, et rien ne s’y change.'
const OF_ONE =
  'On le lit ici, et il ne s’y change pas : ce que son service y ajoute ou en efface suit de lui-même.'

/** To which room belongs what stands among the closed dossiers; null anywhere else. */
export async function belongingOf(
  ctx: HttpContext,
  { kind }: Space,
  node: Node | null
): Promise<Belonging | null> {
  if (kind !== 'system') return null
  const filing = node && (await Filing.ofNode(node.id))
  const room = filing && roomOfDossiers(filing.room)
  if (!room) return { title: 'Rangé par les services', text: OF_ALL, link: null }
  const what = node.kind === 'folder' ? 'Ce dossier' : 'Ce document'
  return {
    title: `${what} appartient à « ${room.dossiers.label} »`,
    text: OF_ONE,
    link: originLink({ capability: room.name, id: filing.dossierId }, ctx),
  }
}
