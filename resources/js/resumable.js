import { Upload } from 'tus-js-client'

/** As the server takes them: what a cut costs at most. */
const PIECE = 2 * 1024 * 1024
const PAUSES = [0, 1000, 2000, 5000, 10000, 20000, 30000, 60000, 60000]

/** Files that the server has whole already: a form that comes back does not send them twice. */
const sent = new WeakMap()

const idOf = ({ url }) => url.split('/').at(-1)

/**
 * Sends one file piece by piece. A cut is waited out; the same file, chosen again after the browser
 * was closed, goes on from where it was. Returns { done, pause, resume, stop }.
 */
export function sendInPieces(file, { address, token, onProgress, onWait }) {
  let upload
  let paused = false
  let resolve, reject
  const done = new Promise((...ways) => ([resolve, reject] = ways))
  if (sent.has(file)) {
    onProgress(file.size)
    return { done: Promise.resolve(sent.get(file)), pause() {}, resume() {}, stop() {} }
  }

  function goOn() {
    if (!paused) upload.start()
  }

  upload = new Upload(file, {
    endpoint: address,
    chunkSize: PIECE,
    retryDelays: PAUSES,
    removeFingerprintOnSuccess: true,
    headers: { 'x-csrf-token': token, 'accept': 'application/json' },
    metadata: { filename: file.name },
    onProgress,
    onShouldRetry(error) {
      const status = error.originalResponse?.getStatus() ?? 0
      const mayPass = !status || status >= 500 || status === 409 || status === 423
      if (mayPass) onWait()
      return mayPass && navigator.onLine
    },
    onError(error) {
      // Without a network there is nothing to try: it goes on by itself when it is back.
      if (!navigator.onLine) return addEventListener('online', goOn, { once: true })
      reject(error)
    },
    onSuccess() {
      sent.set(file, idOf(upload))
      resolve(idOf(upload))
    },
  })

  upload.findPreviousUploads().then(([previous]) => {
    if (previous) upload.resumeFromPreviousUpload(previous)
    goOn()
  }, reject)

  return {
    done,
    pause() {
      paused = true
      return upload.abort()
    },
    resume() {
      paused = false
      upload.start()
    },
    /** The server forgets what it had. */
    stop() {
      paused = true
      removeEventListener('online', goOn)
      reject(new DOMException('stopped', 'AbortError'))
      return upload.abort(Boolean(upload.url)).catch(() => {})
    },
  }
}
