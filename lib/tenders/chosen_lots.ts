/** What a company has chosen in its deposit page; envelopes by their names, as `offre-2`. */
export interface ChosenLots {
  /** The lots that she ticked. */
  ticked: string[]
  /** Those in whose place files are chosen, ticked or not. */
  filled: string[]
  /** Those that the pli she deposited before answers; it will be replaced whole (R2151-6). */
  former: string[]
  /** How many one company may answer (L2113-10); null: all. */
  most: number | null
}

/** What keeps the pli from being sealed, or what is asked about once; sentences for who deposits. */
export interface LotFindings {
  refuses: string | null
  asks: string[]
}

/** Judges the lots of a pli before it is sealed: afterwards nobody may add nor move an offer. */
export function lotFindings({ ticked, filled, former, most }: ChosenLots): LotFindings {
  const answered = ticked.filter((one) => filled.includes(one))
  return {
    refuses: refusalOf(ticked, answered, most),
    asks: [
      ...said(without(ticked, filled), {
        one: (lot) => `${lot} est coché, et n’a pas de fichier : il n’aurait pas d’offre.`,
        more: (lots) =>
          `${lots} sont cochés, et n’ont pas de fichier : ils n’auraient pas d’offre.`,
      }),
      ...said(without(filled, ticked), {
        one: (lot) =>
          `Des fichiers sont choisis pour ${lot}, qui n’est pas coché : ils ne partiraient pas.`,
        more: (lots) =>
          `Des fichiers sont choisis pour ${lots}, qui ne sont pas cochés : ils ne partiraient pas.`,
      }),
      ...said(without(former, answered), {
        one: (lot) =>
          `${lot}, auquel répondait votre pli précédent, n’aurait plus d’offre : le nouveau le remplace en entier.`,
        more: (lots) =>
          `${lots}, auxquels répondait votre pli précédent, n’auraient plus d’offre : le nouveau le remplace en entier.`,
      }),
    ],
  }
}

function refusalOf(ticked: string[], answered: string[], most: number | null): string | null {
  if (ticked.length === 0) return 'Cochez au moins un lot : celui auquel vous répondez.'
  if (most !== null && ticked.length > most)
    return `Le règlement admet ${most} lot${most > 1 ? 's' : ''} au plus par entreprise : vous en avez coché ${ticked.length}.`
  return answered.length === 0 ? 'Aucun des lots cochés n’a de fichier : choisissez-les.' : null
}

const without = (some: string[], others: string[]) => some.filter((one) => !others.includes(one))

/** « le lot 2 », or « les lots 1, 2 et 3 ». */
function said(
  envelopes: string[],
  { one, more }: { one: (lot: string) => string; more: (lots: string) => string }
): string[] {
  const numbers = envelopes.map((name) => name.replace('offre-', ''))
  if (numbers.length === 0) return []
  if (numbers.length === 1) return [capital(one(`le lot ${numbers[0]}`))]
  const last = numbers.pop()
  return [capital(more(`les lots ${numbers.join(', ')} et ${last}`))]
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)
