import { spawnSync } from 'node:child_process'
import { test } from '@japa/runner'
import { BY_OUR_LOADER } from '#tests/helpers/our_programs'
import { tenders } from './tenders_command.js'

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

  test('no command at all is told to programs too', async ({ assert }) => {
    const { status, answer } = await tenders('--json')
    assert.equal(status, 2)
    assert.equal(answer.error.code, 'usage')
  })

  test('what is no file is not read to an end it has not', async ({ assert }) => {
    const { answer } = await tenders('decp-check', '/dev/zero', '--json')
    assert.equal(answer.error.code, 'unreadable')
  })

  test('a place that takes no folder is said, and not tried for ever', async ({ assert }) => {
    const words = [
      '--tender',
      '7c1f5a1e-1111-4222-8333-944455566677',
      '--threshold',
      '2',
      '--holder',
      'a',
      'b',
      'c',
    ]
    const { answer } = await tenders(
      ...['keys', ...words, '--envelope', 'offre', '--out', '/proc/nulle-part/ici', '--json']
    )
    assert.equal(answer.error.code, 'disk')
  })
})
