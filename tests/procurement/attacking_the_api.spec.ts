import { randomUUID } from 'node:crypto'
import { test } from '@japa/runner'
import { openPersonToken } from '#rooms/outsiders'
import { clock } from '#kernel/clock'
import { Program, tokenOf } from '#tests/world/program'
import { person } from '#tests/world/world'
import { bidder, onlineConsultation, type Bidder } from './bidders.js'
import { market, type Market } from './room.js'

const ROOT = '/api/v1/procurement'
const DIGEST = 'a'.repeat(64)

/** What a field may be given that is none of its values; a program that errs sends such things. */
const ODD: unknown[] = [
  ...[null, true, -1, 1e308, '-99999999999999999999.99', '', '\u0000', '\ud800'],
  ...['é'.repeat(20_000), [], {}, [null], { a: { b: [1] } }, '2026-02-31', "' or 1=1 --"],
  ...['javascript:alert(1)', randomUUID()],
]
/** A third of them for each field: its neighbours are given the others. */
const turnOf = (rank: number) => ODD.filter((_odd, at) => at % 3 === rank % 3)

const BODIES: unknown[] = [[], 'x', 42, null, true, [[]], { inconnu: 1 }, { __proto__x: {} }]

interface Call {
  method: string
  path: string
  /** The names of its body, of its query. */
  fields: string[]
  query: string[]
  isBytes: boolean
}

/** Every call that a document offers. */
function callsOf({ paths, components }: any, keep: (path: string) => boolean): Call[] {
  const resolved = (schema: any): any =>
    schema?.$ref ? components.schemas[schema.$ref.split('/').at(-1)] : schema
  return Object.entries<any>(paths)
    .filter(([path]) => keep(path))
    .flatMap(([path, operations]) =>
      Object.entries<any>(operations)
        .filter(([method]) => /^(get|post|put|patch|delete)$/.test(method))
        .map(([method, { requestBody, parameters = [] }]) => {
          const content = requestBody?.content ?? {}
          const schema = resolved(content['application/json']?.schema)
          const query = parameters.map((one: any) =>
            one.$ref ? components.parameters[one.$ref.split('/').at(-1)] : one
          )
          return {
            ...{ method: method.toUpperCase(), path },
            fields: Object.keys(schema?.properties ?? {}),
            query: query
              .filter((one: any) => one.in === 'query')
              .map(({ name }: { name: string }) => name),
            isBytes: Boolean(requestBody) && !content['application/json'],
          }
        })
    )
}

const filled = (path: string, id: string) =>
  path
    .replace('{sha256}', DIGEST)
    .replace('{siren}', '123456789')
    .replace('{year}', '2026')
    .replace('{format}', 'json')
    .replaceAll(/\{\w+\}/g, id)

test.group('Whoever asks what makes no sense', (group) => {
  let town: Market
  let consultation: string
  group.setup(async () => {
    town = await market()
    consultation = await onlineConsultation(town)
  })
  group.each.teardown(() => clock.release())

  const companyToken = ({ establishmentId, session }: Bidder) => {
    const { personId } = session.outsider
    return openPersonToken({ personId, establishmentId, name: 'Attaque', days: 30 })
  }
  const newAgentToken = async () =>
    tokenOf(await person(`Agent ${randomUUID()}`, { kervalan: ['agent'] }), 'kervalan')

  /** The fault of an answer, or none. */
  async function faultOf(program: Program, { method, path }: Call, sent: unknown, query = '') {
    const body = method === 'GET' ? undefined : sent
    const headers = { 'if-match': '*' }
    const told = await program.send(method, `${path}${query}`, body, headers)
    if (told.status < 500 && told.status !== 429) return []
    return [`${told.status} ${method} ${path}${query} ${JSON.stringify(sent)?.slice(0, 80)}`]
  }

  /** Of one call: each of its fields odd in turn, its whole body odd, its query odd. */
  async function faultsOf(fresh: () => Promise<Program>, call: Call): Promise<string[]> {
    const program = await fresh()
    const faults: string[] = []
    const bodies = call.isBytes ? ['x'] : [...BODIES]
    for (const [rank, field] of call.fields.entries()) {
      const others = Object.fromEntries(call.fields.map((name) => [name, sampleOf(name)]))
      for (const odd of turnOf(rank)) bodies.push({ ...others, [field]: odd })
    }
    for (const body of bodies) faults.push(...(await faultOf(program, call, body)))
    for (const name of call.query)
      for (const [rank, odd] of ODD.filter((one) => typeof one !== 'object').entries())
        for (const query of rank === 0
          ? [`?${name}=`, `?${name}[]=`, `?${name}[a]=`]
          : [`?${name}=`])
          faults.push(...(await faultOf(program, call, {}, query + encoded(odd))))
    return faults
  }

  const sampleOf = (name: string) => (name === 'consultation' ? consultation : 'Un texte de rien')
  const encoded = (odd: unknown) => encodeURIComponent(String(odd).toWellFormed()).slice(0, 4_000)

  /** Asks each call of a document with one token a call: each has its own count a minute. */
  async function attacked(calls: Call[], token: () => Promise<string | null>) {
    const fresh = async () => {
      const bearer = await token()
      return bearer ? Program.bearing(bearer) : new Program(null)
    }
    const faults: string[] = []
    for (const call of calls)
      for (const id of [consultation])
        faults.push(...(await faultsOf(fresh, { ...call, path: filled(call.path, id) })))
    return [...new Set(faults)]
  }

  test('is told so by the doors of everybody and of companies, and never by a fault of ours', async ({
    assert,
  }) => {
    const { body } = await new Program(null).get(`${ROOT}/openapi.json`)
    const calls = callsOf(body, (path) => !path.includes('/buyer')).map((call) => ({
      ...call,
      path: prefixed(call.path),
    }))
    assert.isAbove(calls.length, 30)
    assert.deepEqual(await attacked(calls, async () => companyToken(await bidder('Attaquée'))), [])
  })

  test('is told so by the doors of a buyer', async ({ assert }) => {
    const { body } = await new Program(null).get('/api/v1/openapi.json')
    const calls = callsOf(body, (path) => path.includes('/procurement/buyer')).map((call) => ({
      ...call,
      path: call.path.startsWith('/api') ? call.path : `/api/v1${call.path}`,
    }))
    assert.isAbove(calls.length, 20)
    assert.deepEqual(await attacked(calls, newAgentToken), [])
  })

  const prefixed = (path: string) => (path.startsWith('/api') ? path : `${ROOT}${path}`)
})
