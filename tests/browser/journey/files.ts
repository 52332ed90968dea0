import { copyFile, mkdir, readFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import type { Page } from 'playwright'

const folder = join(import.meta.dirname, '..', '..', 'output', 'downloads')

/** Keeps what the browser downloaded beyond the life of its window, and returns where. */
export async function keep(path: string, name: string): Promise<string> {
  await mkdir(folder, { recursive: true })
  const kept = join(folder, name)
  await copyFile(path, kept)
  return kept
}

/** Lets a file of this computer fall on the page's dropzone, as a hand does. */
export async function drop(page: Page, path: string): Promise<void> {
  const bytes = (await readFile(path)).toString('base64')
  const carried = await page.evaluateHandle(
    ([base64, name]) => {
      // Compiled for Node, run in the page: only a browser carries files by hand.
      const data = new (globalThis as any).DataTransfer()
      const octets = Uint8Array.from(atob(base64), (char) => char.charCodeAt(0))
      data.items.add(new File([octets], name, { type: 'application/pdf' }))
      return data
    },
    [bytes, basename(path)]
  )
  await page.dispatchEvent('[data-dropzone]', 'drop', { dataTransfer: carried })
}
