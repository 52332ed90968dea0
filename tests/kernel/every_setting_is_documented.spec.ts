import { readFileSync } from 'node:fs'
import { test } from '@japa/runner'

const read = (path: string) => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8')

test.group('The settings', () => {
  test('are all told in docs/operations.md, and no other', ({ assert }) => {
    const files = read('start/env.ts') + read('start/settings_of_others.ts')
    const declared = [...files.matchAll(/^ {2}([A-Z][A-Z0-9_]+):/gm)].map(([, name]) => name)
    const table = read('docs/operations.md').split('## Réglages')[1].split('\n## ')[0]
    const told = table
      .split('\n')
      .filter((line) => line.startsWith('| `'))
      .flatMap((line) =>
        [...line.split('|')[1].matchAll(/`([A-Z][A-Z0-9_]+)`/g)].map(([, name]) => name)
      )
    assert.isAbove(declared.length, 20)
    assert.sameMembers(told, declared)
  })
})
