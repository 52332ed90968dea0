import { documents } from '#kernel/documents'
import { day } from '#web/dates'
import type Acte from '../models/acte.js'
import { toDay } from '../models/days.js'
import { matiereNames } from '../register/matiere_names.js'

interface Fact {
  name: string
  value: string | null | undefined
  mono?: boolean
  href?: string
}

/** What a draft answers to each step of its form, as it is read again before it leaves. */
export async function factsByStep(acte: Acte, here: string): Promise<Record<string, Fact[]>> {
  const labels = (await matiereNames())(acte.matiere)
  return {
    nature: [
      { name: 'Nature', value: acte.nature?.label },
      { name: 'Matière', value: acte.matiere && `${acte.matiere} ${labels.join(', ')}` },
    ],
    decision: [
      { name: 'Numéro', value: acte.numero, mono: true },
      { name: 'Objet', value: acte.objet },
      { name: 'Date de la décision', value: acte.decisionDate && day(toDay(acte.decisionDate)!) },
    ],
    documents: await filesIn(acte, here),
    suites: [
      { name: 'Remplace', value: acte.previousIdentifier, mono: true },
      { name: 'Documents papier', value: acte.paperToo ? 'Ils suivront par courrier' : null },
      {
        name: 'Publication',
        value: acte.withheld ? 'Hors du registre public' : 'Au registre public, une fois reçu',
      },
    ],
  }
}

async function filesIn(acte: Acte, here: string): Promise<Fact[]> {
  const annexes = await acte.annexes()
  const pieces = [
    { name: 'Document', id: acte.documentId ?? null, type: acte.typePj },
    ...annexes.map(({ documentId, position, typePj }) => {
      return { name: `Annexe ${position}`, id: documentId, type: typePj }
    }),
  ]
  const found = await documents.findMany(pieces.flatMap(({ id }) => id ?? []))
  const names = new Map(found.map(({ id, name }) => [id, name]))
  return pieces.flatMap(({ name, id, type }) => {
    const said = id && names.get(id)
    if (!said) return []
    const value = type ? `${said}, type ${type}` : said
    return [{ name, value, href: `${here}/documents/${id}` }]
  })
}
