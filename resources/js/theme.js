const YEAR = 31536000

function choose(value) {
  const root = document.documentElement
  if (value) root.dataset.theme = value
  else delete root.dataset.theme
  // A cookie rather than the browser's storage: the server then draws the right theme at once.
  document.cookie = `theme=${value};path=/;max-age=${value ? YEAR : 0};samesite=lax`
}

function show() {
  const chosen = document.documentElement.dataset.theme ?? ''
  for (const button of document.querySelectorAll('[data-theme-value]')) {
    button.setAttribute('aria-pressed', String(button.dataset.themeValue === chosen))
  }
}

/** Light, dark, or as the device says. */
export function themes() {
  show()
  document.addEventListener('click', (event) => {
    const button = event.target.closest?.('[data-theme-value]')
    if (!button) return
    choose(button.dataset.themeValue)
    show()
  })
}
