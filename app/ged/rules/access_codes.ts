/**
 * Why documents wait before they are communicated, by the codes that the SEDA gives to the cases of
 * the Code du patrimoine (L213-1, L213-2).
 */
const REASONS: Record<string, [codes: string[], words: string]> = {
  free: [['AR038'], 'Communicable aussitôt'],
  secrets: [['AR039', 'AR040', 'AR041', 'AR042'], '25 ans'],
  dead: [['AR043', 'AR044', 'AR045', 'AR046', 'AR047'], '25 ans après le décès'],
  privacy: [['AR048'], '50 ans : vie privée, jugement de valeur'],
  safety: [['AR049', 'AR050', 'AR051'], '50 ans'],
  inquiries: [['AR052', 'AR053', 'AR055', 'AR056', 'AR057'], '75 ans'],
  registers: [['AR054'], '75 ans : état civil'],
  minors: [['AR058', 'AR059', 'AR060'], '100 ans'],
  born: [['AR061'], '120 ans après la naissance : secret médical'],
  never: [['AR062'], 'Jamais communicable'],
}

/** Each code with what it says, in the order of the codes. */
export const ACCESS_CODES: { code: string; words: string }[] = Object.values(REASONS)
  .flatMap(([codes, words]) => codes.map((code) => ({ code, words })))
  .toSorted((one, other) => one.code.localeCompare(other.code))

/** Those that a form offers. */
export const ACCESS_CHOICES = ACCESS_CODES.map(({ code, words }) => ({
  value: code,
  label: `${code} : ${words}`,
}))

/** « 50 ans : vie privée, jugement de valeur (AR048) »; null when there is none of that code. */
export function accessLabel(code: string | null): string | null {
  const found = ACCESS_CODES.find((one) => one.code === code)
  return found ? `${found.words} (${found.code})` : null
}
