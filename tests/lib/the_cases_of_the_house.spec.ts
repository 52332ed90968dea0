import { test } from '@japa/runner'
import { globSync, readFileSync } from 'node:fs'
import { sharedData } from '#tests/helpers/shared_data'

interface Case {
  file: string | null
  request?: string
}

/** Cases without a file of their own, and the words by which their spec is known. */
const REQUESTS: [RegExp, string][] = [
  [/q=%00/, '%00'],
  [/answers BAD to SEARCH/, 'BAD Command Argument Error. 11'],
]

const list = sharedData('house', 'cases', 'cases.json')

/** What the specs must name for a case to be tried. */
const marksOf = ({ file, request }: Case): string[] =>
  file
    ? file.split(' + ').map((name) => name.replace(/-\d\.eml$/, ''))
    : REQUESTS.filter(([asked]) => asked.test(request!)).map(([, words]) => words)

test.group('The cases of the house', () => {
  test('are each tried by a spec that names them', ({ assert }) => {
    const cases: Case[] = JSON.parse(readFileSync(list!, 'utf8'))
    const specs = globSync('tests/**/*.ts').filter(
      (path) => path !== 'tests/lib/the_cases_of_the_house.spec.ts'
    )
    const words = specs.map((path) => readFileSync(path, 'utf8')).join('\n')
    const untried = cases.filter(
      (one) => !marksOf(one).length || !marksOf(one).every((mark) => words.includes(mark))
    )
    assert.deepEqual(untried, [])
  }).skip(!list, 'the cases are not on this machine')
})
