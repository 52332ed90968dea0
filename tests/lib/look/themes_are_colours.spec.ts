import { globSync, readFileSync } from 'node:fs'
import { test } from '@japa/runner'

/** What may stand behind the choice of a theme, beside `light-dark()`, which takes colours alone. */
const CHOICE = /^:root\[data-theme='(?:light|dark)'\]\s*\{\s*color-scheme: (?:light|dark);\s*\}/

/**
 * Pages are looked at whole by day and in their colours alone by night (tests/helpers/axe.ts): a
 * theme that moved, hid or grew anything would go by unseen.
 */
test.group('A theme', () => {
  const styles = globSync('resources/css/**/*.css')
  const sources = [...styles, ...globSync('resources/{js,views}/**/*.{js,ts,edge}')]
  const read = (files: string[]) =>
    files.map((file) => ({ file, text: readFileSync(file, 'utf8') }))

  test('is colours and nothing else, in every sheet', ({ assert }) => {
    assert.isNotEmpty(styles)
    const others = read(styles).flatMap(({ file, text }) =>
      [...text.matchAll(/[^\n]*(?:data-theme=|prefers-color-scheme)/g)]
        .filter(({ index }) => !CHOICE.test(text.slice(index)))
        .map(([line]) => `${file}: ${line}`)
    )
    assert.deepEqual(others, [])
  })

  test('is asked of the machine by no page', ({ assert }) => {
    const asking = read(sources).filter(({ text }) => /prefers-color-scheme/.test(text))
    assert.deepEqual(
      asking.map(({ file }) => file),
      []
    )
  })
})
