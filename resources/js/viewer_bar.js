const SIGNS = {
  up: 'm18 15-6-6-6 6',
  down: 'm6 9 6 6 6-6',
  less: 'M5 12h14',
  more: 'M5 12h14M12 5v14',
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
  field.addEventListener('change', () => pages.go(Number.parseInt(field.value, 10) || 1))
  return field
}

const words = (text) => Object.assign(document.createElement('span'), { textContent: text })

/** Which page one reads, and how large. */
export function toolbar({ pages, zoomBy, zoom }) {
  const element = document.createElement('div')
  element.className = 'viewer-bar'
  element.setAttribute('role', 'group')
  element.setAttribute('aria-label', 'Lecture du document')
  const field = pageField(pages)
  const size = document.createElement('output')
  size.setAttribute('aria-label', 'Taille')
  element.append(
    button('up', 'Page précédente', () => pages.go(pages.current() - 1)),
    field,
    words(`sur ${pages.count}`),
    button('down', 'Page suivante', () => pages.go(pages.current() + 1)),
    button('less', 'Réduire', () => zoomBy(-1)),
    size,
    button('more', 'Agrandir', () => zoomBy(1))
  )
  return {
    element,
    show() {
      if (document.activeElement !== field) field.value = pages.current()
      size.textContent = `${Math.round(zoom() * 100)}\u202f%`
    },
  }
}
