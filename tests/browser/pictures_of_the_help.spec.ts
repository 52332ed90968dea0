import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from '@japa/runner'
import app from '@adonisjs/core/services/app'
import type { HelpPicture } from '#web/help/pictures'
import { helpPages } from '#web/help/pages'
import { closeBrowser, signIn, windowOn } from '#tests/helpers/browser'
import { everyPage, type VisitedPage } from './pages.js'

/** Which screen each page of help shows, by its name among those that the suite visits. */
const SHOWN: Record<string, [screen: string, alt: string]> = {
  'donner-un-visa': [
    'parapheur-folder-visa',
    'La page d’un dossier du parapheur : le document à gauche, le visa à donner à droite.',
  ],
  'preparer-un-acte': [
    'actes-first-step',
    'La première question d’un nouvel acte : sa nature et sa matière, puis « Continuer ».',
  ],
  'suivre-un-acte': ['actes-list', 'La liste des actes, avec l’état de chacun et ses filtres.'],
  'tenir-une-fiche': [
    'territory-fiche',
    'Une fiche action : son statut et ses indicateurs, puis ce qui vient ensuite.',
  ],
  'saisir-les-valeurs': [
    'territory-values',
    'Le tableau où se saisissent les valeurs d’une année.',
  ],
  'ouvrir-le-cote-public': [
    'public-side',
    'La page « Côté public » : les coordonnées, les horaires et le blason.',
  ],
  'prevoir-une-absence': [
    'parapheur-absences',
    'La page des absences : le bureau absent, qui le remplace, et les dates.',
  ],
}

const FOLDER = app.publicPath('help')
const MANIFEST = join(FOLDER, 'pictures.json')
const [WIDTH, HEIGHT] = [1100, 720]

/** What a screen calls its fields, buttons and columns: nothing of what it holds. */
const WORDS = `[...new Set([...document.querySelectorAll('main :is(label, legend, button, .button, th[scope=col], summary)')]
  .filter((e) => e.checkVisibility() && !e.closest('tbody, .todo, .timeline, .pager, dialog'))
  .map((e) => e.innerText.replace(/\\s+/g, ' ').trim())
  .filter((text) => text && text.length < 60 && !/\\d/.test(text)))].sort()`

/**
 * The pictures of the help stand in the repository, small, with the words that their screen had. They
 * never age unseen: a screen that has other words makes this fail until they are taken again.
 */
test.group('The pictures of the help', (group) => {
  let visited: Map<string, VisitedPage>
  group.setup(async () => {
    visited = new Map((await everyPage()).map((page) => [page.name, page]))
  })
  group.teardown(closeBrowser)

  test('show screens as they are: PICTURES=1 takes them again', async ({ assert }) => {
    const known: Record<string, HelpPicture> = existsSync(MANIFEST)
      ? JSON.parse(readFileSync(MANIFEST, 'utf8'))
      : {}
    const taken: Record<string, HelpPicture> = {}
    const pictures = new Map<string, Buffer>()
    for (const [path, [screen, alt]] of Object.entries(SHOWN)) {
      const { path: address, as } = visited.get(screen)!
      const context = await windowOn('light')
      if (as) await signIn(context, as)
      const page = await context.newPage()
      await page.setViewportSize({ width: WIDTH, height: HEIGHT })
      await page.goto(address, { waitUntil: 'networkidle' })
      const words = (await page.evaluate(WORDS)) as string[]
      const bytes = await page.screenshot({ type: 'jpeg', quality: 55 })
      const file = `${path}-${createHash('sha256').update(bytes).digest('hex').slice(0, 10)}.jpg`
      pictures.set(file, bytes)
      taken[path] = { file, alt, width: WIDTH, height: HEIGHT, words }
      await context.close()
    }
    if (process.env.PICTURES) keep(taken, pictures)
    else {
      const told = (all: Record<string, HelpPicture>) =>
        Object.fromEntries(Object.entries(all).map(([path, one]) => [path, [one.alt, one.words]]))
      assert.deepEqual(told(known), told(taken))
    }
  })

  test('are small, all there, and of pages that exist', ({ assert }) => {
    const known: Record<string, HelpPicture> = JSON.parse(readFileSync(MANIFEST, 'utf8'))
    const paths = new Set(helpPages().map(({ path }) => path))
    for (const [path, { file }] of Object.entries(known)) {
      assert.isTrue(paths.has(path), path)
      assert.isBelow(readFileSync(join(FOLDER, file)).length, 80_000, file)
    }
    const files = readdirSync(FOLDER).filter((name) => name.endsWith('.jpg'))
    assert.sameMembers(
      files,
      Object.values(known).map(({ file }) => file)
    )
  })
})

function keep(taken: Record<string, HelpPicture>, pictures: Map<string, Buffer>) {
  rmSync(FOLDER, { recursive: true, force: true })
  mkdirSync(FOLDER, { recursive: true })
  for (const [file, bytes] of pictures) writeFileSync(join(FOLDER, file), bytes)
  writeFileSync(MANIFEST, `${JSON.stringify(taken, null, 2)}\n`)
}
