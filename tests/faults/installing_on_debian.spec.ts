import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { test } from '@japa/runner'
import { debianPostgres } from '#tests/helpers/debian_postgres'
import { Installation } from '#tests/helpers/installation'
import { BY_OUR_LOADER } from '#tests/helpers/our_programs'

const bin = debianPostgres()

test.group('The page of the installer, followed on Debian', (group) => {
  group.tap((one) => one.timeout(600_000).skip(!bin, 'postgresql of Debian is not installed'))
  let site: Installation
  let settings: ReturnType<Installation['settings']>
  group.setup(async () => {
    if (bin) site = await Installation.begin(bin)
    return async () => site?.server.stop()
  })

  test('makes the roles by the file, twice, then a base that its owner prepares', async ({
    assert,
  }) => {
    for (let time = 0; time < 2; time++) {
      const made = site.run('database/roles.sql')
      assert.equal(made.status, 0, made.said)
    }
    const base = site.createBase('halle')
    assert.equal(base.status, 0, base.said)
    settings = site.settings('halle', 'first')
    const prepared = site.ace(settings, 'halle:prepare')
    assert.equal(prepared.status, 0, prepared.said)
    const member = site.ace(
      settings,
      'tenants:provision',
      '213509011',
      '--blueprint=commune',
      '--name=Commune de Kervalan',
      '--departement=035'
    )
    assert.equal(member.status, 0, member.said)
    const operator = site.ace(
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
    while ((await site.ask('postgres', 'halle', sequences))[0].n === 0)
      await new Promise((resolve) => setImmediate(resolve))
    const during = site.ace(settings, 'halle:prepare', '--force')
    assert.equal(during.status, 0, during.said)
    worker.kill('SIGTERM')
    await ended
    const after = site.ace(settings, 'halle:prepare', '--force')
    assert.equal(after.status, 0, after.said)
  })

  test('dumps it whole by pg_dump as halle_backup, and by no role that the walls stop', ({
    assert,
  }) => {
    const file = join(site.server.folder, 'halle.dump')
    const whole = site.tool('pg_dump', 'halle_backup', '-Fc', '-f', file, 'halle')
    assert.equal(whole.status, 0, whole.said)
    const listed = spawnSync(join(bin!, 'pg_restore'), ['--list', file], { encoding: 'utf8' })
    assert.match(listed.stdout, /TABLE DATA kernel journal_entries/)
    const half = site.tool('pg_dump', 'halle_owner', '-Fc', '-f', `${file}.half`, 'halle')
    assert.notEqual(half.status, 0)
  })

  test('saves it, and brings it back whole into another base, where nothing leaves', async ({
    assert,
  }) => {
    const place = join(site.server.folder, 'place')
    const saved = site.ace(settings, 'halle:backup', '--to', place, '--json')
    assert.equal(saved.status, 0, saved.said)
    assert.deepInclude(JSON.parse(saved.stdout).base, { kind: 'dump', whole: true })
    const base = site.createBase('ailleurs')
    assert.equal(base.status, 0, base.said)
    const elsewhere = site.settings('ailleurs', 'second')
    const other = site.ace(
      { ...elsewhere, APP_KEY: 'une-autre-cle-de-trente-deux-octets' },
      'halle:restore',
      '--from',
      place
    )
    assert.equal(other.status, 1)
    assert.match(other.said, /APP_KEY n’est pas celle de la sauvegarde/)
    const restored = site.ace(elsewhere, 'halle:restore', '--from', place, '--json')
    assert.equal(restored.status, 0, restored.said)
    assert.deepInclude(JSON.parse(restored.stdout), { members: 1, sound: true, rehearsal: true })
    const entries = 'select count(*)::int as n from kernel.journal_entries'
    assert.deepEqual(
      await site.ask('halle_backup', 'ailleurs', entries),
      await site.ask('halle_backup', 'halle', entries)
    )
    const again = site.ace(elsewhere, 'halle:restore', '--from', place)
    assert.match(again.said, /restaurez dans une base vide/)
    assert.match(site.ace(elsewhere, 'halle:rehearsal').said, /Répétition/)
    assert.match(
      site.ace(elsewhere, 'halle:backup', '--to', place).said,
      /on ne sauvegarde pas une copie/
    )
  })
})
