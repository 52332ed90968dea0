/** What the three extensions call the same rules. */
export interface Names {
  /** Of a rule of totals: `CO-10`. */
  total: (code: string) => string
  /** Of a rule of categories: `S`, `01`. */
  category: (letters: string, number: string) => string
  /** Of a rule of lines that EN 16931 has: `22`. */
  line: (number: string) => string
  /** Of a rule that EN 16931 has for allowances and charges: `38`. */
  charge: (number: string) => string
  /** Of the tree of lines: `06`. */
  tree: (number: string) => string
}

/** EXTENDED-CTC-FR in CII, in UBL, and Factur-X EXTENDED. */
export const CTC_CII: Names = {
  total: (code) => `BR-FREXT-${code}`,
  category: (letters, number) =>
    number === '01' ? `BR-FREXT-${letters}-01` : `BR-FXEXT-${letters}-${number}`,
  line: (number) => `BR-FREXT-BR-${number}`,
  charge: (number) => `BR-FREXT-BR-${number}`,
  tree: (number) => `BR-FREXT-${number}`,
}

export const CTC_UBL: Names = {
  total: (code) => `BR-FREXT-${code}`,
  category: (letters, number) => `BR-FREXT-${letters}-${number}`,
  line: (number) => `BR-FREXT-${number}`,
  charge: (number) => `BR-${number}`,
  tree: (number) => `BR-FREXT-${number}`,
}

export const FACTUR_X: Names = {
  total: (code) => `BR-FXEXT-${code}`,
  category: (letters, number) => {
    if (number === '01') return `BR-FXEXT-${letters}-01`
    return number === '08' && letters === 'S' ? 'BR-FXEXT-S08b' : `BR-FXEXT-${letters}-${number}b`
  },
  line: (number) => `BR-FXEXT-BR-${number}`,
  charge: (number) => `BR-FXEXT-BR-${number}`,
  tree: (number) => `BR-FXEXT-${number}`,
}
