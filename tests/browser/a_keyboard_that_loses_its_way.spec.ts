import { test } from '@japa/runner'
import { closeBrowser, windowOn } from '#tests/helpers/browser'
import { lostIn, tour } from './focus.js'

const MANY = Array.from({ length: 12 }, (_, at) => `<button>${at}</button>`).join('')
const page = (before: string, body: string) => `<!doctype html><html lang="fr"><title>x</title>
<style>
  .skip { position: absolute; top: -100px } .skip:focus { top: 0 }
  :focus-visible { outline: 2px solid #111 }
  .silent:focus { outline: none }
  .row:focus-within { box-shadow: 0 0 2px #111 } .row a:focus { outline: none }
</style>
${before}<main>${MANY}${body}</main></html>`

const SKIP = '<a class="skip" href="#x">Aller au contenu</a>'

test.group('A tour of the keys', (group) => {
  group.teardown(closeBrowser)

  async function toured(html: string, most = 40) {
    const context = await windowOn('light')
    const one = await context.newPage()
    await one.setContent(html)
    const stops = await tour(one, most)
    await context.close()
    return stops
  }

  test('stops everywhere once, and says where the focus is not seen', async ({ assert }) => {
    const rows = '<ul><li class="row"><a href="#a">Une ligne</a></li></ul>'
    const stops = await toured(page(SKIP, `<a class="silent" href="#b">Muet</a>${rows}`))
    assert.lengthOf(stops, 15)
    assert.deepEqual(lostIn(stops, false), ['<a class="silent" href="#b">Muet</a>'])
  })

  test('wants the way past the menu first, and where it is seen', async ({ assert }) => {
    const none = await toured(page('', ''))
    assert.deepEqual(lostIn(none, false), ['the first stop is <button>0</button>'])
    assert.deepEqual(lostIn(none, true), [])
    const hidden = SKIP.replace('class="skip"', 'class="skip" style="top: -100px"')
    assert.deepEqual(lostIn(await toured(page(hidden, '')), false), [
      'the first stop is <a class="skip" style="top: -100px" href="#x">Aller au contenu</a>',
    ])
    assert.deepEqual(lostIn(await toured('<main>Rien</main>'), false), [
      'the first stop is nowhere',
    ])
  })

  test('ends after as many stops as it is told', async ({ assert }) => {
    const stops = await toured(page(SKIP, MANY + MANY + MANY), 20)
    assert.lengthOf(stops, 20)
  })
})
