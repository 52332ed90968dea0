import { spawn, type ChildProcess } from 'node:child_process'
import { createHash, randomBytes } from 'node:crypto'
import { test } from '@japa/runner'
import pg from 'pg'
import { uuidv7 } from '#lib/values'
import { newDropToken } from '#lib/uploads/drop_token'
import { PIECE_BYTES } from '#lib/uploads/pieces'
import { untilAnswered } from '#tests/helpers/web_processes'
import { freePort } from '../../bin/setup/process.mjs'
import { previousCommit, run, treeOf } from './previous_tree.js'

const BASE = 'halle_upgraded'
const TYPE = { 'content-type': 'application/offset+octet-stream' }
/** From its sources, on a machine that does something else. */
const STARTING_MS = 120_000
const URLS = ['URL', 'APP_URL', 'SYSTEM_URL', 'BACKUP_URL'].map((name) => `DATABASE_${name}`)
const previous = previousCommit()

/** The settings of a platform on a base of its own, which both versions share. */
function settings(): NodeJS.ProcessEnv {
  const env: NodeJS.ProcessEnv = { ...process.env, WEB_PROCESSES: '1' }
  for (const name of URLS) {
    if (env[name]) env[name] = Object.assign(new URL(env[name]), { pathname: `/${BASE}` }).href
  }
  return env
}

async function ask(url: string, sql: string, values: unknown[] = []) {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query(sql, values)).rows
  } finally {
    await client.end()
  }
}

const prepare = (tree: string, env: NodeJS.ProcessEnv) =>
  run(process.execPath, ['ace.js', 'halle:prepare'], tree, env)

test.group('A platform that is upgraded while it serves', (group) => {
  group.tap((one) => one.timeout(300_000).skip(!previous, 'there is no git history to build from'))
  const [servers, env]: [ChildProcess[], NodeJS.ProcessEnv] = [[], settings()]
  group.teardown(() => servers.forEach((server) => server.kill('SIGKILL')))

  async function serve(tree: string): Promise<string> {
    const port = await freePort()
    const url = `http://127.0.0.1:${port}`
    const program = ['--import=@poppinss/ts-exec', 'bin/server.ts']
    const more = { PORT: String(port), APP_URL: url }
    servers.push(
      spawn(process.execPath, program, { cwd: tree, env: { ...env, ...more }, stdio: 'ignore' })
    )
    const isReady = async () => ((await fetch(`${url}/health/ready`)).ok ? true : null)
    await untilAnswered(isReady, STARTING_MS)
    return url
  }

  async function dropBox(): Promise<string> {
    const [tenantId, slug] = [uuidv7(), `avant-${randomBytes(4).toString('hex')}`]
    const siren = String(Date.now()).slice(-9)
    const token = newDropToken(tenantId)
    await ask(
      env.DATABASE_BACKUP_URL!,
      `with town as (insert into kernel.tenants
         (id, slug, siren, name, kind, departement, arrondissement, nature_code)
         values ($1, $2, $3, 'Commune d’avant', 'commune', '035', '1', '31') returning id)
       insert into kernel.drop_boxes (tenant_id, id, purpose, token_sha256, most_bytes, most_files,
         closes_at, created_at)
       select id, $4, 'kernel.drop', $5, 100000000, 1000, now() + interval '1 hour', now() from town`,
      [tenantId, slug, siren, uuidv7(), createHash('sha256').update(token).digest('hex')]
    )
    return `/depot/${token}`
  }

  /** A file that begins at one server, comes in pieces at the next, and ends at the last. */
  async function sends(urls: string[], box: string): Promise<void> {
    const bytes = randomBytes(PIECE_BYTES + 1000)
    const [first, last] = [urls[0], urls.at(-1)!]
    const length = { 'upload-length': String(bytes.length), 'upload-metadata': 'filename YQ==' }
    const path = (await heard(first + box, 'POST', length)).headers.get('location')!
    for (const [rank, url] of [first, last].entries()) {
      const piece = bytes.subarray(rank * PIECE_BYTES, (rank + 1) * PIECE_BYTES)
      await heard(`${url}${path}/${rank}`, 'PUT', TYPE, piece)
    }
    const { sha256 } = (await (await heard(`${last}${path}/fin`, 'POST')).json()) as any
    if (sha256 !== createHash('sha256').update(bytes).digest('hex')) throw new Error('other bytes')
  }

  async function heard(url: string, method = 'GET', headers = {}, body?: Buffer) {
    const answer = await fetch(url, { method, headers, body: body as never })
    if (!answer.ok) throw new Error(`${method} ${url}: ${answer.status} ${await answer.text()}`)
    return answer
  }

  test('the former version serves during the migration and after it, then beside the new one', async ({
    assert,
  }) => {
    const tree = treeOf(previous!)
    const owner = new URL(process.env.DATABASE_URL!).username
    await ask(process.env.DATABASE_BACKUP_URL!, `drop database if exists ${BASE} with (force)`)
    await ask(process.env.DATABASE_BACKUP_URL!, `create database ${BASE} owner ${owner}`)
    prepare(tree, env)
    const before = await serve(tree)
    const box = await dropBox()

    let [upgraded, served] = [false, 0]
    const traffic = async () => {
      while (!upgraded || served === 0) {
        await sends([before], box)
        await heard(`${before}/connexion`)
        served++
      }
    }
    const upgrading = new Promise<void>((resolve, reject) => {
      const preparing = spawn(process.execPath, ['ace.js', 'halle:prepare'], {
        env,
        stdio: 'ignore',
      })
      preparing.once('exit', (code) =>
        code === 0 ? resolve() : reject(new Error(`halle:prepare ended with ${code}`))
      )
    }).finally(() => (upgraded = true))
    await Promise.all([traffic(), upgrading])
    assert.isAbove(served, 0)

    const after = await serve('.')
    await sends([before], box)
    await sends([before, after], box)
    await sends([after, before], box)
    for (const url of [before, after]) await heard(`${url}/connexion`)
  })
})
