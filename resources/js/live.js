const FIRST = 2500
const SLOWEST = 20000

function isTypingIn(part) {
  return (
    part.contains(document.activeElement) &&
    document.activeElement.matches('input, textarea, select')
  )
}

async function fetchPart(part) {
  const answer = await fetch(part.dataset.refresh || location.href, {
    headers: { 'X-Requested-With': 'live' },
    credentials: 'same-origin',
  })
  if (!answer.ok || answer.redirected) return null
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html')
  return page.getElementById(part.id)
}

function focusedId(part) {
  return part.contains(document.activeElement) ? document.activeElement.id : ''
}

/** Puts the new part in the place of the old one; true when something moved. */
async function refresh(part) {
  const fresh = await fetchPart(part)
  if (!fresh || isTypingIn(part) || fresh.innerHTML === part.innerHTML) return false
  const focus = focusedId(part)
  part.replaceChildren(...document.importNode(fresh, true).childNodes)
  // The thing has come to rest: the server no longer asks to refresh.
  if (fresh.dataset.refresh === undefined) delete part.dataset.refresh
  if (focus) document.getElementById(focus)?.focus()
  announce(part)
  return true
}

function announce(part) {
  const state = part.querySelector('#suite, .state')
  if (!state) return
  let region = document.getElementById('annonce')
  if (!region) {
    region = Object.assign(document.createElement('p'), { id: 'annonce', className: 'hidden-text' })
    region.setAttribute('role', 'status')
    document.body.append(region)
  }
  region.textContent = state.textContent.trim()
}

function poll(part, wait = FIRST) {
  setTimeout(async () => {
    if (part.dataset.refresh === undefined) return
    if (document.hidden) return poll(part, wait)
    const moved = await refresh(part).catch(() => false)
    poll(part, moved ? FIRST : Math.min(wait * 1.4, SLOWEST))
  }, wait)
}

function listen(part) {
  const source = new EventSource(part.dataset.stream)
  source.onmessage = async () => {
    await refresh(part)
    if (part.dataset.refresh === undefined) source.close()
  }
  source.onerror = () => {
    source.close()
    poll(part)
  }
}

/**
 * A part with an id and data-refresh="address" replaces itself while what it shows moves: told by
 * server-sent events when it has data-stream, else by asking again, ever more slowly.
 */
export function start() {
  for (const part of document.querySelectorAll('[data-refresh][id]')) {
    if (part.dataset.stream && 'EventSource' in window) listen(part)
    else poll(part)
  }
}
