import { test } from '@japa/runner'
import { typeset } from '#lib/french/typeset'
import { inFrench, inOneLanguage, piecesOf, saidTwice } from '#lib/languages/said_twice'

const DAY = saidTwice('1er mai 2026', '1 Mae 2026')
const shown = (html: string) => inOneLanguage(typeset(html), 'br')

test.group('A page whose dates were said twice', () => {
  test('says each in its language, and says which; the sentence around stays French', ({
    assert,
  }) => {
    assert.equal(
      shown(`<p>Pour le ${DAY} : <time datetime="2026-05-01">${DAY}</time></p>`),
      '<p>Pour le <span lang="br">1 Mae 2026</span>\u202f: <time datetime="2026-05-01"><span lang="br">1 Mae 2026</span></time></p>'
    )
  })

  test('keeps them in French where no language can be said', ({ assert }) => {
    for (const html of [
      '<title>Le @</title>',
      '<a title="le @" href="?q=@">x</a>',
      '<b title="a > @" class=\'"\'>x</b>',
      '<input value="@" />',
      '<textarea name="objet">@ <b></textarea>',
      '<option value="@">@</option>',
      '<script type="application/json">{"a": "<p>@", "b": "@"}</script>',
      '<pre>@</pre>',
      '<style>a::after { content: "@" }</style>',
      '<svg viewBox="0 0 1 1"><title>@</title><text>@</text></svg>',
    ]) {
      const seen = inOneLanguage(html.replaceAll('@', DAY), 'br')
      assert.equal(seen, html.replaceAll('@', '1er mai 2026'))
      const followed = inOneLanguage(`${html.replaceAll('@', DAY)}<p>${DAY}</p>`, 'br')
      assert.include(followed, '<p><span lang="br">1 Mae 2026</span></p>')
    }
  })

  test('leaves alone the date that somebody wrote, in a title or anywhere', ({ assert }) => {
    const html = '<h1>Délibération du 12 mars 2026 et du lundi 23 novembre 2026 à 14 h 05</h1>'
    assert.equal(inOneLanguage(html, 'br'), html)
    assert.include(inOneLanguage(`${html}${DAY}`, 'br'), html)
  })

  test('is not fooled by somebody who types what holds them', ({ assert }) => {
    const [typed] = DAY.match(/^.*?1er/)!
    const forged = `<p>${typed.replace(/[0-9a-f-]{36}/, '')}vrai\uFDD1faux\uFDD2</p>`
    assert.equal(inOneLanguage(`${forged}${DAY}`, 'br').slice(0, forged.length), forged)
  })

  test('is in parts for a script that draws it, each date apart with its language', ({
    assert,
  }) => {
    assert.deepEqual(piecesOf(`Du ${DAY} au ${DAY}.`, 'br'), [
      { text: 'Du ' },
      { text: '1 Mae 2026', lang: 'br' },
      { text: ' au ' },
      { text: '1 Mae 2026', lang: 'br' },
      { text: '.' },
    ])
    assert.deepEqual(piecesOf(DAY, 'br'), [{ text: '1 Mae 2026', lang: 'br' }])
    assert.deepEqual(piecesOf('Du 2 mai', 'br'), [{ text: 'Du 2 mai' }])
  })

  test('has its dates in French when they leave it', ({ assert }) => {
    assert.equal(inFrench(`Du ${DAY} au ${DAY}`), 'Du 1er mai 2026 au 1er mai 2026')
    assert.equal(inFrench('Du 2 mai'), 'Du 2 mai')
  })
})
