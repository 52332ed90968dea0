import { spawnSync } from 'node:child_process'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from '@japa/runner'
import { answerLines, Unjudgeable, type RuleCommand } from '#lib/rule_command'
import { LocalDate } from '#lib/values'
import { ruleCommand } from '../../../bin/rule_commands/find.js'
import { runRuleCommand } from '../../../bin/rule_commands/run.js'
import { ACE } from '#tests/helpers/our_programs'

const echo: RuleCommand = {
  help: 'Répète.',
  answer(line, today) {
    if (line.wrong) throw new Unjudgeable('wrong', 'Cela ne se juge pas.')
    return { said: line.say ?? null, on: today.toString() }
  },
}

async function answersTo(...pieces: (string | Buffer)[]): Promise<any[]> {
  const source = (async function* () {
    for (const piece of pieces) yield Buffer.from(piece as string)
  })()
  const answers: string[] = []
  for await (const answer of answerLines(source, echo, LocalDate.parse('2026-11-28')))
    answers.push(answer)
  return answers.map((answer) => {
    if (!/^[^\n]+\n$/.test(answer)) throw new Error(`no line: ${answer}`)
    return JSON.parse(answer)
  })
}

const codes = (answers: any[]) => answers.map((answer) => answer.error?.code ?? answer.said)

test.group('Lines of JSON, judged one by one', () => {
  test('what cannot be read is said in its place, and the next ones go on', async ({ assert }) => {
    const answers = await answersTo(
      '\ufeff{"say":1}\r\n{"say"\n\n[1]\nnull\n"x"\n{"wrong":1}\n',
      Buffer.from([0x7b, 0x22, 0xe9, 0x22, 0x7d, 0x0a]),
      '{"say":2,"today":"2026-02-30"}\n{"today":5}\n{"say":"fin"}'
    )
    assert.deepEqual(codes(answers), [
      1,
      'json',
      'json',
      'shape',
      'shape',
      'shape',
      'wrong',
      'encoding',
      'today',
      'today',
      'fin',
    ])
  })

  test('the day of a line is its own, or that of everybody', async ({ assert }) => {
    const answers = await answersTo('{"today":"2020-01-02"}\n{}\n{"today":null}')
    assert.deepEqual(
      answers.map(({ on }) => on),
      ['2020-01-02', '2026-11-28', '2026-11-28']
    )
  })

  test('the lines that end a text are none, and an empty text has no answer', async ({
    assert,
  }) => {
    assert.deepEqual(codes(await answersTo('{"say":1}\n\n \n')), [1])
    assert.isEmpty(await answersTo(''))
    assert.isEmpty(await answersTo('\n\n'))
  })

  test('a line is whole wherever its pieces were cut', async ({ assert }) => {
    const text = Buffer.from('{"say":"é"}\n{"say":"𝄞"}\n')
    const whole = await answersTo(text)
    for (let at = 1; at < text.length; at++)
      assert.deepEqual(await answersTo(text.subarray(0, at), text.subarray(at)), whole)
  })

  test('a line of more than four mebibytes is refused, and the next one is judged', async ({
    assert,
  }) => {
    const piece = Buffer.alloc(1024 * 1024, 0x61)
    const answers = await answersTo(piece, piece, piece, piece, piece, '\n{"say":"ensuite"}')
    assert.deepEqual(codes(answers), ['too-long', 'ensuite'])
  })

  test('what JSON names like a property of every object is no answer', async ({ assert }) => {
    assert.deepEqual(codes(await answersTo('{"__proto__":{"today":"x"},"say":1}')), [1])
  })
})

