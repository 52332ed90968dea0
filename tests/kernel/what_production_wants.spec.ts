import { execFileSync } from 'node:child_process'
import { resolve } from 'node:path'
import { test } from '@japa/runner'
import { settingsOf } from '../../simulators/settings.js'
import { faultsInProduction } from '#start/production_rules'

const faultsOf = (values: Record<string, unknown>) => faultsInProduction((name) => values[name])

test.group('Production', () => {
  test('does not start with the senders of the tests', ({ assert }) => {
    assert.lengthOf(faultsOf({ NODE_ENV: 'production' }), 2)
    assert.match(faultsOf({ NODE_ENV: 'production' })[0], /MAIL_FROM manque/)
    const invented = {
      MAIL_FROM: 'ne-pas-repondre@halle.test',
      ACTES_RETURN_ADDRESS: 'a@b.example',
    }
    assert.lengthOf(faultsOf({ NODE_ENV: 'production', ...invented }), 2)
    const real = { MAIL_FROM: 'halle@syndicat.fr', ACTES_RETURN_ADDRESS: 'tdt@syndicat.fr' }
    assert.deepEqual(faultsOf({ NODE_ENV: 'production', ...real }), [])
  })

  test('asks nothing of the demonstration, nor of a developer', ({ assert }) => {
    assert.deepEqual(faultsOf({ NODE_ENV: 'production', DEMO: true }), [])
    assert.deepEqual(faultsOf({ NODE_ENV: 'development' }), [])
  })

  test('has no simulators', ({ assert }) => {
    assert.throws(() => settingsOf({ NODE_ENV: 'production' }), /démonstration/)
    assert.throws(() => settingsOf({ NODE_ENV: 'production', DEMO: 'true' }), /SIMULATORS_DIR/)
  })

  test('receives files where a relative DATA_DIR says', ({ assert }) => {
    const script = `import('./config/documents.ts').then((it) => console.log(it.incomingFolder))`
    const folder = execFileSync(
      process.execPath,
      ['--import=@poppinss/ts-exec', '--input-type=module', '-e', script],
      { env: { ...process.env, DATA_DIR: 'tmp/ailleurs' }, encoding: 'utf8' }
    )
    assert.equal(folder.trim(), resolve('tmp/ailleurs/documents/incoming'))
  })
})
