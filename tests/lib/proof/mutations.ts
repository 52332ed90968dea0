import { digestOfBundle, type ProofBundle } from '#lib/proof'

type Random = (below: number) => number
type Holder = Record<string | number, unknown>

/** Every place of a JSON value: who holds it, and under which name. */
function placesOf(value: unknown, places: [Holder, string | number][] = []) {
  if (typeof value !== 'object' || value === null) return places
  for (const name of Object.keys(value)) {
    const key = Array.isArray(value) ? Number(name) : name
    places.push([value as Holder, key])
    placesOf((value as Holder)[key], places)
  }
  return places
}

const nested = (depth: number): unknown => JSON.parse('['.repeat(depth) + ']'.repeat(depth))

/** What a value becomes: of another type, a little off, or absurd. */
function altered(value: unknown, random: Random): unknown {
  const strange = [null, '', 0, -1, 1e308, 1.5, true, [], {}, '\ud800', 'é'.repeat(5000)]
  if (random(4) === 0) return strange[random(strange.length)]
  if (random(40) === 0) return nested([70, 1000][random(2)])
  if (typeof value === 'number') return value + [1, -1, 1000, 0.5, 2 ** 53][random(5)]
  if (typeof value !== 'string') return structuredClone(value)
  if (/^\d{4}-\d\d-\d\dT/.test(value)) return alteredDate(value, random)
  const at = random(value.length + 1)
  return value.slice(0, at) + 'abcdef0123456789A+/= '[random(21)] + value.slice(at + random(2))
}

function alteredDate(iso: string, random: Random): string {
  const time = Date.parse(iso)
  if (Number.isNaN(time)) return iso
  const moved = time + [1, -1][random(2)] * [1, 1000, 3_600_000, 86_400_000, 3.2e11][random(5)]
  return [new Date(moved).toISOString(), iso.replace('Z', '+00:00'), iso.slice(0, 10)][random(3)]
}

const isRecord = (value: unknown): value is Holder => typeof value === 'object' && value !== null

/** One change somewhere: a value, a member, or the order of a list. */
function changeOne(bundle: ProofBundle, random: Random): void {
  const places = placesOf(bundle)
  const [holder, name] = places[random(places.length)]
  const [other, otherName] = places[random(places.length)]
  const changes = [
    () => (holder[name] = altered(holder[name], random)),
    () => (holder[name] = structuredClone(other[otherName])),
    () => {
      if (Array.isArray(holder)) holder.splice(Number(name), 1)
      else delete holder[name]
    },
    () => {
      if (Array.isArray(holder))
        holder.splice(random(holder.length), 0, structuredClone(holder[Number(name)]))
      else holder[`${name}_`] = structuredClone(holder[name])
    },
    () => {
      if (!Array.isArray(holder)) return
      const to = random(holder.length)
      ;[holder[Number(name)], holder[to]] = [holder[to], holder[Number(name)]]
    },
    () => changeLists(bundle, random),
  ]
  changes[random(changes.length)]()
}

/** What a forger would try first: whole entries, seals and files. */
function changeLists(bundle: ProofBundle, random: Random): void {
  const lists = [bundle.entries, bundle.seals, bundle.files, bundle.subjects] as unknown[]
  const list = lists[random(lists.length)]
  if (!Array.isArray(list) || list.length === 0) return
  const [at, to] = [random(list.length), random(list.length)]
  const changes = [
    () => list.splice(at, 1),
    () => list.push(structuredClone(list[at])),
    () => list.reverse(),
    () => {
      const [one, two] = [list[at], list[to]] as Holder[]
      const names = isRecord(one) ? Object.keys(one) : []
      const name = names[random(names.length || 1)]
      if (isRecord(one) && isRecord(two) && name) [one[name], two[name]] = [two[name], one[name]]
    },
  ]
  changes[random(changes.length)]()
}

/** The bytes of a bundle changed somewhere; most are closed again as their maker would. */
export function mutate(sound: Buffer, random: Random): Buffer {
  if (random(10) === 0) return flipped(sound, random)
  const bundle = JSON.parse(sound.toString('utf8')) as ProofBundle
  for (let count = 1 + random(3); count > 0; count--) changeOne(bundle, random)
  try {
    if (random(4) > 0) bundle.digest = digestOfBundle({ ...bundle, digest: undefined } as never)
    return Buffer.from(canonicalOf(bundle), 'utf8')
  } catch {
    // What has no canonical writing is handed over as it is
    return Buffer.from(JSON.stringify(bundle), 'utf8')
  }
}

function canonicalOf(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalOf).join(',')}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null'
  const names = Object.keys(value).sort()
  return `{${names.map((name) => `${JSON.stringify(name)}:${canonicalOf((value as Holder)[name])}`).join(',')}}`
}

function flipped(sound: Buffer, random: Random): Buffer {
  const bytes = Buffer.from(sound)
  for (let count = 1 + random(4); count > 0; count--) bytes[random(bytes.length)] ^= 1 << random(8)
  return random(3) === 0 ? bytes.subarray(0, random(bytes.length)) : bytes
}
