import { spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from '@japa/runner'
import check from '#app/invoicing/rule_commands/invoicing_check'
import convert from '#app/invoicing/rule_commands/invoicing_convert'
import type { FileCommand } from '#lib/rule_command'
import { runFileCommand } from '../../../bin/rule_commands/run_files.js'
import { sampleInvoice } from './sample.js'
import { ACE } from '#tests/helpers/our_programs'

async function answersOf(command: FileCommand, files: string[], options = {}) {
  const answers: any[] = []
  const status = await command.run(files, options, (answer) => answers.push(answer), {
    DATA_DIR: tmpdir(),
  })
  return { status, answers }
}

test.group('The commands on files of invoices', (group) => {
  let folder: string
  const at = (name: string) => join(folder, name)

  group.setup(() => {
    folder = mkdtempSync(join(tmpdir(), 'einvoice-'))
    writeFileSync(at('good.xml'), sampleInvoice())
    writeFileSync(at('poor.xml'), sampleInvoice().replaceAll('>120.00<', '>121.00<'))
    writeFileSync(at('odd.xml'), sampleInvoice().replace('<ram:Name>', '<ram:Odd>1</ram:Odd>$&'))
    return () => rmSync(folder, { recursive: true })
  })

  test('check answers a line a file, in order, and 0 whatever it finds', ({ assert }) => {
    const files = ['poor.xml', 'none.xml', 'good.xml'].map(at)
    const args = [...ACE, 'invoicing:check', ...files, '--json']
    const env = { ...process.env, NODE_ENV: 'production', DB_PORT: '1' }
    const { status, stdout, stderr } = spawnSync(process.execPath, args, { env, encoding: 'utf8' })
    const answers = stdout
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line))
    assert.deepEqual([status, stderr], [0, ''])
    assert.deepEqual(
      answers.map(({ file, verdict }) => [file, verdict]),
      [
        [files[0], 'invalid'],
        [files[1], 'unreadable'],
        [files[2], 'valid'],
      ]
    )
    const ids = answers[0].rules.map(({ id }: { id: string }) => id)
    assert.include(ids, 'BR-CO-15')
  })

  test('an answer has the fields of the contract', async ({ assert }) => {
    const { answers } = await answersOf(check, [at('good.xml')])
    assert.sameMembers(Object.keys(answers[0]), [
      'file',
      'format',
      'profile',
      'container',
      'verdict',
      'steps',
      'rules',
      'ms',
    ])
  })

  test('convert writes the other form, or nothing and says why', async ({ assert }) => {
    const before = readdirSync(folder)
    const kept = await answersOf(convert, [at('odd.xml'), at('out')], { to: 'ubl' })
    assert.equal(kept.status, 1)
    assert.match(kept.answers[0].uncarried[0], /Odd/)
    assert.deepEqual(readdirSync(folder), before)

    const done = await answersOf(convert, [at('good.xml'), at('out')], { to: 'ubl' })
    assert.equal(done.status, 0)
    assert.match(readFileSync(at('out'), 'utf8'), /<Invoice /)
  })

  test('a wrong call is told how to call', async ({ assert }) => {
    const { error } = console
    const told: string[] = []
    console.error = (words) => told.push(words)
    try {
      for (const [command, ...args] of [
        [check],
        [check, '--to', 'ubl', at('good.xml')],
        [convert, '--to', 'edifact', at('good.xml'), at('out')],
        [convert, '--to', 'ubl', at('good.xml')],
        [convert, '--to', 'ubl', at('good.xml'), at('none/out')],
        [convert, '--to', 'ubl', at('good.xml'), folder],
        [convert, '--to', 'ubl', at('good.xml'), at('good.xml')],
        [convert, '--to', 'ubl', at('good.xml'), '/dev/null'],
      ] as [FileCommand, ...string[]][]) {
        assert.equal(await runFileCommand('invoicing:x', command, args), 2, args.join(' '))
      }
    } finally {
      console.error = error
    }
    const why = told.map((words) => words.split('\n')[0].replaceAll(`${folder}/`, ''))
    assert.deepEqual(why, [
      'Nommez un fichier.',
      'Option inconnue : --to.',
      '--to n’écrit pas « edifact ».',
      'Nommez deux fichiers : la facture, puis la sortie.',
      '« none/out » ne peut pas être écrit (ENOENT).',
      `« ${folder} » existe, et n’est pas un fichier.`,
      '« good.xml » est la facture elle-même : nommez une autre sortie.',
      '« /dev/null » existe, et n’est pas un fichier.',
    ])
    assert.equal(readFileSync(at('good.xml'), 'utf8'), sampleInvoice())
    assert.include(told[0], 'npm run --silent ace -- invoicing:x')
  })
})
