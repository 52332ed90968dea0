import { latin1Text } from '#lib/xml'
import { latin1Problem } from './latin1.js'

// The XSD allows 500; the ministry's software counts one less (S2LOW, Pastell)
const LONGEST = 499

/** All the reasons why an objet would be refused, in French. */
export function objetProblems(objet: string): string[] {
  if (objet.trim() === '') return ['Indiquez l’objet de l’acte.']
  const unreadable = latin1Problem(objet)
  // What cannot be written is counted as it was typed: both faults are said at once.
  const length = unreadable ? objet.length : latin1Text(objet).length
  return [
    /[\r\n\t]/.test(objet) && 'L’objet tient sur une seule ligne : retirez les retours à la ligne.',
    unreadable,
    length > LONGEST && `L’objet compte ${length} caractères : ramenez-le à ${LONGEST} au plus.`,
  ].filter((problem) => typeof problem === 'string')
}
