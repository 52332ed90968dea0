import { CPV_2008_STEPS } from './cpv_2008_codes.js'

let known: Set<number> | null = null

/** Whether eight digits are a code of the CPV 2008 (règlement (CE) 213/2008). */
export function isCpv(code: string): boolean {
  return (known ??= unpacked()).has(Number(code)) && /^\d{8}$/.test(code)
}

/** Each step is what a code adds to the one before it, in base 36. */
function unpacked(): Set<number> {
  const codes = new Set<number>()
  let code = 0
  for (const step of CPV_2008_STEPS.trim().split(/[\s,]+/)) {
    code += Number.parseInt(step, 36)
    codes.add(code)
  }
  return codes
}
