import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from '@japa/runner'
import pg from 'pg'
import { debianPostgres, startDebianPostgres } from '#tests/helpers/debian_postgres'
import { ACE, BY_OUR_LOADER } from '#tests/helpers/our_programs'

const bin = debianPostgres()

/** The settings of an installer, on a base whose owner is no superuser. */
const settingsOn = (
  urlOf: (role: string, database: string) => string,
  base: string,
  data: string
) => ({
  PATH: `${bin}:${process.env.PATH}`,
  HOME: process.env.HOME,
  NODE_ENV: 'production',
  LOG_LEVEL: 'silent',
  PORT: '1',
  APP_URL: 'https://halle.syndicat.fr',
  APP_KEY: 'une-cle-de-trente-deux-octets-ou-plus',
  DATA_DIR: data,
  DATABASE_URL: urlOf('halle_owner', base),
  DATABASE_APP_URL: urlOf('halle_app', base),
  DATABASE_SYSTEM_URL: urlOf('halle_system', base),
  DATABASE_BACKUP_URL: urlOf('halle_backup', base),
  BACKUP_PASSPHRASE: 'les tilleuls de la place',
  SMTP_URL: 'smtp://127.0.0.1:1',
  MAIL_FROM: 'halle@syndicat.fr',
  ACTES_RETURN_ADDRESS: 'tdt@syndicat.fr',
  ACTES_SMTP_PORT: '0',
  TSA_URL: 'http://127.0.0.1:1/',
  TRUST_ANCHORS_FILE: join(data, 'roots.pem'),
  SEAL_KEY_FILE: join(data, 'seal-key.pem'),
  MINISTRY_URL: 'https://127.0.0.1:1/',
})

