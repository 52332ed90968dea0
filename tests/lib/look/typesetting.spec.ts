import { test } from '@japa/runner'
import { typeset } from '#lib/french/typeset'

test.group('The words of a page', () => {
  test('never start a line with a colon, a guillemet or a unit', ({ assert }) => {
    assert.equal(
      typeset('<p>Objet : « Tarifs » ; 150 Mo, 12 % et 14 h ?</p>'),
      '<p>Objet\u202f: «\u202fTarifs\u202f»\u202f; 150\u202fMo, 12\u202f% et 14\u202fh\u202f?</p>'
    )
  })

  test('never part the thousands of a number, nor join a year to one', ({ assert }) => {
    assert.equal(
      typeset('<p>d’éviter 2 000 trajets, soit 46 800 km ; en 2026 300 agents</p>'),
      '<p>d’éviter 2\u202f000 trajets, soit 46\u202f800\u202fkm\u202f; en 2026 300 agents</p>'
    )
  })

  test('keep the spaces that a line may break at', ({ assert }) => {
    const text = '<p>3 habitants, 2 oiseaux et 4 héros : Kervalan</p>'
    assert.equal(typeset(text), text.replace(' :', '\u202f:'))
  })

  test('are not touched where they go back to the server or to a program', ({ assert }) => {
    for (const html of [
      '<input value="Objet : « Tarifs »">',
      '<a title="Empreinte : a" href="/?q=a :b">a</a>',
      '<textarea name="objet">Objet : « Tarifs »</textarea>',
      '<script type="application/ld+json">{"name": "Objet : x", "a" : 1}</script>',
      '<pre>a : b</pre>',
      '<p>https ://exemple.test et 12:30</p>',
    ])
      assert.equal(typeset(html), html)
  })

  test('take no element inside a drawing, which it would end', ({ assert }) => {
    const drawing = '<svg><text x="1">1er mai</text><text><tspan>1er mai</tspan></text></svg>'
    assert.equal(typeset(drawing), drawing)
  })

  test('are left alone in an attribute that comes after a first day of the month', ({ assert }) => {
    const attribute = '<i title="avant ; après">une suite assez longue</i>'
    assert.include(typeset(`<b>1er mai</b>${attribute}`), attribute)
  })

  test('are laid out in a mail of plain text too', ({ assert }) => {
    assert.equal(typeset('Votre mot de passe :'), 'Votre mot de passe\u202f:')
  })
})
