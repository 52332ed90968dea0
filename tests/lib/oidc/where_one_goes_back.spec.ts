import { test } from '@japa/runner'
import { ownPath } from '#lib/oidc'

test.group('Where somebody goes once she is in', () => {
  test('a path of this site is kept')
    .with(['/', '/moi', '/p/kervalan/demarches?page=2#suite', '/c/kervalan/actes/été'])
    .run(({ assert }, path) => {
      assert.equal(new URL(ownPath(path)!, 'https://nous.test').origin, 'https://nous.test')
    })

  test('whatever a browser may read as another site is none')
    .with([
      ...['https://ailleurs.example/', '//ailleurs.example', '///ailleurs.example'],
      ...[
        '/\\ailleurs.example',
        '\\\\ailleurs.example',
        '/./\\ailleurs.example',
        '/.//ailleurs.example',
      ],
      ...['/%09/../\t/ailleurs.example', '/\n/ailleurs.example', 'javascript:alert(1)', 'moi', ''],
      ...['/..//ailleurs.example', 'http:/ailleurs.example', `/${'a'.repeat(3000)}`],
    ])
    .run(({ assert }, path) => {
      assert.isNull(ownPath(path))
    })

  test('whatever is no text is none', ({ assert }) => {
    for (const value of [null, undefined, ['/moi'], {}, 1]) assert.isNull(ownPath(value))
  })
})
