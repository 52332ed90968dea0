import { parentPort, workerData } from 'node:worker_threads'
import { FILES } from './hostile_files.js'

/** How many files are on their way at once. */
const HANDS = 6

/** What was thrown at `/verifier`, by the status of the answer. */
export type Thrown = Record<string, number>

const thrown: Thrown = {}
const files = Object.values(FILES).map((make) => new Blob([new Uint8Array(make())]))
let goesOn = true
let number = 0

async function throwOne(url: string): Promise<void> {
  const body = new FormData()
  body.set('document', files[number++ % files.length], 'hostile.pdf')
  // From another address each time: the rate of one visitor is not what is measured.
  const headers = {
    'accept': 'application/json',
    'x-forwarded-for': `198.18.${(number >> 8) & 255}.${number & 255}`,
  }
  const { status } = await fetch(`${url}/verifier`, { method: 'POST', body, headers })
  thrown[status] = (thrown[status] ?? 0) + 1
}

async function hand(url: string): Promise<void> {
  while (goesOn) await throwOne(url)
}

parentPort!.postMessage('ready')
parentPort!.once('message', async () => {
  parentPort!.once('message', () => (goesOn = false))
  await Promise.all(Array.from({ length: HANDS }, () => hand(workerData.url)))
  parentPort!.postMessage(thrown)
})
