import { Unclear } from './errors.js'

/** No form names more properties. */
const MOST_PROPERTIES = 500

/** What a call says: in its query, and in its form, which is the one that is heard. */
export class Params {
  constructor(private readonly said: Map<string, string>) {}

  get(name: string): string | null {
    return this.said.get(name) ?? null
  }

  /** @throws invalidArgument */
  need(name: string): string {
    const value = this.said.get(name)
    if (!value) throw Unclear(`Il manque « ${name} ».`)
    return value
  }

  flag(name: string): boolean {
    return this.said.get(name) === 'true'
  }

  /** A whole number, `usual` when unsaid, and never above `most`. @throws invalidArgument */
  count(name: string, usual: number, most = Number.MAX_SAFE_INTEGER): number {
    const text = this.said.get(name) ?? ''
    if (text === '') return usual
    if (!/^\d{1,15}$/.test(text)) throw Unclear(`« ${name} » est un nombre.`)
    return Math.min(Number(text), most)
  }

  /** `propertyId[0]`, `propertyValue[0]` or `propertyValue[0][1]` (§5.4.4.3.3): the values of each. */
  get properties(): Map<string, string[]> {
    const found = new Map<string, string[]>()
    for (const [name, id] of this.said) {
      const rank = /^propertyId\[(\d{1,9})\]$/.exec(name)?.[1]
      if (rank === undefined) continue
      if (found.size >= MOST_PROPERTIES) throw Unclear('Il y a trop de propriétés.')
      found.set(id, this.valuesAt(rank))
    }
    return found
  }

  private valuesAt(rank: string): string[] {
    const single = this.said.get(`propertyValue[${rank}]`)
    if (single !== undefined) return [single]
    const values: string[] = []
    for (let n = 0; n < MOST_PROPERTIES; n++) {
      const value = this.said.get(`propertyValue[${rank}][${n}]`)
      if (value === undefined) break
      values.push(value)
    }
    return values
  }
}
