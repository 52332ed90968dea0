import { defineApi } from '#web/api/registry'

/** Programs come to the documents by the doors that their tools know: WebDAV and CMIS. */
const BY_OTHER_DOORS =
  'programs file, read and move documents by WebDAV and CMIS, doors of their own'

defineApi({
  room: 'ged',
  path: '/ged',
  label: 'Documents',
  scopes: {
    'ged.read': 'lire les documents, leurs dossiers et ce que d’autres collectivités ouvrent',
    'ged.write': 'déposer, modifier et ranger les documents, là où la personne le peut',
  },
  operations: [],
  onScreenOnly: Object.fromEntries(
    [
      ...['spaces.store', 'folders.store', 'documents.store', 'documents.update', 'versions.store'],
      ...[
        'names.update',
        'places.update',
        'trash.store',
        'trash.destroy',
        'rights.update',
        'shares.store',
        'shares.destroy',
      ],
    ].map((gesture) => [`ged.${gesture}`, BY_OTHER_DOORS])
  ),
})
