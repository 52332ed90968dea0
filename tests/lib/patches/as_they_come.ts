/**
 * The libraries as npm gives them, in a process where nothing of ours has mended them: prints, by
 * patch, whether its fault is still there. Started by the spec beside it.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { deflateSync } from 'node:zlib'
import { createHook } from 'node:async_hooks'
import crypto from 'node:crypto'
import { syncBuiltinESMExports } from 'node:module'
import { Container } from '@adonisjs/core/container'
import { ResponseFactory } from '@adonisjs/core/factories/http'
import { Emitter } from '@adonisjs/core/events'
import { Database } from '@adonisjs/lucid/database'
import { Preloader } from '@adonisjs/lucid/orm'
import { PDF, PdfName, PdfStream } from '@libpdf/core'
import lodash from '@poppinss/utils/lodash'
import { Edge } from 'edge.js'
import { RateLimiterPostgres } from 'rate-limiter-flexible'

/** A pool of Lucid whose base answers what it is told. */
function poolOf(answer: (sql: string) => Promise<object>) {
  const config = {
    connection: 'app',
    connections: { app: { client: 'pg' as const, connection: {} } },
  }
  const silent = { warn: () => {}, trace: () => {} }
  const pool = new Database(config, silent as never, new Emitter({} as never) as never).connection(
    'app'
  )
  Object.assign(Object.getPrototypeOf(pool.getWriteClient().client), {
    acquireConnection: async () => ({ __knexUid: 'one' }),
    releaseConnection: async () => {},
    _query: async (_connection: unknown, asked: { sql: string; response?: unknown }) =>
      Object.assign(asked, { response: await answer(asked.sql) }),
  })
  return pool
}

