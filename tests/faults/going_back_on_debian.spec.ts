import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { test } from '@japa/runner'
import { debianPostgres } from '#tests/helpers/debian_postgres'
import { Installation } from '#tests/helpers/installation'
import { someSiren } from '#tests/helpers/siren'

const bin = debianPostgres()

test.group('A PostgreSQL of Debian whose log is followed', (group) => {
  group.tap((one) => one.timeout(900_000).skip(!bin, 'postgresql of Debian is not installed'))
  let site: Installation
  group.setup(async () => {
    if (bin) site = await Installation.begin(bin)
    return async () => site?.server.stop()
  })
  const done = ({ status, said }: { status: number | null; said: string }) => {
    if (status !== 0) throw new Error(said)
  }

  test('goes back to any second, in a base of another server or of the same', async ({
    assert,
  }) => {
    const place = join(site.server.folder, 'place')
    done(site.run('database/roles.sql'))
    done(site.createBase('halle'))
    // Twice, and the roles once more: what one gives, the other does not take away
    done(site.run('database/log.sql', 'halle'))
    done(site.run('database/log.sql', 'halle'))
    done(site.run('database/roles.sql'))
    const settings = site.settings('halle', 'first')
    done(site.ace(settings, 'halle:prepare'))
    const provision = (name: string) => {
      const what = ['--blueprint=commune', `--name=${name}`, '--departement=035']
      done(site.ace(settings, 'tenants:provision', someSiren(), ...what))
    }
    const save = () => {
      const saved = site.ace(settings, 'halle:backup', '--to', place, '--json')
      done(saved)
      return JSON.parse(saved.stdout).base
    }
    assert.deepInclude(save(), { kind: 'files', whole: true })
    provision('Commune gardée')
    const [{ now }] = await site.ask('halle_backup', 'halle', 'select clock_timestamp() as now')
    provision('Commune venue après')
    assert.deepInclude(save(), { kind: 'files', whole: false })
    for (const [base, until, names] of [
      ['retour', ['--until', now.toISOString()], ['Commune gardée']],
      ['fin', [], ['Commune gardée', 'Commune venue après']],
    ] as const) {
      done(site.createBase(base))
      const elsewhere = site.settings(base, base)
      const restored = site.ace(elsewhere, 'halle:restore', '--from', place, ...until, '--json')
      done(restored)
      assert.deepInclude(JSON.parse(restored.stdout), { sound: true, rehearsal: true })
      const rows = await site.ask(
        'halle_backup',
        base,
        'select name from kernel.tenants order by 1'
      )
      assert.deepEqual(
        rows.map(({ name }) => name),
        [...names]
      )
      assert.isFalse(existsSync(join(elsewhere.DATA_DIR, 'sauvegarde')))
    }
    const taken = site.ace(settings, 'halle:restore', '--from', place)
    assert.match(taken.said, /restaurez dans une base vide/)
  })
})
