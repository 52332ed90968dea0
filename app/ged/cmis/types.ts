import type DocumentType from '../types/document_type.js'
import { documentKinds, fieldKey, folderKinds, type PropertyKind } from './property_kinds.js'

export const FOLDER = 'cmis:folder'
export const DOCUMENT = 'cmis:document'

/** `D:ged:arrete` for documents of that type. */
export const typeIdOf = (code: string): string => `D:ged:${code}`

/** A type as CMIS knows it, and the one of the member that it stands for. */
export interface CmisType {
  id: string
  label: string
  base: typeof FOLDER | typeof DOCUMENT
  /** Null of those that CMIS defines. */
  type: DocumentType | null
}

const BASES: CmisType[] = [
  { id: FOLDER, label: 'Dossier', base: FOLDER, type: null },
  { id: DOCUMENT, label: 'Document', base: DOCUMENT, type: null },
]

/** All those of a member: the two of CMIS, then one for each type of document. */
export const typesOf = (types: DocumentType[]): CmisType[] => [
  ...BASES,
  ...types.map((type) => ({
    ...{ id: typeIdOf(type.code), label: type.label, base: DOCUMENT as typeof DOCUMENT, type },
  })),
]

export const kindsOf = ({ base, type }: CmisType): PropertyKind[] =>
  base === FOLDER ? folderKinds : documentKinds(type?.fields ?? [])

/** A type as a client reads it (CMIS 1.1 §2.1.3.2, §5.2.4). */
export function typeDefinition(type: CmisType, { withProperties }: { withProperties: boolean }) {
  const { id, label, base } = type
  const isDocument = base === DOCUMENT
  return {
    ...{ id, localName: id, localNamespace: 'urn:halle:ged', queryName: id },
    ...{ displayName: label, description: label, baseId: base },
    ...(id !== base && { parentId: base }),
    ...{ creatable: true, fileable: true, queryable: false, fulltextIndexed: isDocument },
    ...{ includedInSupertypeQuery: true, controllablePolicy: false, controllableACL: false },
    typeMutability: { create: false, update: false, delete: false },
    ...(isDocument && { versionable: true, contentStreamAllowed: 'required' }),
    ...(withProperties && {
      propertyDefinitions: Object.fromEntries(
        kindsOf(type).map((kind) => [kind.id, definitionOf(kind, type)])
      ),
    }),
  }
}

function definitionOf(
  { id, label, kind, isMany, updatability, isRequired }: PropertyKind,
  { id: typeId, base }: CmisType
) {
  const isInherited = typeId !== base && fieldKey(id) === null
  return {
    ...{ id, localName: id, queryName: id, displayName: label, description: label },
    ...{ propertyType: kind, cardinality: isMany ? 'multi' : 'single', updatability },
    ...{ inherited: isInherited, required: isRequired, queryable: false, orderable: false },
    openChoice: true,
  }
}
