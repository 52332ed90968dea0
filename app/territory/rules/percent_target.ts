import { formatNumber, parseNumber } from './french_number.js'

/** An indicator that is itself a percentage. */
export const isPercent = (unit: string): boolean =>
  /^(?:%|pour\s*cent|pourcentage)/i.test(unit.trim())

const CHANGE = /^([+\-−])\s*(.+?)\s*%$/

/** « +20 % » : on a percentage it may be twenty points, or a fifth more. */
export const isBarePercentChange = (written: string): boolean => CHANGE.test(plain(written))

/** « au moins 30 % » says 30 where the unit is %; a relative change keeps its sign. */
export const withoutUnit = (written: string): string =>
  /relati/i.test(written) ? written : plain(written).replace(/\s*%$/, '')

/** The question, with what each answer would give from the start that was typed. */
export function pointsOrRelative(written: string, baseline: string): string {
  const [, sign, amount] = CHANGE.exec(plain(written))!
  const [start, change] = [parseNumber(baseline.replace('%', '')), parseNumber(amount) ?? 0]
  const way = sign === '+' ? 1 : -1
  const [first, second] =
    start === null
      ? ['', '']
      : [start + way * change, start + (start * way * change) / 100].map(
          (goal) => ` (de ${formatNumber(start)} à ${formatNumber(goal)} %)`
        )
  return `Cet indicateur est un pourcentage : écrivez « ${sign}${amount} points »${first}, ou « ${sign}${amount} % relatifs »${second}.`
}

const plain = (written: string) => written.replaceAll(/[\u00a0\u202f]/g, ' ').trim()
