import { error, warning, type DecpFinding } from './finding.js'

const LA_POSTE = '356000000'

/** The forms of what identifies a company that has no SIRET. */
const FORMS: Record<string, RegExp> = {
  'TVA': /^(FR[0-9A-HJ-NP-Z]{2}\d{9}|(?!FR)[A-Z]{2}[0-9A-Z+*]{2,12})$/,
  'TAHITI': /^[0-9A-Za-z]{9}$/,
  'RIDET': /^\d{10}$/,
  'FRWF': /^FRWF\w{14}$/,
  'IREP': /^\d{5}\w*$/,
  'HORS-UE': /^[A-Z]{2}\w{0,16}$/,
}

function luhn(digits: string): boolean {
  const sum = [...digits].reverse().reduce((total, digit, index) => {
    const value = Number(digit) * (index % 2 === 0 ? 1 : 2)
    return total + (value > 9 ? value - 9 : value)
  }, 0)
  return sum % 10 === 0
}

/** A SIRET as the national consolidation reads it: fourteen digits without space, and their key. */
export function judgeSiret(siret: string, path: string): DecpFinding[] {
  if (!/^\d{14}$/.test(siret))
    return [error('siret', path, `« ${siret} » n’est pas un SIRET : il compte quatorze chiffres.`)]
  if (luhn(siret)) return []
  const sum = [...siret].reduce((total, digit) => total + Number(digit), 0)
  if (siret.startsWith(LA_POSTE) && sum % 5 === 0)
    return [
      warning(
        'siret-la-poste',
        path,
        'Ce SIRET de La Poste est juste, mais la consolidation nationale écartera la ligne.'
      ),
    ]
  return [error('siret', path, `« ${siret} » n’est pas un SIRET : sa clé est fausse.`)]
}

/** Who holds a contract, by the kind of identifier that was given. */
export function judgeHolder(kind: unknown, id: unknown, path: string): DecpFinding[] {
  if (typeof kind !== 'string' || typeof id !== 'string') return []
  if (kind === 'SIRET') return judgeSiret(id, path)
  if (!Object.hasOwn(FORMS, kind) || FORMS[kind].test(id)) return []
  return [error('identifier', path, `« ${id} » n’a pas la forme d’un identifiant ${kind}.`)]
}
