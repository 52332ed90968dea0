import { execFileSync } from 'node:child_process'
import { resolve } from 'node:path'
import { test } from '@japa/runner'
import { settingsOf } from '../../simulators/settings.js'
import { tooOld } from '../../bin/node_version.js'
import { standInForSettings, WITHOUT_SETTINGS } from '../../bin/settings_of_a_build.js'
import { faultsInProduction } from '#start/production_rules'
import { BY_OUR_LOADER } from '#tests/helpers/our_programs'

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
      [...BY_OUR_LOADER, '--input-type=module', '-e', script],
      { env: { ...process.env, DATA_DIR: 'tmp/ailleurs' }, encoding: 'utf8' }
    )
    assert.equal(folder.trim(), resolve('tmp/ailleurs/documents/incoming'))
  })
  test('says in one line which Node it wants', ({ assert }) => {
    assert.match(tooOld('20.20.2')!, /Node 24 ou plus ; celui-ci est 20\.20\.2/)
    assert.isNull(tooOld('24.0.0'))
    assert.isNull(tooOld('26.1.0'))
  })

  test('is built where there is no setting, and keeps those that are there', async ({ assert }) => {
    const here: NodeJS.ProcessEnv = { PORT: '8080' }
    standInForSettings(here)
    assert.equal(here.PORT, '8080')
    const { required } = await import('#tests/helpers/settings')
    assert.deepEqual(
      required().filter((name) => here[name] === undefined),
      []
    )
    assert.includeMembers(WITHOUT_SETTINGS, ['build', 'codegen'])
  })
})
