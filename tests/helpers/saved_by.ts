import { readFileSync } from 'node:fs'
import type { Page } from 'playwright'

/** What a link saves that the page has made itself. */
export async function savedBy(page: Page, selector: string): Promise<Buffer<ArrayBuffer>> {
  const coming = page.waitForEvent('download')
  await page.locator(selector).click()
  return readFileSync(await (await coming).path())
}
