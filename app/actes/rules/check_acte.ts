import { LocalDate } from '#lib/values'
import { parseActeId } from './acte_id.js'
import { findMatiere, typesPJOf, type Classification } from './classification.js'
import { annexeProblem, mainDocumentProblem, totalProblem, type FileFacts } from './documents.js'
import { findNature } from './nature.js'
import { numeroProblem } from './numero.js'
import { objetProblems } from './objet.js'

/** An acte as it stands in a form: everything may still be missing. */
export interface ActeDraft {
  nature: number | null
  /** Path in the classification, such as "7.1". */
  matiere: string
  numero: string
  objet: string
  /** YYYY-MM-DD as typed. */
  decisionDate: string
  document: FileFacts | null
  typePJ: string
  annexes: { file: FileFacts; typePJ: string }[]
  /** IDActe of an acte that this one replaces. */
  previousIdentifier?: string | null
}

export interface ActeProblem {
  /** Name of the field in the form; annexes are `annexes.0.typePJ`. */
  field: string
  message: string
}

/**
 * Everything that the ministry would refuse in an acte, at the field and in plain French.
 * Uniqueness of the numero needs the other actes: it is checked by the room.
 * @param today the day in Europe/Paris
 */
export function checkActe(
  acte: ActeDraft,
  classification: Classification,
  today: LocalDate
): ActeProblem[] {
  const nature = acte.nature === null ? null : findNature(acte.nature)
  const problems: (ActeProblem | null)[] = [
    at('nature', nature ? null : 'Choisissez la nature de l’acte.'),
    at('matiere', matiereProblem(acte.matiere, classification)),
    at('numero', numeroProblem(acte.numero)),
    ...objetProblems(acte.objet).map((message) => at('objet', message)),
    at('decisionDate', decisionDateProblem(acte.decisionDate, today)),
    at('previousIdentifier', previousProblem(acte.previousIdentifier ?? '')),
  ]
  const types = nature && typesPJOf(classification, nature.code).map(({ code }) => code)
  if (!acte.document) problems.push(at('document', 'Déposez le document de l’acte, en PDF.'))
  if (acte.document && nature) {
    problems.push(
      at('document', mainDocumentProblem(acte.document, nature.code, acte.matiere)),
      at('typePJ', typeProblem(acte.typePJ, types, 'de ce document'))
    )
  }
  for (const [index, annexe] of acte.annexes.entries()) {
    if (acte.document) {
      const problem = annexeProblem(annexe.file, acte.document.mediaType)
      problems.push(at(`annexes.${index}.file`, problem))
    }
    const whose = `de l’annexe « ${annexe.file.name} »`
    problems.push(at(`annexes.${index}.typePJ`, typeProblem(annexe.typePJ, types, whose)))
  }
  if (acte.document) {
    const files = [acte.document, ...acte.annexes.map(({ file }) => file)]
    problems.push(at('annexes', totalProblem(files)))
  }
  return problems.filter((problem) => problem !== null)
}

function at(field: string, message: string | null): ActeProblem | null {
  return message === null ? null : { field, message }
}

function matiereProblem(path: string, classification: Classification): string | null {
  if (path === '') return 'Choisissez la matière de l’acte.'
  // CodeMatiere1 and CodeMatiere2 are both required by the XSD
  if (!path.includes('.')) return 'Choisissez une sous-matière : le premier niveau ne suffit pas.'
  if (findMatiere(classification, path)) return null
  return `La matière ${path} n’existe pas dans la classification de votre préfecture : choisissez-en une autre.`
}

function decisionDateProblem(typed: string, today: LocalDate): string | null {
  if (typed === '') return 'Indiquez la date de la décision.'
  const date = LocalDate.tryParse(typed)
  if (!date) return 'Cette date n’existe pas : écrivez-la sous la forme jour, mois, année.'
  if (date.isAfter(today))
    return 'La date de décision est dans le futur : un acte est transmis une fois pris.'
  return null
}

/** `admitted` is null while no nature says which types are. */
function typeProblem(code: string, admitted: string[] | null, whose: string): string | null {
  if (code === '') return `Choisissez le type ${whose}.`
  if (admitted === null || admitted.includes(code)) return null
  return `Le type ${code} ${whose} n’est pas admis pour cette nature d’acte : choisissez-en un autre.`
}

function previousProblem(identifier: string): string | null {
  if (identifier === '' || parseActeId(identifier)) return null
  return 'Cet identifiant n’est pas celui d’un acte reçu en préfecture : il s’écrit comme 035-213500012-20261120-2026_045-DE.'
}
