/** « Relire » is ticked once every document was read, as the server remembers too. */
export function tickReadings(ceremony) {
  const readers = [...ceremony.querySelectorAll('[data-reader]')].map((one) => one.dataset.reader)
  const links = [...ceremony.querySelectorAll('.file a[href]')].map((one) => one.pathname)
  const left = new Set([...readers, ...links])
  const steps = ceremony.querySelectorAll('.steps > li')
  const read = (path) => {
    left.delete(path)
    if (left.size > 0 || steps[0].getAttribute('aria-current') !== 'step') return
    steps[0].removeAttribute('aria-current')
    const mark = steps[0].querySelector('.step')
    mark.dataset.meaning = 'done'
    mark.textContent = '✓'
    mark.setAttribute('role', 'img')
    mark.setAttribute('aria-label', 'Fait')
    steps[1].setAttribute('aria-current', 'step')
  }
  ceremony.addEventListener('document:read', ({ detail }) => {
    read(new URL(detail.href, location.href).pathname)
  })
  // Opened elsewhere, in a tab or as a file: nobody knows how far one reads there
  ceremony.addEventListener('click', (event) => {
    const link = event.target.closest?.('.file a[href], .reader a[href]')
    if (link && !event.defaultPrevented) read(link.pathname)
  })
}
