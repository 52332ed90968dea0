import type { MinistryClassification } from './classification.js'
import type { MinistryState } from './state.js'
import type { Submission } from './submission.js'

/** What the ministry reproaches to a message: a code on three figures and a sentence. */
export interface Reproach {
  nature: string
  detail: string
}

export const NATURES: Record<string, string> = {
  1: 'DE',
  2: 'AR',
  3: 'AI',
  4: 'CC',
  5: 'BF',
  6: 'AU',
}

export const STALE_CLASSIFICATION: Reproach = {
  nature: '002',
  detail:
    "ODT-VERIF-01 : Votre acte a été transmis avec une date de classification qui n'est pas à jour",
}

/** The identifier that the ministry gives to the acte of a 1-1. */
export function acteIdOf({ departement, siren, form }: Submission): string {
  const date = (form.get('@actes:Date') ?? '').replaceAll('-', '')
  const nature = NATURES[form.get('@actes:CodeNatureActe') ?? ''] ?? 'AU'
  return [departement, siren, date, form.get('@actes:NumeroInterne'), nature].join('-')
}

/** The controls of a 1-1, in the order in which the ministry makes them; the first one counts. */
export function controlActe(
  submission: Submission,
  classification: MinistryClassification,
  state: MinistryState
): Reproach | null {
  const { form } = submission
  const nature = form.get('@actes:CodeNatureActe') ?? ''
  const acteId = acteIdOf(submission)
  if (state.hasActe(acteId)) {
    return {
      nature: '001',
      detail: 'Cet acte a déjà été transmis, un acte avec le même id existe dans le système',
    }
  }
  if (form.get('actes:ClassificationDateVersion') !== classification.date) {
    return STALE_CLASSIFICATION
  }
  const wrong = (detail: string): Reproach => ({ nature: '003', detail })
  if (!NATURES[nature]) return wrong(`Nature d'acte inconnue : ${nature}`)
  const matiere = [1, 2].map((level) => form.get(`actes:CodeMatiere${level}/@actes:CodeMatiere`))
  if (!classification.hasMatiere(matiere.join('.'))) {
    return wrong(`Matière inconnue : ${matiere.join('.')}`)
  }
  if ((form.get('actes:Objet') ?? '').length > 500) return wrong('Objet de plus de 500 caractères')
  return controlDocuments(submission, classification, nature)
}

function controlDocuments(
  { form, files }: Submission,
  classification: MinistryClassification,
  nature: string
): Reproach | null {
  const wrong = (detail: string): Reproach => ({ nature: '004', detail })
  const annexes = form.list('actes:Annexes/actes:Annexe/actes:NomFichier')
  if (form.get('actes:Annexes/@actes:Nombre') !== String(annexes.length)) {
    return wrong("Le nombre d'annexes annoncé n'est pas celui des annexes citées")
  }
  for (const name of [...form.list('actes:Document/actes:NomFichier'), ...annexes]) {
    const bytes = files.get(name)
    if (!bytes) return wrong(`Fichier cité mais absent : ${name}`)
    if (!classification.hasTypePJ(nature, name.slice(0, 5))) {
      return wrong(`Type de pièce ${name.slice(0, 5)} non admis pour la nature ${nature}`)
    }
    if (name.endsWith('.pdf') && !bytes.subarray(0, 1024).includes('%PDF-')) {
      return wrong(`Fichier illisible : ${name}`)
    }
  }
  return null
}
