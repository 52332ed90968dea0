import { test } from '@japa/runner'
import { typeset } from '#lib/french/typeset'
import { linkedData } from '#web/linked_data'
import { withoutLayout } from '#web/template_layout'

test.group('A template is laid out for its readers only', () => {
  test('loses its indentation and its empty lines', ({ assert }) => {
    assert.equal(withoutLayout('<ul>\n  <svg>\n\n  </svg>\n</ul>'), '<ul><svg></svg></ul>')
  })

  test('takes no space at the beginning or end of an element', ({ assert }) => {
    const link = 'Voir\n<a\n  href="/c/{{ slug }}"\n>\n  le registre\n</a>\n, puis'
    assert.equal(withoutLayout(link), 'Voir\n<a href="/c/{{ slug }}" >le registre</a>, puis')
  })

  test('keeps the space after an element that holds nothing', ({ assert }) => {
    const choice = '<label>\n  <input type="checkbox" />\n  <span>\n    Oui\n  </span>\n</label>'
    assert.equal(
      withoutLayout(choice),
      '<label><input type="checkbox" />\n<span>Oui</span></label>'
    )
  })

  test('takes none before a full stop, a comma or a parenthesis', ({ assert }) => {
    assert.equal(
      withoutLayout('({{ unit }}\n  ) le\n  {{ day }}\n  .'),
      '({{ unit }}) le\n{{ day }}.'
    )
  })

  test('keeps every tag of Edge on its own line', ({ assert }) => {
    const tags = "<a>\n  @if(x)\n    oui\n  @end\n</a>\n@!component('c', {\n  a: 1,\n})\n</p>"
    const lines = "<a>\n@if(x)\noui\n@end\n</a>\n@!component('c', {\na: 1,\n})\n</p>"
    assert.equal(withoutLayout(tags), lines)
  })

  test('is not misled by a comparison inside an attribute', ({ assert }) => {
    const button = '<button {{ a > b ? "x" : "" }}>\n  Signer\n</button>'
    assert.equal(withoutLayout(button), '<button {{ a > b ? "x" : "" }}>Signer</button>')
  })

  test('still has the spaces of French where a line of it breaks', ({ assert }) => {
    assert.equal(typeset('Fini\n: 12\nkm'), 'Fini\u202f: 12\u202fkm')
  })
})

test.group('A description of the page for programs', () => {
  test('cannot close its own element', ({ assert }) => {
    const written = linkedData({ name: '</script><script>alert(1)</script>' })
    assert.equal(written.match(/<\/script>/g)?.length, 1)
    const json = written.slice(written.indexOf('>') + 1, written.lastIndexOf('</script>'))
    assert.deepEqual(JSON.parse(json), { name: '</script><script>alert(1)</script>' })
  })
})
