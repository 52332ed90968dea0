import { existsSync, readFileSync } from 'node:fs'
import app from '@adonisjs/core/services/app'

/** A picture of the screen where the gesture of a page is done; taken by the browser suite. */
export interface HelpPicture {
  /** Its file in `public/help`, which bears a digest of its bytes: browsers keep it for ever. */
  file: string
  alt: string
  width: number
  height: number
  /** What the screen called its fields and buttons then: when it calls them otherwise, it is taken again. */
  words: string[]
}

let known: Record<string, HelpPicture> | undefined

/** The picture of a page of help, by its path; undefined of a page that has none. */
export function pictureOf(path: string): HelpPicture | undefined {
  const manifest = app.publicPath('help/pictures.json')
  known ??= existsSync(manifest) ? JSON.parse(readFileSync(manifest, 'utf8')) : {}
  return known![path]
}
