import { MATIERES, NATURE_LABELS } from './classification_data.js'
import { TYPES } from './document_types.js'
import { document, escape } from './xml.js'

/** The classification in force at a date, with the questions that controls ask. */
export class MinistryClassification {
  constructor(readonly date: string) {}

  hasMatiere(path: string): boolean {
    const [first, second] = path.split('.').map(Number)
    return MATIERES[first - 1]?.[1][second - 1] !== undefined
  }

  hasTypePJ(nature: string, code: string): boolean {
    return (TYPES[nature] ?? []).some(([known]) => known === code)
  }

  /** Message 7-2. */
  toXml(): Buffer {
    const natures = Object.entries(NATURE_LABELS).map(([code, { label, abrege }]) => {
      const types = TYPES[code].map(
        ([type, name]) =>
          `<actes:TypePJNatureActe actes:CodeTypePJ="${type}" actes:Libelle="${escape(name)}"/>`
      )
      return `<actes:NatureActe actes:CodeNatureActe="${code}" actes:Libelle="${escape(label)}" actes:TypeAbrege="${abrege}">${types.join('')}</actes:NatureActe>`
    })
    const matieres = MATIERES.map(([label, children], index) => {
      const seconds = children.map((child, rank) => matiere(2, rank + 1, child, ''))
      return matiere(1, index + 1, label, seconds.join(''))
    })
    return document(
      'RetourClassification',
      '',
      `<actes:DateClassification>${this.date}</actes:DateClassification><actes:NaturesActes>${natures.join('')}</actes:NaturesActes><actes:Matieres>${matieres.join('')}</actes:Matieres>`
    )
  }
}

function matiere(level: number, code: number, label: string, children: string): string {
  return `<actes:Matiere${level} actes:CodeMatiere="${code}" actes:Libelle="${escape(label)}">${children}</actes:Matiere${level}>`
}
