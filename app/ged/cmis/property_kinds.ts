import type { TypedField } from '../types/document_type.js'

export type Kind = 'id' | 'string' | 'datetime' | 'boolean' | 'integer'

/** What a property is, as its type tells it (CMIS 1.1 §2.1.3.3). */
export interface PropertyKind {
  id: string
  label: string
  kind: Kind
  isMany: boolean
  updatability: 'readonly' | 'readwrite' | 'oncreate'
  isRequired: boolean
}

const one = (id: string, label: string, kind: Kind, more: Partial<PropertyKind> = {}) => ({
  ...{ id, label, kind, isMany: false, updatability: 'readonly' as const, isRequired: false },
  ...more,
})

/** The date of the document itself, never that of its file. */
export const DATE = 'ged:date'

const OF_ALL: PropertyKind[] = [
  one('cmis:objectId', 'Identifiant', 'id'),
  one('cmis:baseTypeId', 'Type de base', 'id'),
  one('cmis:objectTypeId', 'Type', 'id', { updatability: 'oncreate', isRequired: true }),
  one('cmis:secondaryObjectTypeIds', 'Types secondaires', 'id', { isMany: true }),
  one('cmis:name', 'Nom', 'string', { updatability: 'readwrite', isRequired: true }),
  one('cmis:description', 'Titre', 'string', { updatability: 'readwrite' }),
  one('cmis:createdBy', 'Déposé par', 'string'),
  one('cmis:creationDate', 'Déposé le', 'datetime'),
  one('cmis:lastModifiedBy', 'Modifié par', 'string'),
  one('cmis:lastModificationDate', 'Modifié le', 'datetime'),
  one('cmis:changeToken', 'État', 'string'),
]

const OF_FOLDERS: PropertyKind[] = [
  one('cmis:parentId', 'Dossier au-dessus', 'id'),
  one('cmis:path', 'Chemin', 'string'),
  one('cmis:allowedChildObjectTypeIds', 'Types permis', 'id', { isMany: true }),
]

const OF_DOCUMENTS: PropertyKind[] = [
  one('cmis:isImmutable', 'Ne change plus', 'boolean'),
  one('cmis:isLatestVersion', 'Dernière version', 'boolean'),
  one('cmis:isMajorVersion', 'Version majeure', 'boolean'),
  one('cmis:isLatestMajorVersion', 'Dernière version majeure', 'boolean'),
  one('cmis:isPrivateWorkingCopy', 'Copie de travail', 'boolean'),
  one('cmis:versionLabel', 'Version', 'string'),
  one('cmis:versionSeriesId', 'Suite de versions', 'id'),
  one('cmis:isVersionSeriesCheckedOut', 'Réservé', 'boolean'),
  one('cmis:versionSeriesCheckedOutBy', 'Réservé par', 'string'),
  one('cmis:versionSeriesCheckedOutId', 'Copie de travail', 'id'),
  one('cmis:checkinComment', 'Commentaire', 'string'),
  one('cmis:contentStreamLength', 'Taille', 'integer'),
  // Read from the bytes; a client may say what it thinks
  one('cmis:contentStreamMimeType', 'Format', 'string', { updatability: 'oncreate' }),
  one('cmis:contentStreamFileName', 'Nom du fichier', 'string', { updatability: 'oncreate' }),
  one('cmis:contentStreamId', 'Empreinte SHA-256', 'id'),
  one(DATE, 'Date du document', 'datetime', { updatability: 'readwrite' }),
]

export const folderKinds: PropertyKind[] = [...OF_ALL, ...OF_FOLDERS]

/** What a document of a type tells of itself; of no type when there are no fields. */
export const documentKinds = (fields: TypedField[]): PropertyKind[] => [
  ...OF_ALL,
  ...OF_DOCUMENTS,
  ...fields.map(({ key, label, kind }) =>
    one(fieldId(key), label, kind === 'date' ? 'datetime' : 'string', { updatability: 'readwrite' })
  ),
]

/** A field of a type as CMIS names it: `ged:numero`; the date is that of every document. */
export const fieldId = (key: string): string => `ged:${key}`
export const fieldKey = (id: string): string | null =>
  (id !== DATE && /^ged:(.+)$/.exec(id)?.[1]) || null
