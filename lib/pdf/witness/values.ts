/** A PDF value as the bytes say it (ISO 32000-1 §7.3), read without the library that writes. */
export type Value = null | boolean | number | Name | Text | Ref | Word | Value[] | Dict | Stream

/** One character per byte. */
export class Name {
  constructor(readonly bytes: string) {}
}

/** A string by its bytes, whichever way it was written (§7.3.4). */
export class Text {
  constructor(readonly bytes: Buffer) {}
}

/** A reference to an indirect object (§7.3.10). */
export class Ref {
  constructor(
    readonly number: number,
    readonly generation: number
  ) {}
}

/** What the syntax does not know: kept, to be compared. */
export class Word {
  constructor(readonly text: string) {}
}

/** A key, its value, and where both stand in the bytes that were read. */
export interface Entry {
  key: string
  value: Value
  start: number
  end: number
}

/** A dictionary with its entries in their order, doubles included (§7.3.7). */
export class Dict {
  constructor(readonly entries: Entry[]) {}

  /** Of a key that is said twice, most readers keep the last value. */
  get(key: string): Value {
    return this.entries.findLast((entry) => entry.key === key)?.value ?? null
  }
}

/** A stream, its bytes as they stand in the file (§7.3.8). */
export class Stream {
  constructor(
    readonly dict: Dict,
    readonly data: Buffer
  ) {}
}

/** Whether two values are written alike; a reference is the number that it bears. */
export function same(one: Value, other: Value): boolean {
  if (Array.isArray(one)) return Array.isArray(other) && sameLists(one, other)
  if (one instanceof Dict) return other instanceof Dict && sameEntries(one, other)
  if (one instanceof Name) return other instanceof Name && one.bytes === other.bytes
  if (one instanceof Text) return other instanceof Text && one.bytes.equals(other.bytes)
  if (one instanceof Word) return other instanceof Word && one.text === other.text
  if (one instanceof Ref)
    return (
      other instanceof Ref && one.number === other.number && one.generation === other.generation
    )
  if (one instanceof Stream)
    return other instanceof Stream && same(one.dict, other.dict) && one.data.equals(other.data)
  return one === other
}

/** The same entries but for some keys; a null entry is no entry (§7.3.7), a double one is two. */
export function sameEntries(one: Dict, other: Dict, except: string[] = []): boolean {
  const [entries, others] = [one, other].map((dict) =>
    dict.entries
      .filter(({ key, value }) => value !== null && !except.includes(key))
      .sort((a, b) => (a.key < b.key ? -1 : Number(a.key > b.key)))
  )
  return (
    entries.length === others.length &&
    entries.every(({ key, value }, at) => key === others[at].key && same(value, others[at].value))
  )
}

function sameLists(one: Value[], other: Value[]): boolean {
  return one.length === other.length && one.every((item, at) => same(item, other[at]))
}
