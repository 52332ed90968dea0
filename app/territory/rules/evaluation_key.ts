/** Which evaluation: of a year, or of the whole mandate at its end. */
export interface EvaluationKey {
  year: number
  scope: 'annual' | 'final'
}

/** What an address may say: « 2025 », « 2026-finale ». */
export const EVALUATION_KEY = /^20\d\d(-finale)?$/

/** Reads what an address says; the pattern must have been checked. */
export function parseEvaluationKey(written: string): EvaluationKey {
  const scope = written.endsWith('-finale') ? 'final' : 'annual'
  return { year: Number(written.slice(0, 4)), scope }
}

/** As an address says it. */
export function evaluationPath({ year, scope }: EvaluationKey): string {
  return scope === 'final' ? `${year}-finale` : String(year)
}
