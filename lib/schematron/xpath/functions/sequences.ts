import { Decimal } from '#lib/values'
import { atomized, textOf, type Item } from '../items.js'
import { decimalOf, integer } from '../numbers.js'
import { onlyOf, type Builtin } from '../run.js'

/** Texts are one value and numbers another, however they are written. */
const identity = (item: Item) =>
  item instanceof Decimal || typeof item === 'number' ? `n${Number(item)}` : `t${textOf(item)}`

export const SEQUENCES: Record<string, Builtin> = {
  'count': ([items]) => [integer(items.length)],
  'data': ([items]) => items.map(atomized),
  'distinct-values': ([items]) => {
    const seen = new Map<string, Item>()
    for (const one of items.map(atomized)) {
      const key = identity(one)
      if (!seen.has(key)) seen.set(key, one)
    }
    return [...seen.values()]
  },
  'reverse': ([items]) => [...items].reverse(),
  'index-of': ([items, wanted]) =>
    items.flatMap((one, rank) =>
      textOf(one) === textOf(onlyOf(wanted)!) ? [integer(rank + 1)] : []
    ),
  'subsequence': ([items, from, length]) => {
    const start = Number(decimalOf(onlyOf(from)!))
    const end = length ? start + Number(decimalOf(onlyOf(length)!)) : Infinity
    return items.filter((_, rank) => rank + 1 >= start && rank + 1 < end)
  },
  'exactly-one': ([items]) => items,
  'zero-or-one': ([items]) => items,
}
