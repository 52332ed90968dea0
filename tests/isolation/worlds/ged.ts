import { SYSTEM } from '#kernel/actor'
import { discard } from '#app/ged/nodes/trash'
import { openService } from '#app/ged/spaces/usual_spaces'
import { uuidv7 } from '#lib/values'
import { aDocument, aFolder } from '#tests/ged/support/documents'
import { defineWorld } from '../world.js'

export default defineWorld(async () => {
  const { slug, id: space } = await openService(
    `secret-${uuidv7().slice(-12)}`,
    'Espace de la voisine'
  )
  const folder = await aFolder('Dossier de la voisine')
  const { id } = await aDocument('Secret de la voisine.txt', folder)
  const gone = await aDocument('Brouillon de la voisine.txt')
  await discard(gone, SYSTEM)
  return {
    routes: {
      'ged.': { id, slug, space, folder: folder.id, document: id, element: id },
      'ged.folders.show': { id: folder.id },
      'ged.folder_lists.': { id: folder.id },
      'ged.rights.': { id: folder.id },
      'ged.shares.destroy': { guest: uuidv7() },
      'ged.trash.destroy': { id: gone.id },
    },
    bodies: {
      'ged.space_lists.store': { geste: 'corbeille', ids: [folder.id] },
      'ged.folder_lists.store': { geste: 'corbeille', ids: [id] },
      'ged.folders.store': { name: 'Dossier' },
      'ged.names.update': { name: 'Autre nom' },
      'ged.documents.update': { title: 'Autre titre' },
      'ged.spaces.store': { name: 'Espace neuf' },
      'ged.types.store': { label: 'Type neuf' },
      'ged.shares.store': { guest: 'Landreval', level: 'reader' },
    },
    secrets: ['Espace de la voisine', 'Dossier de la voisine', 'Secret de la voisine'],
  }
})