test.group('The page of the installer, followed on Debian', (group) => {
  group.tap((one) => one.timeout(600_000).skip(!bin, 'postgresql of Debian is not installed'))
  let server: Awaited<ReturnType<typeof startDebianPostgres>>
  let settings: Record<string, string | undefined>
  group.setup(async () => {
    if (bin) server = await startDebianPostgres(bin)
    return async () => server?.stop()
  })

  /** One of PostgreSQL's own programs, as the page writes it. */
  function tool(name: string, role: string, ...args: string[]) {
    const where = ['-h', '127.0.0.1', '-p', String(server.port), '-U', role]
    const { status, stderr, stdout } = spawnSync(join(bin!, name), [...where, ...args], {
      encoding: 'utf8',
      maxBuffer: 64 * 1024 * 1024,
    })
    return { status, said: `${stdout}${stderr}` }
  }
  function ace(env: NodeJS.ProcessEnv, ...args: string[]) {
    const { status, stdout, stderr } = spawnSync(process.execPath, [...ACE, ...args], {
      env,
      encoding: 'utf8',
    })
    return { status, stdout, said: `${stdout}${stderr}` }
  }
  async function ask(role: string, database: string, sql: string) {
    const client = new pg.Client({ connectionString: server.urlOf(role, database) })
    await client.connect()
    const { rows } = await client.query(sql)
    await client.end()
    return rows
  }

  test('makes the roles by the file, twice, then a base that its owner prepares', async ({
    assert,
  }) => {
    for (let time = 0; time < 2; time++) {
      const made = tool('psql', 'postgres', '-v', 'ON_ERROR_STOP=1', '-f', 'database/roles.sql')
      assert.equal(made.status, 0, made.said)
    }
    const base = tool(
      'createdb',
      'postgres',
      '--owner=halle_owner',
      '--encoding=UTF8',
      '--locale=C.UTF-8',
      '--template=template0',
      'halle'
    )
    assert.equal(base.status, 0, base.said)
    const data = join(server.folder, 'first')
    mkdirSync(data)
    for (const name of ['roots.pem', 'seal-key.pem']) writeFileSync(join(data, name), '')
    settings = settingsOn(server.urlOf, 'halle', data)
    const prepared = ace(settings, 'halle:prepare')
    assert.equal(prepared.status, 0, prepared.said)
    const member = ace(
      settings,
      'tenants:provision',
      '213509011',
      '--blueprint=commune',
      '--name=Commune de Kervalan',
      '--departement=035'
    )
    assert.equal(member.status, 0, member.said)
    const operator = ace(
      settings,
      'operator:create',
      'exploitante@syndicat.fr',
      '--name=Anne Kerros'
    )
    assert.equal(operator.status, 0, operator.said)
  })

  test('prepares it again while a worker works, and after it', async ({ assert }) => {
    const worker = spawn(process.execPath, [...BY_OUR_LOADER, 'bin/worker.ts'], {
      env: settings,
      stdio: 'ignore',
    })
    const ended = once(worker, 'exit')
    const sequences = `select count(*)::int as n from pg_class where relkind = 'S'
      and relnamespace = 'bullmq'::regnamespace and relowner = 'halle_system'::regrole`
    while ((await ask('postgres', 'halle', sequences))[0].n === 0)
      await new Promise((resolve) => setImmediate(resolve))
    const during = ace(settings, 'halle:prepare', '--force')
    assert.equal(during.status, 0, during.said)
    worker.kill('SIGTERM')
    await ended
    const after = ace(settings, 'halle:prepare', '--force')
    assert.equal(after.status, 0, after.said)
  })

  test('dumps it whole by pg_dump as halle_backup, and by no role that the walls stop', ({
    assert,
  }) => {
    const file = join(server.folder, 'halle.dump')
    const whole = tool('pg_dump', 'halle_backup', '-Fc', '-f', file, 'halle')
    assert.equal(whole.status, 0, whole.said)
    const listed = spawnSync(join(bin!, 'pg_restore'), ['--list', file], { encoding: 'utf8' })
    assert.match(listed.stdout, /TABLE DATA kernel journal_entries/)
    const half = tool('pg_dump', 'halle_owner', '-Fc', '-f', `${file}.half`, 'halle')
    assert.notEqual(half.status, 0)
  })

  test('saves it, and brings it back whole into another base, where nothing leaves', async ({
    assert,
  }) => {
    const place = join(server.folder, 'place')
    const saved = ace(settings, 'halle:backup', '--to', place, '--json')
    assert.equal(saved.status, 0, saved.said)
    assert.deepInclude(JSON.parse(saved.stdout).base, { kind: 'dump', whole: true })
    const base = tool(
      'createdb',
      'postgres',
      '--owner=halle_owner',
      '--template=template0',
      'ailleurs'
    )
    assert.equal(base.status, 0, base.said)
    const elsewhere = {
      ...settingsOn(server.urlOf, 'ailleurs', join(server.folder, 'second')),
      SEAL_KEY_FILE: settings.SEAL_KEY_FILE,
      TRUST_ANCHORS_FILE: settings.TRUST_ANCHORS_FILE,
    }
    mkdirSync(elsewhere.DATA_DIR)
    const other = ace(
      { ...elsewhere, APP_KEY: 'une-autre-cle-de-trente-deux-octets' },
      'halle:restore',
      '--from',
      place
    )
    assert.equal(other.status, 1)
    assert.match(other.said, /APP_KEY n’est pas celle de la sauvegarde/)
    const restored = ace(elsewhere, 'halle:restore', '--from', place, '--json')
    assert.equal(restored.status, 0, restored.said)
    assert.deepInclude(JSON.parse(restored.stdout), { members: 1, sound: true, rehearsal: true })
    const entries = 'select count(*)::int as n from kernel.journal_entries'
    assert.deepEqual(
      await ask('halle_backup', 'ailleurs', entries),
      await ask('halle_backup', 'halle', entries)
    )
    const again = ace(elsewhere, 'halle:restore', '--from', place)
    assert.match(again.said, /restaurez dans une base vide/)
    assert.match(ace(elsewhere, 'halle:rehearsal').said, /Répétition/)
    assert.match(
      ace(elsewhere, 'halle:backup', '--to', place).said,
      /on ne sauvegarde pas une copie/
    )
  })
})
