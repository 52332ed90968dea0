import { xmlToObject, type XmlObject } from '#lib/xml'
import type { Classification, Matiere } from '../rules/classification.js'

/**
 * The classification of a RetourClassification (7-2). Old ones have no types of documents; a label
 * sent in the wrong encoding is kept as received.
 * @throws XmlRejected when the document cannot be read
 */
export function readClassification(bytes: Uint8Array): Classification {
  const root = xmlToObject(bytes)
  const natures = children(children(root, 'NaturesActes')[0], 'NatureActe').map((nature) => ({
    code: Number(nature.$?.CodeNatureActe),
    label: nature.$?.Libelle ?? '',
    abrege: nature.$?.TypeAbrege ?? '',
    typesPJ: children(nature, 'TypePJNatureActe').map(({ $ }) => ({
      code: $?.CodeTypePJ ?? '',
      label: $?.Libelle ?? '',
    })),
  }))
  return {
    date: children(root, 'DateClassification')[0]?._ ?? '',
    natures: natures.sort((a, b) => a.code - b.code),
    matieres: readMatieres(children(root, 'Matieres')[0], 1),
  }
}

function readMatieres(parent: XmlObject | undefined, level: number): Matiere[] {
  return children(parent, `Matiere${level}`).map((matiere) => ({
    code: Number(matiere.$?.CodeMatiere),
    label: matiere.$?.Libelle?.trim() ?? '',
    children: level < 5 ? readMatieres(matiere, level + 1) : [],
  }))
}

function children(parent: XmlObject | undefined, name: string): XmlObject[] {
  const found = parent?.[name]
  return Array.isArray(found) ? found : []
}
