export interface Token {
  kind: 'number' | 'name' | 'symbol'
  text: string
}

/** A formula that cannot be read; the message is French, for the person who wrote it. */
export class FormulaError extends Error {}

// Identifiers hold dots and dashes ("cae_49.b-hab"), so a subtraction needs blanks around it; they
// are compared without case.
const PATTERN = /\s+|(\d+(?:\.\d+)?)(?![\w.])|([a-z_][\w.]*(?:-[\w.]+)*)|([-+*/×÷(),<>])/giy

/** Cuts a formula into tokens, lower case. Throws FormulaError at the first unknown character. */
export function tokenize(formula: string): Token[] {
  const tokens: Token[] = []
  let position = 0
  while (position < formula.length) {
    PATTERN.lastIndex = position
    const match = PATTERN.exec(formula)
    if (!match) {
      throw new FormulaError(
        `Caractère inattendu «\u00a0${formula[position]}\u00a0» en position ${position + 1}.`
      )
    }
    const [, number, name, symbol] = match
    if (number) tokens.push({ kind: 'number', text: number })
    if (name) tokens.push({ kind: 'name', text: name.toLowerCase() })
    if (symbol) tokens.push({ kind: 'symbol', text: symbol })
    position = PATTERN.lastIndex
  }
  return tokens
}
