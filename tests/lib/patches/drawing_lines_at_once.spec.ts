import { test } from '@japa/runner'
import { Edge } from 'edge.js'
import { sparePromises } from '#lib/patches/edge_loops'

function drawn(template: string, state: object, spares = true) {
  const edge = Edge.create()
  const compiled: string[] = []
  if (spares) edge.processor.process('compiled', (one) => sparePromises(one.compiled))
  edge.processor.process('compiled', (one) => void compiled.push(one.compiled))
  edge.registerTemplate('components/dot', { template: '<i>{{ dot }}</i>' })
  return edge.renderRaw(template, state).then((page) => ({ page, code: compiled[0] }))
}

const TEMPLATES: Record<string, string> = {
  'lines in lines':
    '@each(row in rows)\n<p>{{ row.name }}\n@each(cell in row.cells)\n{{ cell }},\n@end\n</p>\n@end',
  'a line that awaits': '@each(row in rows)\n<p>{{ await later(row.name) }}</p>\n@end',
  'a component in a line':
    "@each(row in rows)\n@!component('components/dot', { dot: row.name })\n@end",
  'a value of several lines before a line that awaits':
    '@each(row in rows)\n@let(read = later(\n  { name: row.name, list: [1, 2].map((one) => { return one }) },\n))\n<p>{{ await read }}</p>\n@end',
  'words that look like code':
    '@each(row in rows)\nawait template.loopAsync(x, async function (y) {\n"});" \\\\ {{ row.name }}\n@end',
  'an index and another word when there is none':
    '@each((row, n) in rows)\n{{ n }}: {{ row.name }}\n@else\nNone\n@end\n@each(row in [])\n@else\nNone\n@end',
  'an object, a text, nothing':
    "@each((value, key) in { a: 1 })\n{{ key }}{{ value }}\n@end\n@each(sign in 'ab')\n{{ sign }}\n@end\n@each(none in nothing)\nX\n@end",
}

test.group('Lines that await nothing', () => {
  const state = {
    rows: [
      { name: 'Été & « œuvre »', cells: [1, 2] },
      { name: '<b>', cells: [] },
    ],
    nothing: undefined,
    later: async (value: unknown) => JSON.stringify(value),
  }

  test('{0} are drawn as Edge draws them')
    .with(Object.entries(TEMPLATES))
    .run(async ({ assert }, [, template]) => {
      const [ours, theirs] = [await drawn(template, state), await drawn(template, state, false)]
      assert.equal(ours.page, theirs.page)
      assert.isNotEmpty(ours.page)
    })

  test('no promise is made for them, and one for each that awaits', async ({ assert }) => {
    const { code } = await drawn(TEMPLATES['lines in lines'], state)
    assert.notInclude(code, 'loopAsync')
    const awaiting = await drawn(TEMPLATES['a line that awaits'], state)
    assert.include(awaiting.code, 'await template.loopAsync')
  })

  test('constants that follow one another are added at once', ({ assert }) => {
    const code = ['out += "a";', 'out += "\\n";', 'other += "b";', 'other += `${x}`;'].join('\n')
    assert.equal(sparePromises(code), 'out += "a\\n";\nother += "b";\nother += `${x}`;')
  })

  test('a fault still says its line', async ({ assert }) => {
    const failing = '<p>\n\n@each(row in rows)\n<p>{{ row.none.name }}</p>\n@end'
    const error = await drawn(failing, state).catch((one) => one)
    assert.equal(error.line, 4)
  })
})
