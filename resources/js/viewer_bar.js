const SIGNS = {
  up: 'm18 15-6-6-6 6',
  down: 'm6 9 6 6 6-6',
  less: 'M5 12h14',
  more: 'M5 12h14M12 5v14',
  full: 'M8 3H5a2 2 0 0 0-2 2v3m18 0V5a2 2 0 0 0-2-2h-3m0 18h3a2 2 0 0 0 2-2v-3M3 16v3a2 2 0 0 0 2 2h3',
  save: 'M12 15V3m9 12v4a2 2 0 0 1-2 2H5a2 2 0 0 1-2-2v-4m4-5 5 5 5-5',
}

function sign(name) {
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg')
  const path = document.createElementNS('http://www.w3.org/2000/svg', 'path')
  const look = {
    'viewBox': '0 0 24 24',
    'fill': 'none',
    'stroke': 'currentColor',
    'stroke-width': 2,
  }
  for (const [key, value] of Object.entries(look)) svg.setAttribute(key, value)
  svg.setAttribute('aria-hidden', 'true')
  svg.classList.add('icon')
  path.setAttribute('d', SIGNS[name])
  svg.append(path)
  return svg
}

function button(name, label, act) {
  const element = document.createElement('button')
  element.type = 'button'
  element.className = 'button button-quiet button-icon'
  element.setAttribute('aria-label', label)
  element.append(sign(name))
  element.addEventListener('click', act)
  return element
}

function pageField(pages) {
  const field = document.createElement('input')
  Object.assign(field, { type: 'text', inputMode: 'numeric', size: 3, value: '1' })
  field.setAttribute('aria-label', 'Aller à la page')
  let typed = false
  const leave = () => (typed = false)
  field.addEventListener('input', () => (typed = true))
  field.addEventListener('blur', leave)
  field.addEventListener('change', () => {
    leave()
    // Where one is led is what it says, whatever was typed
    field.value = pages.go(Number.parseInt(field.value, 10) || 1)
  })
  return { field, follow: () => typed || (field.value = pages.current()) }
}

const words = (text) => Object.assign(document.createElement('span'), { textContent: text })

/** Words to find in the document: Enter goes to the next page that has them. */
function searchField(pages, search) {
  const field = document.createElement('input')
  Object.assign(field, { type: 'search', placeholder: 'Chercher', autocomplete: 'off' })
  field.setAttribute('aria-label', 'Chercher dans le document')
  const found = words('')
  found.setAttribute('role', 'status')
  found.className = 'viewer-results'
  const next = async () => {
    const all = await search.find(field.value)
    const here = all.find((number) => number > pages.current()) ?? all[0]
    found.textContent = !field.value.trim()
      ? ''
      : all.length === 0
        ? 'Aucune page'
        : `Page ${all.indexOf(here) + 1} sur ${all.length}`
    if (here) pages.go(here)
  }
  field.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter') return
    event.preventDefault()
    next()
  })
  field.addEventListener('search', () => field.value === '' && next())
  return [field, found]
}

function download(href) {
  const link = document.createElement('a')
  Object.assign(link, { href, download: '', className: 'button button-quiet button-icon' })
  link.setAttribute('aria-label', 'Télécharger le document')
  link.append(sign('save'))
  return link
}

const fullScreen = (body) =>
  button('full', 'Plein écran', () =>
    document.fullscreenElement ? document.exitFullscreen() : body.requestFullscreen()
  )

/** Which page one reads, how large, what one looks for in it. */
export function toolbar({ pages, zoomBy, zoom, search, href, body }) {
  const element = document.createElement('div')
  element.className = 'viewer-bar'
  element.setAttribute('role', 'group')
  element.setAttribute('aria-label', 'Lecture du document')
  const { field, follow } = pageField(pages)
  const size = document.createElement('output')
  size.setAttribute('aria-label', 'Taille')
  element.append(
    button('up', 'Page précédente', () => pages.go(pages.current() - 1)),
    field,
    words(`sur ${pages.count}`),
    button('down', 'Page suivante', () => pages.go(pages.current() + 1)),
    button('less', 'Réduire', () => zoomBy(-1)),
    size,
    button('more', 'Agrandir', () => zoomBy(1)),
    ...searchField(pages, search),
    ...(document.fullscreenEnabled ? [fullScreen(body)] : []),
    download(href)
  )
  return {
    element,
    show() {
      follow()
      size.textContent = `${Math.round(zoom() * 100)}\u202f%`
    },
  }
}
