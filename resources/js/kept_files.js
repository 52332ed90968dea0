/** A day: long enough for a password that was lost, not for the next person at this desk. */
const DAY = 24 * 3600 * 1000
/** What a browser keeps without asking. */
const MOST = 200_000_000
const STORE = 'fichiers'

function open() {
  return new Promise((resolve, reject) => {
    const asked = indexedDB.open('halle', 1)
    asked.onupgradeneeded = () => asked.result.createObjectStore(STORE)
    asked.onsuccess = () => resolve(asked.result)
    asked.onerror = () => reject(asked.error)
  })
}

/** Does something with the store; where a browser has none, forms do without it. */
export async function withStore(mode, work) {
  try {
    const base = await open()
    const transaction = base.transaction(STORE, mode)
    const request = work(transaction.objectStore(STORE))
    await new Promise((resolve, reject) => {
      transaction.oncomplete = resolve
      transaction.onerror = () => reject(transaction.error)
      transaction.onabort = () => reject(transaction.error)
    })
    base.close()
    return request?.result
  } catch {
    return undefined
  }
}

const filesOf = (form) => [...form.querySelectorAll('input[type="file"]')]

/** Keeps the files of a form that is being sent, until the server says that it has them. */
export function keepFiles(form, key) {
  const fields = filesOf(form)
  const kept = fields.map((field) => [field.name, [...field.files]])
  const size = kept.flatMap(([, files]) => files).reduce((sum, file) => sum + file.size, 0)
  if (fields.length === 0 || size > MOST) return
  return withStore('readwrite', (store) =>
    size > 0 ? store.put({ at: Date.now(), kept }, key) : store.delete(key)
  )
}

/** Puts the files back in the fields that have none; gives their names. */
export async function restoreFiles(form, key) {
  const fields = filesOf(form)
  if (fields.length === 0) return []
  const found = await withStore('readonly', (store) => store.get(key))
  if (!found) return []
  if (Date.now() - found.at > DAY) return forgetFiles(key).then(() => [])
  const names = []
  for (const [name, files] of found.kept) {
    const field = fields.find((one) => one.name === name && one.files.length === 0)
    const missing = files.filter((file) => field && !isThere(form, file))
    if (missing.length === 0) continue
    const back = new DataTransfer()
    for (const file of missing) back.items.add(file)
    field.files = back.files
    field.dispatchEvent(new Event('change', { bubbles: true }))
    names.push(...missing.map((file) => file.name))
  }
  return names
}

/** A large file that went before its form: the server has it, and the page says so. */
const isThere = (form, { name, size }) =>
  [...form.querySelectorAll('[data-kept-upload]')].some(
    ({ dataset }) => dataset.keptUpload === name && Number(dataset.size) === size
  )

export const forgetFiles = (key) => withStore('readwrite', (store) => store.delete(key))

export const forgetAllFiles = () => withStore('readwrite', (store) => store.clear())
