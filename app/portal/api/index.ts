import { defineApi } from '#web/api/registry'
import { ownOperations } from './own_operations.js'
import { uploadOperations } from './upload_operations.js'

defineApi({
  room: 'portal',
  path: '',
  label: 'Compte et dépôts',
  scopes: {
    'portal.read': 'savoir de qui est le jeton, et ce qui l’attend',
    'portal.upload': 'déposer des fichiers par morceaux, avant de les joindre',
  },
  operations: [...ownOperations, ...uploadOperations],
  onScreenOnly: {
    'portal.public_side.update': 'a person answers for what the public side of a member says',
    'portal.public_side.open': 'a person answers for what the public side of a member says',
    'portal.images.store': 'a person chooses the arms of a member as she sees them on its pages',
    'portal.images.destroy': 'a person chooses the arms of a member as she sees them on its pages',
  },
})
