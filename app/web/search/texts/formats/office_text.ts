import { fromBufferPromise, type Entry, type ZipFile } from 'yauzl'
import { markupText } from './plain_text.js'

/** Where ODF and OOXML keep what one reads. */
const PARTS =
  /^(?:content\.xml|word\/(?:document|header\d*|footer\d*|footnotes|comments)\.xml|xl\/(?:sharedStrings|worksheets\/sheet\d+)\.xml|ppt\/slides\/slide\d+\.xml)$/
const MOST_BYTES = 20_000_000
const MOST_SIGNS = 400_000

/** The text of what an office suite wrote; nothing of another ZIP. */
export async function officeText(bytes: Buffer): Promise<string> {
  const zip = await fromBufferPromise(bytes, { lazyEntries: true, autoClose: false })
  const texts: string[] = []
  let left = MOST_BYTES
  for await (const entry of zip.eachEntry()) {
    if (!PARTS.test(entry.fileName) || entry.uncompressedSize > left) continue
    left -= entry.uncompressedSize
    texts.push(markupText(await read(zip, entry)))
  }
  return texts.join(' ').slice(0, MOST_SIGNS)
}

async function read(zip: ZipFile, entry: Entry): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of await zip.openReadStreamPromise(entry)) chunks.push(chunk)
  return Buffer.concat(chunks).toString('utf8')
}
