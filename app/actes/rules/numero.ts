const NUMERO = /^([A-Z0-9][A-Z0-9_]{0,13})?[A-Z0-9]$/

/**
 * Why a numero would be refused, in French, or null. Stricter than the XSD, which allows the hyphen:
 * a hyphen breaks the names of files, where it is the separator.
 */
export function numeroProblem(numero: string): string | null {
  if (numero === '') return 'Indiquez le numéro de l’acte, par exemple 2026_045.'
  if (numero.length > 15) return 'Le numéro compte au plus 15 caractères : raccourcissez-le.'
  if (NUMERO.test(numero)) return null
  const suggestion = suggestNumero(numero)
  const example = suggestion ? ` Par exemple : ${suggestion}.` : ''
  return `Le numéro s’écrit avec des majuscules sans accent, des chiffres et le tiret bas (_), sans commencer ni finir par un tiret bas.${example}`
}

/** A numero as near as possible to what was typed: "2026-045 bis" gives "2026_045_BIS". */
export function suggestNumero(typed: string): string {
  return typed
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toUpperCase()
    .replace(/[^A-Z0-9]+/g, '_')
    .slice(0, 15)
    .replace(/^_+|_+$/g, '')
}
