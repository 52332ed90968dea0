/** The locale in which who reads this page reads dates, as the server says it; none of French. */
const chosen = () => document.body.dataset.dates

/** As the server says dates (lib/languages): in her language, in an element that says which. */
function inLanguage(locale, text) {
  const said = document.createElement('span')
  said.lang = locale.split('-')[0]
  said.textContent = text
  return said
}

/** « 14 h 05 »; « 14:05 » in each of the other languages. */
export function saidHour(at) {
  const hour = new Intl.DateTimeFormat('fr', { timeStyle: 'short' }).format(at)
  return chosen() ? inLanguage(chosen(), hour) : hour.replace(':', '\u202fh\u202f')
}

/** « 1er décembre 2026 à 14 h 05 ». A browser may not know her language (Chromium has no Breton): French then. */
export function saidMoment(at) {
  const locale = chosen()
  if (locale && Intl.DateTimeFormat.supportedLocalesOf(locale).length > 0) {
    const whole = { dateStyle: 'long', timeStyle: 'short' }
    return inLanguage(locale, new Intl.DateTimeFormat(locale, whole).format(at))
  }
  const day = new Intl.DateTimeFormat('fr', { dateStyle: 'long' }).format(at).replace(/^1 /, '1er ')
  const hour = new Intl.DateTimeFormat('fr', { timeStyle: 'short' }).format(at)
  return `${day} à ${hour.replace(':', '\u202fh\u202f')}`
}
