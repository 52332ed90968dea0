import { askFor } from '#lib/values/field_words'
import { LocalDate } from '#lib/values'
import { type Echeance, parseEcheance } from '../echeance.js'
import { ambiguity, isAmbiguous, parseNumber } from '../french_number.js'

/** What is wrong at a field, in a sentence that says how to mend it. */
export interface Problem {
  field: string
  message: string
}

const LONGEST_AMOUNT = 12

/** Reads what was typed, field by field, and gathers all that is wrong instead of stopping there. */
export class Reader {
  readonly problems: Problem[] = []

  /** A text of one line; `min` 0 makes it optional. */
  line(field: string, text: string, min = 0): string {
    return this.text(field, text.replace(/\s+/g, ' '), min, 300)
  }

  text(field: string, text: string, min: number, max: number): string {
    if (min > 0 && text === '') this.refuse(field, askFor(field))
    else if (text.length < min) this.refuse(field, `Écrivez au moins ${min} caractères.`)
    if (text.length > max) this.refuse(field, `Raccourcissez ce texte : ${max} caractères au plus.`)
    return text
  }

  choice<T extends string>(field: string, text: string, choices: readonly T[]): T {
    const found = choices.find((choice) => choice === text)
    if (found === undefined) this.refuse(field, 'Choisissez une réponse de la liste.')
    return found ?? choices[0]
  }

  /** « T4 2018 », « novembre 2019 », « 2019 », « 30/06/2019 »; null when empty. */
  echeance(field: string, text: string): Echeance | null {
    if (text === '') return null
    const read = parseEcheance(text)
    if (!read) {
      this.refuse(
        field,
        'Écrivez une date, un mois, un trimestre ou une année : 30/06/2027, novembre 2027, T4 2027 ou 2027.'
      )
    }
    return read
  }

  /** A day as ISO text; null when empty. */
  day(field: string, text: string): string | null {
    if (text === '') return null
    const day = LocalDate.tryParse(text)
    if (!day) this.refuse(field, 'Écrivez une date, par exemple 22/11/2026.')
    return day && String(day)
  }

  /** Money in whole units, as digits; « 5 000 000 » as people write it. */
  amount(field: string, text: string): string {
    const figure = parseNumber(text)
    const digits = figure === null ? '' : String(figure)
    if (!/^\d+$/.test(digits) || digits.length > LONGEST_AMOUNT) {
      this.refuse(field, 'Écrivez un montant entier, sans centimes : 12 000.')
    }
    return digits
  }

  /** A measured figure, decimals allowed. */
  figure(field: string, text: string): number {
    const figure = parseNumber(text)
    if (figure === null || figure < 0) {
      this.refuse(field, 'Écrivez un chiffre, par exemple 46 800 ou 3,5, sans unité.')
    }
    return figure ?? 0
  }

  /** A figure of an indicator, which may carry the indicator's unit; null when it is refused. */
  measure(
    field: string,
    written: string,
    { unit, precision }: { unit: string; precision: number }
  ): number | null {
    const bare = written.trim().endsWith(unit.trim())
      ? written.trim().slice(0, -unit.trim().length || undefined)
      : written
    const figure = parseNumber(bare)
    if (figure === null) {
      this.refuse(
        field,
        `« ${written} » n’a pas pu être lu. Écrivez par exemple 46 800 ou 3,5, sans unité.`
      )
      return null
    }
    if (precision > 0 && isAmbiguous(bare)) {
      this.refuse(field, ambiguity(bare))
      return null
    }
    if (Number(figure.toFixed(precision)) === figure) return figure
    this.refuse(
      field,
      precision === 0
        ? `Cet indicateur se compte sans décimale : arrondissez « ${written} ».`
        : `Écrivez au plus ${precision} décimales.`
    )
    return null
  }

  /** A whole number within bounds; null when empty. */
  whole(field: string, text: string, min: number, max: number): number | null {
    if (text === '') return null
    const number = parseNumber(text)
    if (number === null || !Number.isInteger(number) || number < min || number > max) {
      this.refuse(field, `Écrivez un nombre entier, de ${min} à ${max}.`)
    }
    return number
  }

  refuse(field: string, message: string): void {
    this.problems.push({ field, message })
  }
}