test.group('The two commands, without a base', () => {
  const folder = mkdtempSync(join(tmpdir(), 'halle-rules-'))
  const path = join(folder, 'lignes.jsonl')
  writeFileSync(path, '{"kind":"siret","value":"356 000 000 00048"}\nnon\n')
  /** Neither a base nor a setting: an application would not start. */
  const env = { PATH: process.env.PATH, TZ: 'UTC' }
  const run = (args: string[], input?: string) =>
    spawnSync(process.execPath, [...ACE, ...args], { env, input, encoding: 'utf8' })

  test('a file is answered on the standard output, in JSON alone', ({ assert }) => {
    const { status, stdout, stderr } = run(['outsiders:check', path, '--json'])
    const lines = stdout
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line))
    assert.deepEqual(lines[0], { ok: true, value: '35600000000048', notes: [] })
    assert.equal(lines[1].error.code, 'json')
    assert.deepEqual([status, lines.length, stderr], [0, 2, ''])
  })

  test('the standard input is read under « - »', ({ assert }) => {
    const person = { birthName: 'Le Goff', givenNames: ['Anne'], birthdate: '1988-04-12' }
    const { status, stdout } = run(
      ['usagers:match', '-', '--json'],
      JSON.stringify({ a: person, b: person })
    )
    assert.deepEqual([status, stdout], [0, '{"verdict":"ask"}\n'])
  })

  test('a wrong call says how to call, on the other output', ({ assert }) => {
    const { status, stdout, stderr } = run(['outsiders:check'])
    assert.deepEqual([status, stdout], [2, ''])
    assert.match(stderr, /^Nommez un fichier.+\n\nVérifie .+\n.+outsiders:check FICHIER --json\n$/s)
  })

  test('a disk that is full, or a file that stops being read, is told in one line', ({
    assert,
  }) => {
    const line = '{"kind":"siren","value":"732829320"}\n'
    const full = spawnSync(
      '/bin/sh',
      ['-c', '"$0" "$@" > /dev/full', process.execPath, ...ACE, 'outsiders:check', '-'],
      {
        input: line,
        encoding: 'utf8',
      }
    )
    assert.deepEqual(
      [full.status, full.stderr],
      [1, 'La réponse n’a pas pu être écrite jusqu’au bout (ENOSPC).\n']
    )
    const cut = run(['outsiders:check', '/proc/self/mem'])
    assert.deepEqual([cut.status, cut.stdout], [1, ''])
    assert.equal(cut.stderr, 'Un fichier n’a pas pu être lu jusqu’au bout (EIO).\n')
  }).skip(process.platform !== 'linux', 'needs the devices of Linux')

  test('a part that is no text makes a line that cannot be judged', async ({ assert }) => {
    const check = (await ruleCommand('outsiders:check')) as RuleCommand
    const today = LocalDate.parse('2026-11-28')
    for (const line of [
      { kind: 'phone', value: '24 12 34', territory: 5 },
      { kind: 'phone', value: 241234 },
      { kind: 'phone' },
      { kind: 5, value: 'x' },
      { kind: 'constructor', value: 'x' },
    ])
      assert.throws(() => check.answer(line, today), Unjudgeable as never)
    const said = { kind: 'phone', value: '24 12 34', territory: 'NC' }
    assert.deepInclude(check.answer(said, today), { value: '+687241234' })
    assert.deepInclude(check.answer({ ...said, territory: null }, today), { ok: false })
  })

  const WRONG_CALLS = [[path, path], ['--colour', path], [join(folder, 'absent')], [folder]]
  for (const args of WRONG_CALLS) {
    test(`« ${args.map((arg) => arg.replace(folder, '')).join(' ')} » is a wrong call`, async ({
      assert,
      cleanup,
    }) => {
      const said: string[] = []
      const { error } = console
      console.error = (sentence: string) => said.push(sentence)
      cleanup(() => void (console.error = error))
      assert.equal(await runRuleCommand('outsiders:check', echo, args), 2)
      assert.lengthOf(said, 1)
    })
  }

  test('a command that no folder has is not one of these', async ({ assert }) => {
    assert.isNull(await ruleCommand('outsiders:nothing'))
    assert.isNull(await ruleCommand('../outsiders_check'))
    assert.isNull(await ruleCommand(undefined))
  })
})
