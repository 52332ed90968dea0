import { spawnSync } from 'node:child_process'
import { test } from '@japa/runner'
import { BY_OUR_LOADER } from '#tests/helpers/our_programs'

test.group('The program itself', () => {
  test('prints JSON alone on its standard output, one sentence beside, and ends as it found', async ({
    assert,
  }) => {
    const words = ['check', '--pli', 'nulle-part', '--trousseau', 'nulle-part', '--json']
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      [...BY_OUR_LOADER, 'bin/tenders.ts', ...words],
      { env: { PATH: process.env.PATH }, encoding: 'utf8' }
    )
    assert.equal(status, 1)
    assert.equal(JSON.parse(stdout).error.code, 'unreadable')
    assert.match(stderr, /^« nulle-part » n’est pas un fichier.*\n$/)
  })
})
