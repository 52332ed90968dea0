import { latin1Text } from '#kernel/xml'
import { latin1Problem } from './latin1.js'

// The XSD allows 500; the ministry's software counts one less (S2LOW, Pastell)
const LONGEST = 499

/** Why an objet would be refused, in French, or null. */
export function objetProblem(objet: string): string | null {
  if (objet.trim() === '') return 'Indiquez l’objet de l’acte.'
  if (/[\r\n\t]/.test(objet))
    return 'L’objet tient sur une seule ligne : retirez les retours à la ligne.'
  const unreadable = latin1Problem(objet)
  if (unreadable) return unreadable
  const sent = latin1Text(objet)
  if (sent.length <= LONGEST) return null
  return `L’objet compte ${sent.length} caractères : ramenez-le à ${LONGEST} au plus.`
}
