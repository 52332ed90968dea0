import { readFileSync } from 'node:fs'
import { test } from '@japa/runner'
import check from '#app/outsiders/rule_commands/outsiders_check'
import match from '#app/outsiders/rule_commands/usagers_match'
import { answerLines, type RuleCommand } from '#lib/rule_command'
import { LocalDate } from '#lib/values'
import { sharedData } from '#tests/helpers/shared_data'

const COMMANDS: Record<string, RuleCommand> = { 'outsiders:check': check, 'usagers:match': match }
const path = sharedData('guichet', 'cases.json')

interface Case {
  id: string
  command: string
  lines?: { in: object; expect: Record<string, unknown> }[]
}

async function answersTo(command: RuleCommand, lines: object[]): Promise<any[]> {
  const text = lines.map((line) => JSON.stringify(line)).join('\n')
  const source = (async function* () {
    yield Buffer.from(text)
  })()
  const answers = []
  for await (const answer of answerLines(source, command, LocalDate.parse('2026-11-28')))
    answers.push(JSON.parse(answer))
  return answers
}

test.group('The cases that were decided by hand', () => {
  const cases: Case[] = path ? JSON.parse(readFileSync(path, 'utf8')).cases : []

  for (const { id, command, lines = [] } of cases) {
    if (!COMMANDS[command]) continue
    test(`${id}: ${lines.length} lines`, async ({ assert }) => {
      const answers = await answersTo(
        COMMANDS[command],
        lines.map((line) => line.in)
      )
      assert.lengthOf(answers, lines.length)
      lines.forEach(({ in: line, expect }, index) =>
        assert.deepInclude(answers[index], expect, JSON.stringify(line))
      )
    })
  }

  test('all three are there', ({ assert }) => {
    const judged = cases.filter(({ command }) => COMMANDS[command]).map(({ id }) => id)
    assert.includeMembers(judged, ['identifiers', 'names-and-births', 'same-person'])
  }).skip(path === null, 'the official data is not on this machine')
})
