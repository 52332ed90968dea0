import { InvalidValue, LocalDate } from '#lib/values'
import { WrongUsage } from './command.js'

/** A value that was written wrongly is a command written wrongly. @throws WrongUsage */
export function readOption<T>(name: string, text: string, parse: (text: string) => T): T {
  try {
    return parse(text)
  } catch (error) {
    if (error instanceof InvalidValue) throw new WrongUsage(`--${name} : ${error.message}`)
    throw error
  }
}

/** A day, only as AAAA-MM-JJ, of a century that a tender may know. @throws WrongUsage */
export function readDay(name: string, text: string): LocalDate {
  const day = /^(19|20|21)\d{2}-\d{2}-\d{2}$/.test(text) ? LocalDate.tryParse(text) : null
  if (day === null)
    throw new WrongUsage(`--${name} : « ${text} » n’est pas un jour, écrivez AAAA-MM-JJ.`)
  return day
}

/** One of some words. @throws WrongUsage */
export function readWord<T extends string>(name: string, text: string, words: readonly T[]): T {
  const word = words.find((one) => one === text)
  if (word === undefined) throw new WrongUsage(`--${name} : écrivez ${words.join(', ')}.`)
  return word
}
