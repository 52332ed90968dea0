/** One thing in the way (`block`) or to know (`warning`), in a sentence that says how to mend it. */
export interface Finding {
  level: 'block' | 'warning'
  code: string
  text: string
}

export const block = (code: string, text: string): Finding => ({ level: 'block', code, text })
export const warning = (code: string, text: string): Finding => ({ level: 'warning', code, text })
