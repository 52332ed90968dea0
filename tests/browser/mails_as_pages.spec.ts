import { globSync } from 'node:fs'
import edge from 'edge.js'
import { test } from '@japa/runner'
import { axeFindings } from '#tests/helpers/axe'
import { closeBrowser, overflowOf, screenshot, windowOn } from '#tests/helpers/browser'
import { SAMPLE_MAILS } from './sample_mails.js'

const VIEWS = 'resources/views/'
/** A stop, a link or a word: nothing of a page. */
const MARKUP = /<[a-z/!]|&[a-z]+;|&#\d+;|undefined|\[object /i
const linksOf = (text: string) => text.match(/https?:\/\/[^\s"<]+/g) ?? []

test.group('The mails that we send', (group) => {
  group.teardown(closeBrowser)
  const all = Object.entries(SAMPLE_MAILS).flatMap(([view, samples]) =>
    Object.entries(samples).map(([name, words]) => ({ view, name, words }))
  )

  test('are each of them looked at here', ({ assert }) => {
    const kinds = globSync(`${VIEWS}*/mails/*_html.edge`).map((file) =>
      file.replace(VIEWS, '').replace(/_html\.edge$/, '')
    )
    assert.sameMembers(Object.keys(SAMPLE_MAILS), kinds)
  })

  test('are pages in which axe finds nothing, by day and by night, 320 pixels wide', async ({
    assert,
  }) => {
    const page = await (await windowOn('light')).newPage()
    for (const { view, name, words } of all) {
      await page.setContent(await edge.render(`${view}_html`, words), { waitUntil: 'load' })
      // The canvas follows the theme of itself; axe takes for white what no rule paints
      await page.addStyleTag({ content: ':root { background: Canvas }' })
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme })
        assert.deepEqual(await axeFindings(page), [], `${name} ${colorScheme}`)
      }
      await page.emulateMedia({ colorScheme: 'light' })
      await page.setViewportSize({ width: 320, height: 640 })
      assert.isAtMost(await overflowOf(page), 0, name)
      await screenshot(page, `mail-${name.replaceAll(' ', '-')}`)
      await page.setViewportSize({ width: 1280, height: 900 })
    }
    await page.context().close()
  })

  test('say the same as text, with each of their links and no markup', async ({ assert }) => {
    for (const { view, name, words } of all) {
      const [text, html] = [
        await edge.render(`${view}_text`, words),
        await edge.render(`${view}_html`, words),
      ]
      assert.notMatch(text, MARKUP, name)
      assert.notMatch(text, /\n{3,}/, `${name}: holes in the text`)
      assert.sameMembers([...new Set(linksOf(text))], [...new Set(linksOf(html))], name)
      assert.notMatch(html, /<(img|script|link|iframe)\b/, name)
    }
  })
})