const faults = {
  /** A character of a name becomes two bytes. */
  pdf_names_are_bytes: () => {
    const written: number[] = []
    const writer = { writeBytes: (bytes: Uint8Array) => written.push(...bytes) }
    PdfName.of('\u00e9').toBytes(writer as never)
    return Buffer.from(written).toString('latin1') !== '/#E9'
  },

  /** Thirty bytes make a list of a million places, which is copied whole. */
  places_in_forms: () => {
    const fields = {}
    lodash.set(fields, lodash.toPath('lines[999999]'), 'x')
    return (lodash.cloneDeep(fields) as { lines: string[] }).lines.length === 1_000_000
  },

  /** Twenty megabytes of zeros are inflated out of twenty kilobytes. */
  pdf_density: () => {
    const bytes = deflateSync(Buffer.alloc(20 * 1024 * 1024))
    const stream = new PdfStream([['Filter', PdfName.of('FlateDecode')]], bytes)
    return stream.getDecodedData().length > 0
  },

  /** A column of eight bytes makes a sound file a damaged one. */
  pdf_wide_columns: async () => {
    const { xrefStreamPdf } = await import('../signature/wide_columns.js')
    return (await PDF.load(xrefStreamPdf([1, 8, 2]))).recoveredViaBruteForce
  },

  /** The same question is sent whole each time, for the base to read and plan it anew. */
  plans_kept: async () => {
    const sent: string[] = []
    const pool = poolOf(async (sql) => {
      sent.push(sql)
      return { rows: [] }
    })
    for (let turn = 0; turn < 5; turn++) await pool.rawQuery('select 1 as one')
    return sent.length === 5 && new Set(sent).size === 1
  },

  /** Three relations are asked for at once. */
  preloads_in_turn: async () => {
    let [running, most] = [0, 0]
    const ask = async () => {
      most = Math.max(most, ++running)
      await new Promise(setImmediate)
      running--
    }
    const preloader = Object.create(Preloader.prototype)
    Object.assign(preloader, { preloads: { a: {}, b: {}, c: {} }, processRelation: ask })
    await preloader.processAllForOne({}, {})
    return most > 1
  },

  /** A transaction whose COMMIT failed is told as committed. */
  commits_that_fail: async () => {
    const pool = poolOf(async (sql) => {
      if (sql === 'COMMIT;') throw new Error('the server died')
      return { command: 'BEGIN', rows: [] }
    })
    return pool
      .transaction(async () => 'deposited')
      .then(
        (said) => said === 'deposited',
        () => false
      )
  },

  /** BEGIN goes alone, whatever the transaction is told to begin with. */
  opening_in_one_exchange: async () => {
    const sent: string[] = []
    const pool = poolOf(async (sql) => {
      sent.push(sql)
      return { command: 'BEGIN', rows: [] }
    })
    const { client } = pool.getWriteClient()
    const opening = { statements: ['set local app.tenant_id = 1'], answers: [] }
    await client.transaction(async () => null, { opening })
    return sent[0] === 'BEGIN;'
  },

  /** A transaction of which nothing is asked is begun, and ended, in two exchanges. */
  opening_when_needed: async () => {
    const sent: string[] = []
    const pool = poolOf(async (sql) => {
      sent.push(sql)
      return { command: 'BEGIN', rows: [] }
    })
    await pool.transaction(async () => null)
    return sent.length === 2
  },

  /** Promises are made, one after the other, to find that a middleware asks for nothing. */
  plain_classes: async () => {
    class Plain {
      handle() {}
    }
    const resolver = new Container().createResolver()
    let made = 0
    const hook = createHook({ init: (_id, type) => void (type === 'PROMISE' && made++) }).enable()
    await resolver.call(await resolver.make(Plain), 'handle')
    hook.disable()
    return made > 6
  },

  /** More than a promise is made to find that nobody listens. */
  emits_to_listeners_only: async () => {
    const emitter = new Emitter({} as never)
    let made = 0
    const hook = createHook({ init: (_id, type) => void (type === 'PROMISE' && made++) }).enable()
    await emitter.emit('nobody:listens', {})
    hook.disable()
    return made > 3
  },

  /** What it read and found for one page, it reads and finds again for the next. */
  edge_costs: async () => {
    const folder = mkdtempSync(join(tmpdir(), 'halle-edge-'))
    writeFileSync(join(folder, 'line.edge'), 'line')
    writeFileSync(join(folder, 'page.edge'), "@include('line')\n@include('line')")
    // As Adonis does: made first, told of the cache afterwards
    const edge = Edge.create()
    edge.configure({ cache: true })
    edge.mount(folder)
    const asked = { listComponents: 0, makePath: 0, resolve: 0 }
    for (const name of Object.keys(asked) as (keyof typeof asked)[]) {
      const method = edge.loader[name].bind(edge.loader) as (...given: unknown[]) => never
      edge.loader[name] = (...given: unknown[]) => {
        asked[name]++
        return method(...given)
      }
    }
    await edge.render('page')
    const once = { ...asked }
    await edge.render('page')
    rmSync(folder, { recursive: true })
    return (Object.keys(asked) as (keyof typeof asked)[]).every((name) => asked[name] > once[name])
  },

  /** A promise is made for each line of a list. */
  edge_loops: async () => {
    const edge = Edge.create()
    let made = 0
    const hook = createHook({ init: (_id, type) => void (type === 'PROMISE' && made++) }).enable()
    await edge.renderRaw('@each(line in lines)\n{{ line }}\n@end', { lines: Array(1000).fill('') })
    hook.disable()
    return made > 1000
  },

  /** A long page is given to Node as a text, whose bytes are counted again. */
  bytes_of_pages: async () => {
    const response = new ResponseFactory().create()
    let given: unknown
    response.response.end = ((body: unknown) => (given = body)) as never
    response.send('<p>'.repeat(1000))
    response.finish()
    return typeof given === 'string'
  },

  /** One cookie is signed again, three times, to be read twice. */
  signed_cookies: async () => {
    const { createHmac } = crypto
    let made = 0
    crypto.createHmac = (...given) => {
      made++
      return createHmac(...given)
    }
    syncBuiltinESMExports()
    const { MessageVerifier } = await import('@boringnode/encryption/message_verifier')
    const verifier = new MessageVerifier(['a key of thirty-two characters!!'])
    const signed = verifier.sign('session', undefined, 'cookie')
    made = 0
    verifier.unsign(signed, 'cookie')
    verifier.unsign(signed, 'cookie')
    return made === 6
  },

  /** A statement bears a name, which another connection behind a pooler does not know. */
  unnamed_statements: async () => {
    const named: string[] = []
    const storeClient = {
      query: async ({ name }: { name: string }) => {
        named.push(name)
        return { rows: [{ points: 1, expire: null }] }
      },
    }
    const options = { storeClient, storeType: 'client', tableCreated: true, points: 5, duration: 1 }
    await new RateLimiterPostgres(options as never).consume('somebody')
    return named.some(Boolean)
  },

  /** Never ends: asked for alone, and stopped from outside. */
  pdf_stray_delimiters: async () => {
    await PDF.load(Buffer.from('%PDF-1.4\n1 0 obj << /A ) >> endobj\n')).catch(() => null)
    return false
  },
}

const name = process.argv[2] as keyof typeof faults
console.log((await faults[name]()) ? 'FAULTY' : 'SOUND')
