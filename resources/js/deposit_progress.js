import { durationWords, leftOf } from './time_left.js'

/** « 2,3 Mo/s », of bytes and milliseconds. */
export function speedWords(bytes, ms) {
  const perSecond = (1000 * bytes) / Math.max(1, ms)
  const [value, unit] = perSecond < 1e6 ? [perSecond / 1e3, 'ko/s'] : [perSecond / 1e6, 'Mo/s']
  return `${value.toLocaleString('fr-FR', { maximumFractionDigits: value < 10 ? 1 : 0 })} ${unit}`
}

/**
 * Says how far the sending is, at what speed, and whether it will be over before the hour at that
 * pace. What an earlier sending had brought counts as sent, and not in the speed.
 */
export function progressOf(form, total) {
  const status = form.querySelector('[data-deposit-status]')
  const bar = form.querySelector('[data-deposit-bar]')
  let [sent, spared, workedMs, since] = [0, 0, 0, performance.now()]
  const elapsed = () => workedMs + (since === null ? 0 : performance.now() - since)

  function say() {
    const done = sent + spared
    const share = total === 0 ? 100 : Math.min(100, Math.round((100 * done) / total))
    bar.hidden = false
    bar.value = share
    const ended = 'Rien n’est déposé tant que le récépissé n’est pas là.'
    if (since === null) {
      status.textContent = `Envoi suspendu à ${share} %. ${ended}`
      return
    }
    const needed = sent > 0 ? (elapsed() * Math.max(0, total - done)) / sent : Number.NaN
    const left = leftOf(form)
    const late =
      left > 0 && needed > left ? ' À ce rythme, l’envoi finira après l’heure limite.' : ''
    const speed = sent > 0 ? `, à ${speedWords(sent, elapsed())}` : ''
    const kept = spared > 0 ? ` Ce qui était déjà arrivé n’est pas renvoyé.` : ''
    status.textContent = `Chiffré et envoyé : ${share} %${speed}, encore ${durationWords(needed)}.${late}${kept} ${ended}`
  }

  return {
    sent(bytes) {
      sent += bytes
      say()
    },
    spared(bytes) {
      spared += bytes
      say()
    },
    /** Time during which nothing is sent on purpose is no pace. */
    paused(isPaused) {
      workedMs = elapsed()
      since = isPaused ? null : performance.now()
      say()
    },
  }
}
