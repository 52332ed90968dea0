import { paymentClock, type EcbRate, type Life } from '#lib/einvoice/clock'
import {
  listOfObjects,
  optionalText,
  requiredText,
  Unjudgeable,
  type Line,
  type RuleCommand,
} from '#lib/rule_command'
import { Decimal, LocalDate } from '#lib/values'

const LAST_YEAR = 9_900

/** When an invoice is owed, and what paying it late costs. */
const clock: RuleCommand = {
  help: `Compte le délai global de paiement et les intérêts moratoires, ligne par ligne.

  Chaque ligne : {"id","delayDays","madeAvailableOn","serviceDoneOn"?,
  "events":[{"type":"suspended|completed","on"}],"paidOn"?,"amount","ecbRates":[{"from","rate"}]}
  Réponse : {"id","startsOn","dueOn","daysLate","interest","indemnity"} ; les montants sont écrits
  comme « amount », en nombres ou en textes.`,

  answer(line) {
    const { startsOn, dueOn, daysLate, interest, indemnity } = paymentClock(lifeOf(line))
    const isNumber = typeof line.amount === 'number'
    const written = (amount: Decimal | null) =>
      isNumber && amount ? Number(amount.toString()) : amount
    return {
      id: line.id ?? null,
      startsOn,
      dueOn,
      daysLate,
      interest: written(interest),
      indemnity: written(indemnity),
    }
  },
}

export default clock

const lifeOf = (line: Line): Life => ({
  delayDays: daysIn(line, 'delayDays'),
  madeAvailableOn: dayOf('madeAvailableOn', requiredText(line, 'madeAvailableOn')),
  serviceDoneOn: optionalDay(line, 'serviceDoneOn'),
  events: listOfObjects(line, 'events').map((event) => ({
    type: typeOf(event),
    on: dayOf('on', requiredText(event, 'on')),
  })),
  paidOn: optionalDay(line, 'paidOn'),
  amount: numberOf(line, 'amount'),
  rates: listOfObjects(line, 'ecbRates').map((one): EcbRate => ({
    from: dayOf('from', requiredText(one, 'from')),
    rate: numberOf(one, 'rate'),
  })),
})

function typeOf(event: Line): 'suspended' | 'completed' {
  const type = requiredText(event, 'type')
  if (type === 'suspended' || type === 'completed') return type
  throw new Unjudgeable('type', `« ${type} » n’est ni « suspended », ni « completed ».`)
}

/** A whole number of days, 30 when it is not said. */
function daysIn(line: Line, name: string): number {
  const days = line[name] ?? 30
  if (Number.isInteger(days) && (days as number) >= 0 && (days as number) <= 3_650)
    return days as number
  throw new Unjudgeable(name, `« ${name} » n’est pas un nombre de jours.`)
}

/** A decimal number, as JSON writes numbers or as a text. */
function numberOf(line: Line, name: string): Decimal {
  const value = line[name]
  const number =
    typeof value === 'number' || typeof value === 'string' ? Decimal.tryParse(String(value)) : null
  if (number === null)
    throw new Unjudgeable(name, `« ${name} » n’est pas un nombre : écrivez par exemple "1250.50".`)
  return number
}

function optionalDay(line: Line, name: string): LocalDate | null {
  const text = optionalText(line, name)
  return text === null ? null : dayOf(name, text)
}

function dayOf(name: string, text: string): LocalDate {
  const day = LocalDate.tryParse(text)
  if (day === null)
    throw new Unjudgeable(name, `« ${name} » n’est pas un jour : écrivez AAAA-MM-JJ.`)
  // A delay of ten years, twice, still ends on a day of four figures
  if (day.year > LAST_YEAR)
    throw new Unjudgeable(name, `« ${name} » est trop lointain : l’an ${LAST_YEAR} au plus.`)
  return day
}
