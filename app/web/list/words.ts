import { day } from '#web/dates'
import { number, plural } from '#lib/french/french'
import { inFrench } from '#lib/languages/said_twice'
import { addressOf } from './address.js'
import {
  MOST_COUNTED,
  type Cell,
  type Column,
  type Filter,
  type ListDeclaration,
  type SortKey,
} from './declaration.js'
import { namesOf, type ListState } from './state.js'

export interface Chip {
  label: string
  /** The same list without it. */
  href: string
}

/** What narrows a list, each with the address that takes it off. */
export function chipsOf(base: string, list: ListDeclaration, state: ListState): Chip[] {
  return list.filters.flatMap((filter) => {
    const names = namesOf(filter)
    const label = saidBy(
      filter,
      names.map((name) => state.values[name] ?? '')
    )
    return label ? [{ label, href: addressOf(base, list, state, { without: names }) }] : []
  })
}

function saidBy(filter: Filter, [value, until = '']: string[]): string {
  if (filter.kind === 'tabs') return ''
  if (filter.kind === 'dates') return between(filter.label, value, until)
  if (!value) return ''
  if (filter.kind === 'words') return `« ${value} »`
  if (filter.kind === 'choice') return filter.options.find((one) => one.value === value)!.label
  return `${filter.label} : ${value}`
}

function between(label: string, from: string, until: string): string {
  if (from && until) return `${label} : du ${day(from)} au ${day(until)}`
  if (from) return `${label} : depuis le ${day(from)}`
  return until ? `${label} : jusqu’au ${day(until)}` : ''
}

/** « 143 actes », « plus de 10 000 actes »; `counted` is one more than is ever counted, or less. */
export function countWords([one, many]: [string, string], counted: number): string {
  return counted > MOST_COUNTED
    ? `plus de ${number(MOST_COUNTED)} ${many}`
    : plural(counted, one, many)
}

const WAYS: Record<SortKey['kind'], [string, string]> = {
  text: ['A à Z', 'Z à A'],
  int: ['croissant', 'décroissant'],
  bigint: ['croissant', 'décroissant'],
  date: ['ancien d’abord', 'récent d’abord'],
  timestamptz: ['ancien d’abord', 'récent d’abord'],
}

/** The orders of a list as one choice, for a screen too narrow for heads. */
export function ordersOf({ columns, order }: ListDeclaration) {
  const sorted = columns.filter((column: Column<unknown>) => column.sort)
  const both = sorted.flatMap(({ name, label, sort }: Column<unknown>) => {
    const [up, down] = sort!.ways ?? WAYS[sort!.kind]
    return [
      { value: name, label: `${label}, ${up}` },
      { value: `-${name}`, label: `${label}, ${down}` },
    ]
  })
  return order ? both : [{ value: '', label: 'Le plus récent d’abord' }, ...both]
}

/** A cell as a file says it: in French, whoever asks for it. */
export function cellText(cell: Cell): string {
  if ('state' in cell) return inFrench(cell.state.label)
  if ('text' in cell) return inFrench(cell.text)
  if ('day' in cell) return cell.day ? frenchDay(cell.day) : ''
  return cell.at ? frenchDay(dayInParis.format(cell.at)) : ''
}

const dayInParis = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Paris' })
/** « 20/11/2026 », which a French spreadsheet reads as a date. */
const frenchDay = (day: string) => day.split('-').reverse().join('/')
