import { checkArchive } from '../../lib/archives/check_archive.ts'
import { FINDING_WORDS } from '../../lib/archives/finding_words.ts'

/** Announced on the page and in the règlement (CE 13/11/2025, n° 506640). */
const MOST_FILE_BYTES = 4 * 1024 ** 3
const TAIL_BYTES = 2048

/** A stream that every browser iterates. */
export async function* readingOf(file) {
  const reader = file.stream().getReader()
  for (let part = await reader.read(); !part.done; part = await reader.read()) yield part.value
}

const sourceOf = (file) => ({
  size: file.size,
  read: async (from, length) => new Uint8Array(await file.slice(from, from + length).arrayBuffer()),
})

/**
 * What would surprise who opens these files: sentences, judged as soon as they are chosen. `inPdf`
 * says more of a PDF whose end is there.
 */
export async function findingsIn(files, inPdf = () => []) {
  const found = []
  for (const file of files) {
    if (file.size > MOST_FILE_BYTES)
      found.push({ refuses: true, text: `${file.name} : ce fichier dépasse 4 Go, la limite.` })
    else if (file.size === 0) found.push({ text: `${file.name} : ce fichier est vide.` })
    else if (/\.zip$/i.test(file.name)) found.push(...(await inArchive(file)))
    else if (/\.pdf$/i.test(file.name))
      found.push(...((await isWholePdf(file)) ? await inPdf(file) : [cutPdf(file)]))
  }
  return found
}

const cutPdf = ({ name }) => ({
  text: `${name} : ce PDF ne s’ouvrira pas, il en manque une partie.`,
})

async function inArchive(file) {
  const findings = await checkArchive(sourceOf(file))
  return findings.map(({ code, entry }) => ({
    refuses: code === 'bomb',
    text: `${[file.name, entry].filter(Boolean).join(', ')} : ${FINDING_WORDS[code]}.`,
  }))
}

/** ISO 32000-2 §7.5: it begins by its version, and its end says where its table is. */
async function isWholePdf(file) {
  const head = await file.slice(0, 1024).text()
  const tail = await file.slice(Math.max(0, file.size - TAIL_BYTES)).text()
  return head.includes('%PDF-') && /startxref\s+\d+\s+%%EOF/.test(tail)
}

/** Says what is found each time files are chosen; what refuses holds the button. */
export function watchFiles(form, inPdf) {
  const list = form.querySelector('[data-deposit-findings]')
  const button = form.querySelector('button:not([type="button"])')
  let turn = 0
  form.addEventListener('change', async () => {
    const mine = ++turn
    const files = [...form.querySelectorAll('[data-envelope]')].flatMap((field) => [...field.files])
    const found = await findingsIn(files, inPdf)
    if (mine !== turn) return
    list.replaceChildren(...found.map(({ text }) => itemOf(text)))
    list.hidden = found.length === 0
    button.disabled = found.some(({ refuses }) => refuses)
  })
}

function itemOf(text) {
  const item = document.createElement('li')
  item.textContent = text
  return item
}
