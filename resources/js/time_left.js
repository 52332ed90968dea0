/** How long, in words: « 2 h 13 min », « 45 s ». */
export function durationWords(ms) {
  if (!Number.isFinite(ms)) return 'un moment'
  const seconds = Math.ceil(Math.max(0, ms) / 1000)
  if (seconds < 90) return `${seconds} s`
  const minutes = Math.ceil(seconds / 60)
  if (minutes < 90) return `${minutes} min`
  const hours = Math.floor(minutes / 60)
  return hours < 48 ? `${hours} h ${minutes % 60} min` : `${Math.floor(hours / 24)} jours`
}

/** Milliseconds until the hour, by the clock of the server as it was when the page came. */
export const leftOf = ({ dataset }) =>
  Number(dataset.deadline) - Number(dataset.now) - performance.now()

/** Says each second what is left, while the page is there. */
export function showTimeLeft(form) {
  const said = form.querySelector('[data-deposit-left]')
  const say = () => {
    const left = leftOf(form)
    said.textContent =
      left > 0
        ? `Il reste ${durationWords(left)}, à l’heure du serveur.`
        : 'L’heure limite est passée : un pli déposé maintenant est gardé, et n’est pas ouvert.'
  }
  say()
  const timer = setInterval(() => (form.isConnected ? say() : clearInterval(timer)), 1000)
}
