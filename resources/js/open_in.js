function frame(body, { href, name, readAt }) {
  const part = document.createElement('iframe')
  part.src = href
  part.title = name
  body.replaceChildren(part)
  // Nobody knows how far one reads there: it was opened
  tell(body, { href, readAt })
}

/** Says to the page, and to the server where it remembers, that a document was read. */
function tell(body, { href, readAt }) {
  body.dispatchEvent(new CustomEvent('document:read', { bubbles: true, detail: { href } }))
  const token = document.querySelector('input[name=_csrf]')?.value
  if (!readAt || !token) return
  const headers = { 'x-csrf-token': token }
  fetch(readAt, { method: 'POST', credentials: 'same-origin', headers, keepalive: true }).catch(
    () => undefined // the document may be opened again
  )
}

/**
 * Draws a document in `body` with our own viewer, fetched when somebody first reads one; else the
 * browser's. Resolves to what forgets it.
 */
export async function openIn(body, { focus = true, ...wanted }) {
  const wait = document.createElement('p')
  Object.assign(wait, { className: 'viewer-wait', textContent: 'Le document s’ouvre…' })
  wait.setAttribute('role', 'status')
  body.replaceChildren(wait)
  try {
    const { view } = await import('./viewer.js')
    return await view(body, { ...wanted, focus, onRead: () => tell(body, wanted) })
  } catch {
    frame(body, wanted)
    return () => undefined
  }
}
