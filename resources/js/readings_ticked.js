/** « Relire » is ticked once every document was opened from here, as the server remembers too. */
export function tickReadings(ceremony) {
  const links = [...ceremony.querySelectorAll('.file a[href]')]
  const left = new Set(links.map(({ pathname }) => pathname))
  const steps = ceremony.querySelectorAll('.steps > li')
  ceremony.addEventListener('click', ({ target }) => {
    left.delete(target.closest?.('.file a[href]')?.pathname)
    if (left.size > 0 || steps[0].getAttribute('aria-current') !== 'step') return
    steps[0].removeAttribute('aria-current')
    const mark = steps[0].querySelector('.step')
    mark.dataset.meaning = 'done'
    mark.textContent = '✓'
    mark.setAttribute('role', 'img')
    mark.setAttribute('aria-label', 'Fait')
    steps[1].setAttribute('aria-current', 'step')
  })
}
